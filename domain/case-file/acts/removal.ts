import { TERMS, type TermId } from "../../deadlines/terms.ts";
import { findOpenChannels } from "../../publication/find-channels.ts";
import type { DecideContext } from "../context.ts";
import type { CaseEventData } from "../events.ts";
import { findConcededObjection, findOpenObjections } from "../objection.ts";
import { findAnnullingRuling, findOpenRemedy } from "../remedy.ts";
import type { CaseFile } from "../state.ts";

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

/**
 * Closes a case whose party is off the list, once every channel has confirmed and nobody waits for an answer any more (归档).
 *
 * The file handed in is the case after the answer that was just given.
 */
export function closeWhenSettled(file: CaseFile, context: DecideContext): readonly CaseEventData[] {
  const isSettled = file.stage === "removed" && !owesAnswer(file);
  const isConfirmed = findOpenChannels(file, context.pack).length === 0;
  return isSettled && isConfirmed ? [{ type: "CaseClosed", closedOn: context.today }] : [];
}

/**
 * Whether an objection, a reconsideration or a lawsuit is still open (尚有未办结的异议、复议、诉讼), or one of them found the listing wrong
 * and nobody has annulled it yet.
 */
export function owesAnswer(file: CaseFile): boolean {
  const isWrong =
    findAnnullingRuling(file.remedies) !== undefined ||
    findConcededObjection(file.objections) !== undefined;
  return (
    findOpenObjections(file.objections).length > 0 ||
    findOpenRemedy(file.remedies) !== undefined ||
    (isWrong && file.removal?.by !== "annulment")
  );
}

/**
 * Lifts every clock that still runs, except those that the same act has just settled. Periods that only inform, such as
 * those for remedies (复议、诉讼), are the party's and stay.
 */
export function liftDeadlines(
  file: CaseFile,
  settled: readonly string[] = [],
): readonly CaseEventData[] {
  return file.deadlines
    .filter((each) => each.status === "open" && TERMS[each.termId].onEnd !== "information")
    .filter((each) => !settled.includes(each.termId))
    .map((each) => ({ type: "DeadlineLifted", deadlineId: each.deadlineId }));
}
