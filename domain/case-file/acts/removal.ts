import { TERMS, type TermId } from "../../deadlines/terms.ts";
import { findOpenChannels } from "../../publication/find-channels.ts";
import type { DecideContext } from "../context.ts";
import type { CaseEventData } from "../events.ts";
import { findOpenObjections } from "../objection.ts";
import { findOpenRemedy } from "../remedy.ts";
import { isUnderWay, mustBeAnnulled, type CaseFile } from "../state.ts";

/** Takes the party off the list (移出): every channel and every measure follows, and no clock goes on. */
export function removeParty(
  file: CaseFile,
  cause: "expiry" | "repair" | "annulment",
  reasons: string,
  context: DecideContext,
): readonly CaseEventData[] {
  return [
    { type: "PartyRemoved", cause, removedOn: context.today, reasons },
    ...liftDeadlines(file, cause === "repair" ? [...OWED, "repair-decision"] : OWED),
  ];
}

/** Takes a listing that may not stand out of sight at once (停止展示); one that has ended is out of sight already. */
export function hideListing(
  file: CaseFile,
  reason: "decision-annulled" | "found-wrong",
): readonly CaseEventData[] {
  return file.stage === "published" ? [{ type: "PublicationSuspended", reason }] : [];
}

/** Answers that others wait for: they stay due when the listing has ended. */
const OWED: readonly TermId[] = ["objection-answer", "remedy-answer", "remedy-answer-simplified"];

/** A case that was closed is taken up again (重新办理): as one whose party is off the list. */
export function takeUpAgain(file: CaseFile): readonly CaseEventData[] {
  return file.stage === "closed" ? [{ type: "CaseTakenUpAgain" }] : [];
}

/** Closes a case whose party is off the list, if every channel has confirmed and nobody waits for an answer (归档). */
export function closeIfConfirmed(file: CaseFile, context: DecideContext): readonly CaseEventData[] {
  const { pack, authority } = context;
  const isOpen = owesAnswer(file) || findOpenChannels(file, pack, authority).length > 0;
  return isOpen ? [] : [{ type: "CaseClosed", closedOn: context.today }];
}

/**
 * Closes a case whose party is off the list, once every channel has confirmed and the answer that is just being given is the last
 * that was owed (归档).
 */
export function closeWithLastAnswer(
  file: CaseFile,
  context: DecideContext,
): readonly CaseEventData[] {
  const isLast = countOpenAnswers(file) === 1 && !awaitsAnnulment(file);
  const isConfirmed = findOpenChannels(file, context.pack, context.authority).length === 0;
  const closes = file.stage === "removed" && isLast && isConfirmed;
  return closes ? [{ type: "CaseClosed", closedOn: context.today }] : [];
}

/**
 * Whether an objection, a reconsideration or a lawsuit is still open (尚有未办结的异议、复议、诉讼), or the listing was found wrong or lost
 * its basis and nobody has annulled it yet.
 */
export function owesAnswer(file: CaseFile): boolean {
  return countOpenAnswers(file) > 0 || awaitsAnnulment(file);
}

function countOpenAnswers(file: CaseFile): number {
  const remedies = findOpenRemedy(file.remedies) === undefined ? 0 : 1;
  return findOpenObjections(file.objections).length + remedies;
}

function awaitsAnnulment(file: CaseFile): boolean {
  return file.outcome === "listed" && mustBeAnnulled(file) && file.removal?.by !== "annulment";
}

/**
 * Lifts every clock that still runs, except those that are kept: settled by the same act, or owed to others. Periods that only inform, such as
 * those for remedies (复议、诉讼), are the party's and stay.
 */
export function liftDeadlines(
  file: CaseFile,
  kept: readonly string[] = [],
): readonly CaseEventData[] {
  return file.deadlines
    .filter((each) => isUnderWay(each) && TERMS[each.termId].onEnd !== "information")
    .filter((each) => !kept.includes(each.termId))
    .map((each) => ({ type: "DeadlineLifted", deadlineId: each.deadlineId }));
}
