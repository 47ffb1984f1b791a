import type { CommandOf } from "../commands.ts";
import type { DecideContext } from "../context.ts";
import { findGoverningRemovalDay } from "../early-removal.ts";
import type { CaseEventData } from "../events.ts";
import { issuePaper } from "../issue-paper.ts";
import { refuseContent, type Decided } from "../judgement.ts";
import { meetDeadline, setDeadline } from "../set-deadline.ts";
import { findOpenRepair, type CaseFile } from "../state.ts";
import { removeParty } from "./removal.ts";

/** Records that the party did what it owed (履行义务), with proof. */
export function recordFulfilment(
  command: CommandOf<"record-fulfilment">,
  context: DecideContext,
): Decided {
  const { fulfilledOn, remark, evidence } = command;
  if (fulfilledOn > context.today) return refuseContent("履行日还没有到", "请核对日期");
  return [{ type: "ObligationFulfilled", fulfilledOn, remark, evidence }];
}

/** Records a legal officer's reasoned choice between sources in conflict (法律依据冲突的选择). */
export function chooseConflictingSource(
  command: CommandOf<"choose-conflicting-source">,
  context: DecideContext,
): Decided {
  const { sourceId, reasons } = command;
  const known = context.pack.earlyRemoval.conflict.some((source) => source.id === sourceId);
  if (!known) return refuseContent("所选依据不在名单规则中", "请从列出的依据中选择");
  if (reasons.trim() === "") return refuseContent("未写明选择的理由", "请写明适用该依据的理由");
  return [{ type: "ConflictingSourceChosen", sourceId, reasons, chosenOn: context.today }];
}

/** Files an application for credit repair (信用修复申请), free of charge; three and ten working days begin to run. */
export function applyForRepair(
  command: CommandOf<"apply-for-repair">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  if (findOpenRepair(file) !== undefined) {
    return refuseContent("已有一份修复申请正在办理", "请等待该申请的结果");
  }
  const { statement, pledge, evidence } = command;
  if (statement.trim() === "") return refuseContent("未写明申请内容", "请写明申请事项和理由");
  return [
    {
      type: "RepairRequested",
      applicationId: context.actId,
      filedOn: context.today,
      statement,
      pledge,
      evidence,
    },
    setDeadline(file, "repair-acceptance", context.today, context),
    setDeadline(file, "repair-decision", context.today, context),
  ];
}

/** Accepts the application (受理), and tells the party by when it is decided. */
export function acceptRepair(
  command: CommandOf<"accept-repair">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  const application = findOpenRepair(file);
  if (application?.status !== "filed") return refuseNoApplication("待受理");
  const { applicationId } = application;
  return [
    { type: "RepairAccepted", applicationId, opinion: command.opinion },
    issuePaper(file, "repair-acceptance-notice", context),
    ...meetDeadline(file, "repair-acceptance"),
  ];
}

/** Refuses to accept the application (不予受理), with reasons and the day from which it may be asked again. */
export function refuseRepair(
  command: CommandOf<"refuse-repair">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  const application = findOpenRepair(file);
  if (application?.status !== "filed") return refuseNoApplication("待受理");
  if (command.reasons.trim() === "") return refuseContent("未写明理由", "请写明不予受理的理由");
  return [
    refused(application.applicationId, "acceptance", command.reasons, file, context),
    issuePaper(file, "repair-refusal-notice", context),
    ...meetDeadline(file, "repair-acceptance"),
    ...meetDeadline(file, "repair-decision"),
  ];
}

/** Grants early removal (移出决定): the party leaves the list everywhere. */
export function grantRepair(
  command: CommandOf<"grant-repair">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  const application = findOpenRepair(file);
  if (application?.status !== "accepted") return refuseNoApplication("已受理");
  const { applicationId } = application;
  return [
    { type: "RepairGranted", applicationId, reasons: command.reasons },
    issuePaper(file, "removal-decision", context),
    ...meetDeadline(file, "repair-decision"),
    ...removeParty(file, "repair", command.reasons, context),
  ];
}

/** Denies early removal (不予移出决定), with reasons and the day from which it may be asked again. */
export function denyRepair(
  command: CommandOf<"deny-repair">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  const application = findOpenRepair(file);
  if (application?.status !== "accepted") return refuseNoApplication("已受理");
  if (command.reasons.trim() === "") return refuseContent("未写明理由", "请写明不予移出的理由");
  return [
    refused(application.applicationId, "decision", command.reasons, file, context),
    issuePaper(file, "decision-not-to-remove", context),
    ...meetDeadline(file, "repair-decision"),
  ];
}

function refused(
  applicationId: string,
  step: "acceptance" | "decision",
  reasons: string,
  file: CaseFile,
  context: DecideContext,
): CaseEventData {
  const from = findGoverningRemovalDay(file, context)?.from ?? null;
  const mayAskFrom = from !== null && from > context.today ? from : null;
  return { type: "RepairRefused", applicationId, step, reasons, mayAskFrom };
}

function refuseNoApplication(status: string): Decided {
  return refuseContent(`没有${status}的修复申请`, "请先登记或受理修复申请");
}
