import type { CommandOf } from "../commands.ts";
import type { DecideContext } from "../context.ts";
import type { CaseEventData } from "../events.ts";
import { refuseContent, type Decided } from "../judgement.ts";
import { mustBeAnnulled, type CaseFile } from "../state.ts";

/**
 * Takes a company out of sight while it is reorganized (重整、和解期间暂停公示), on its application and with the court's ruling that
 * approves the plan. Its measures rest; the listing itself and its end stay as they are.
 */
export function suspendForReorganization(
  command: CommandOf<"suspend-for-reorganization">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  const { court, number, ruledOn, evidence } = command;
  if (ruledOn > context.today) return refuseContent("裁定日还没有到", "请核对日期");
  if (file.reorganization !== null) return refuseContent("已经暂停公示", "无需重复登记");
  if (file.partyKind === "natural-person") {
    return refuseContent("自然人不适用重整、和解", "请核对当事人类别");
  }
  const suspended: CaseEventData = {
    type: "ReorganizationApproved",
    court,
    number,
    ruledOn,
    evidence,
  };
  if (file.publicationState !== "shown") return [suspended];
  return [suspended, { type: "PublicationSuspended", reason: "reorganization" }];
}

/** Ends it (恢复公示): the plan was carried out, or given up; what was out of sight is shown again. */
export function resumeAfterReorganization(
  command: CommandOf<"resume-after-reorganization">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  const { reasons, endedOn, evidence } = command;
  if (file.reorganization === null) return refuseContent("没有暂停公示的重整", "无需办理");
  if (reasons.trim() === "") return refuseContent("未写明恢复的理由", "请写明理由");
  if (endedOn > context.today) return refuseContent("填写的日期还没有到", "请核对日期");
  const ended: CaseEventData = { type: "ReorganizationEnded", endedOn, reasons, evidence };
  const isStopped = file.remedies.some((each) => each.suspendedBy !== null && each.ruling === null);
  if (mustBeAnnulled(file) || isStopped) return [ended];
  return [ended, { type: "PublicationShownAgain", because: "reorganization-ended" }];
}
