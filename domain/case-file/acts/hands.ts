import type { CommandOf } from "../commands.ts";
import type { CaseEventData } from "../events.ts";
import { refuseContent, type Decided } from "../judgement.ts";
import type { CaseFile } from "../state.ts";

/** Hands a case over to another officer (移交承办): every case has a named owner on every step (R40), also when somebody leaves. */
export function handOverCase(command: CommandOf<"hand-over-case">, file: CaseFile): Decided {
  const { officerId, reasons } = command;
  if (reasons.trim() === "") return refuseContent("未写明移交的理由", "请写明理由");
  if (officerId === null) {
    return refuseContent("本机关没有这个承办人账号，或者账号已停用", "请核对新承办人的账号");
  }
  if (officerId === file.officerId) {
    return refuseContent("新承办人就是现在的承办人", "请填写另一名承办人的账号");
  }
  if (file.barredOfficers.includes(officerId)) {
    return refuseContent("该承办人已经决定回避本案", "请填写没有回避本案的承办人的账号");
  }
  return [{ type: "CaseHandedOver", officerId, reasons }];
}

/** The party, or the officer, asks that the officer withdraw from the case (申请承办人回避); the procedure goes on meanwhile. */
export function objectToOfficer(command: CommandOf<"object-to-officer">, file: CaseFile): Decided {
  if (command.reasons.trim() === "") {
    return refuseContent("未写明申请回避的理由", "请写明与本案有何利害关系");
  }
  if (file.officerObjection !== null) {
    return refuseContent("已有一件回避申请等待决定", "请等待决定");
  }
  return [{ type: "OfficerObjected", reasons: command.reasons }];
}

/** The head decides on the recusal (决定承办人是否回避); granted, the case goes to another officer in the same act. */
export function answerOfficerObjection(
  command: CommandOf<"answer-officer-objection">,
  file: CaseFile,
): Decided {
  const { outcome, reasons, officerId } = command;
  if (file.officerObjection === null) return refuseContent("没有等待决定的回避申请", "无需办理");
  if (reasons.trim() === "") return refuseContent("未写明理由", "请写明理由");
  const answered: CaseEventData = {
    type: "OfficerObjectionAnswered",
    outcome,
    reasons,
    officerId: file.officerId,
  };
  if (outcome === "denied") return [answered];
  if (officerId === null || officerId === file.officerId) {
    return refuseContent(
      "没有写明接办的承办人，或者本机关没有这个账号",
      "请填写另一名承办人的账号",
    );
  }
  return [answered, { type: "CaseHandedOver", officerId, reasons }];
}
