import type { TermId } from "../../deadlines/terms.ts";
import type { CommandOf } from "../commands.ts";
import type { DecideContext } from "../context.ts";
import type { CaseEventData } from "../events.ts";
import { refuseContent, type Decided } from "../judgement.ts";
import { findOpenRemedy, type Remedy } from "../remedy.ts";
import { meetDeadline, setDeadline } from "../set-deadline.ts";
import { closeWithLastAnswer, hideListing, takeUpAgain } from "./removal.ts";
import { mustBeAnnulled, type CaseFile } from "../state.ts";

/**
 * Registers that the party turned to the reconsideration organ or the court (登记复议、诉讼). The answer to a reconsideration is due
 * within ten working days, in the simplified procedure five; for a lawsuit the day that the court sets counts.
 */
export function registerRemedy(
  command: CommandOf<"register-remedy">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  const { remedy, organ, number, receivedOn, simplified, evidence } = command;
  if (findOpenRemedy(file.remedies) !== undefined) {
    return refuseContent("已有一件复议或者诉讼正在办理", "请先登记其处理结果");
  }
  if (receivedOn > context.today) return refuseContent("收到日还没有到", "请填写实际收到之日");
  if (file.outcome !== "listed") {
    return refuseContent("本案没有列入决定", "请在所涉决定的案件中登记");
  }
  const registered: CaseEventData = {
    type: "RemedyRegistered",
    remedyId: context.actId,
    remedy,
    organ,
    number,
    receivedOn,
    evidence,
  };
  const taken = [...takeUpAgain(file), registered];
  if (remedy === "litigation") return taken;
  const term: TermId = simplified ? "remedy-answer-simplified" : "remedy-answer";
  return [...taken, setDeadline(file, term, receivedOn, context)];
}

/** Records that answer and complete file went to the organ or the court (提交答复和案卷). */
export function answerRemedy(
  command: CommandOf<"answer-remedy">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  const open = findOpenRemedy(file.remedies);
  if (open === undefined) return refuseNone();
  if (open.answeredOn !== null) return refuseContent("已经提交过答复", "无需重复登记");
  const { answeredOn, evidence } = command;
  if (answeredOn > context.today || answeredOn < open.receivedOn) {
    return refuseContent("提交日不在收到之日和今日之间", "请核对日期");
  }
  return [
    { type: "RemedyAnswered", remedyId: open.remedyId, answeredOn, evidence },
    ...meetAnswer(file),
  ];
}

/**
 * Carries out an order that enforcement stops (停止执行): the listing is out of sight and its measures rest. The end of the listing
 * stays where it is.
 */
export function suspendEnforcement(
  command: CommandOf<"suspend-enforcement">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  const open = findOpenRemedy(file.remedies);
  if (open === undefined) return refuseNone();
  if (open.suspendedBy !== null) return refuseContent("已经停止执行", "无需重复登记");
  const { number, orderedOn, evidence } = command;
  if (orderedOn > context.today) return refuseContent("决定日还没有到", "请核对日期");
  const { remedyId } = open;
  const suspended: CaseEventData = {
    type: "EnforcementSuspended",
    remedyId,
    number,
    orderedOn,
    evidence,
  };
  if (file.publicationState !== "shown") return [suspended];
  return [suspended, { type: "PublicationSuspended", reason: "enforcement-suspended" }];
}

/** Ends the stop of enforcement (恢复执行): what was out of sight is shown again. */
export function resumeEnforcement(
  command: CommandOf<"resume-enforcement">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  const open = findOpenRemedy(file.remedies);
  if (open === undefined || open.suspendedBy === null) {
    return refuseContent("没有正在停止执行的复议或者诉讼", "无需办理");
  }
  const { number, resumedOn, evidence } = command;
  if (resumedOn > context.today) return refuseContent("恢复日还没有到", "请核对日期");
  return [
    { type: "EnforcementResumed", remedyId: open.remedyId, number, resumedOn, evidence },
    ...showAgain(file, "enforcement-resumed"),
  ];
}

/**
 * Registers the ruling and carries it out (登记处理结果并执行). Annulled or unlawful: out of sight at once, and three working days
 * for the head to sign the annulment. Changed: only the measures that were kept go on. Upheld or dismissed: what was stopped goes on.
 */
export function recordRemedyOutcome(
  command: CommandOf<"record-remedy-outcome">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  const open = findOpenRemedy(file.remedies);
  if (open === undefined) return refuseNone();
  const { outcome, number, decidedOn, keptMeasureIds, evidence } = command;
  if (decidedOn > context.today || decidedOn < open.receivedOn) {
    return refuseContent("处理结果的作出日不在收到之日和今日之间", "请核对日期");
  }
  const known = (file.proposal?.measures ?? []).map((each) => each.rowId);
  const isFewer =
    keptMeasureIds.length < known.length && keptMeasureIds.every((each) => known.includes(each));
  if (outcome === "changed" && !isFewer) {
    return refuseContent("没有写明变更后保留的措施", "请只保留复议决定、裁判维持的措施");
  }
  const decided: CaseEventData = {
    type: "RemedyDecided",
    remedyId: open.remedyId,
    ruling: { outcome, number, decidedOn },
    keptMeasureIds: outcome === "changed" ? keptMeasureIds : known,
    evidence,
  };
  const carried = carryOut(command, open, file, context);
  const closed = takesAway(outcome) ? [] : closeWithLastAnswer(file, context);
  return [decided, ...carried, ...closed];
}

function carryOut(
  { outcome, decidedOn }: CommandOf<"record-remedy-outcome">,
  open: Remedy,
  file: CaseFile,
  context: DecideContext,
): readonly CaseEventData[] {
  const settled = meetAnswer(file);
  switch (outcome) {
    case "annulled":
    case "unlawful":
      // A listing that was annulled already has nothing more to lose.
      if (file.stage === "harm-repair") return settled;
      return [
        ...settled,
        ...hideListing(file, "decision-annulled"),
        setDeadline(file, "annulment-withdrawal", decidedOn, context),
      ];
    case "changed":
      return [...settled, ...showAgain(file, "decision-changed")];
    case "upheld":
    case "dismissed":
      return open.suspendedBy === null
        ? settled
        : [...settled, ...showAgain(file, "enforcement-resumed")];
  }
}

function takesAway(outcome: CommandOf<"record-remedy-outcome">["outcome"]): boolean {
  return outcome === "annulled" || outcome === "unlawful";
}

/** A listing that has ended, that fell away meanwhile, or whose basis did, is never shown again (R36). */
function showAgain(
  file: CaseFile,
  because: "enforcement-resumed" | "decision-changed",
): readonly CaseEventData[] {
  const mayBeShown =
    file.stage === "published" && !mustBeAnnulled(file) && file.reorganization === null;
  return mayBeShown ? [{ type: "PublicationShownAgain", because }] : [];
}

/** Marks the clock for the answer as kept, whichever procedure it belongs to. */
function meetAnswer(file: CaseFile): readonly CaseEventData[] {
  return [
    ...meetDeadline(file, "remedy-answer"),
    ...meetDeadline(file, "remedy-answer-simplified"),
  ];
}

function refuseNone(): Decided {
  return refuseContent("没有正在办理的复议或者诉讼", "请先登记复议或者诉讼");
}
