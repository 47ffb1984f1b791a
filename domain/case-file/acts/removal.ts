import { TERMS } from "../../deadlines/terms.ts";
import type { DecideContext } from "../context.ts";
import type { CaseEventData } from "../events.ts";
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
    ...liftDeadlines(file, cause === "repair" ? ["repair-decision"] : []),
  ];
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
