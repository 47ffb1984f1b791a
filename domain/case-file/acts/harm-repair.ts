import type { CommandOf } from "../commands.ts";
import type { DecideContext } from "../context.ts";
import { findOpenHarmItems } from "../harm.ts";
import { issuePaper } from "../issue-paper.ts";
import { refuseContent, type Decided } from "../judgement.ts";
import { owesAnswer } from "./removal.ts";
import type { CaseFile } from "../state.ts";

/** Records that one thing a wrong listing has left behind is undone, with proof (登记消除影响事项). */
export function settleHarmItem(command: CommandOf<"settle-harm-item">, file: CaseFile): Decided {
  const { itemId, result, evidence } = command;
  if (!findOpenHarmItems(file.harmItems).some((each) => each.itemId === itemId)) {
    return refuseContent("没有这项待办的消除影响事项", "请刷新页面，选择尚未办结的事项");
  }
  if (result.trim() === "") {
    return refuseContent("未写明办理结果", "请写明做了什么、由谁确认；没有发现的也请写明");
  }
  return [{ type: "HarmItemSettled", itemId, result, evidence }];
}

/** Certifies that nothing of the wrong listing is left (出具消除影响证明), and closes the case. */
export function certifyHarmRepair(
  command: CommandOf<"certify-harm-repair">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  const { statement } = command;
  if (statement.trim() === "") {
    return refuseContent("未写明向当事人的说明", "请写明对当事人的致歉或者说明");
  }
  if (owesAnswer(file)) {
    return refuseContent("还有异议、复议或者诉讼没有办结", "请先答复异议、登记复议或者诉讼的结果");
  }
  return [
    { type: "HarmRepaired", statement },
    issuePaper(file, "harm-repair-certificate", context),
    { type: "CaseClosed", closedOn: context.today },
  ];
}
