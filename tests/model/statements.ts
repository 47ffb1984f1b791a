import { isDeepStrictEqual } from "node:util";
import type { CaseEvent, CaseEventType } from "../../domain/case-file/events.ts";
import { replay } from "../../domain/case-file/evolve.ts";
import type { CaseFile } from "../../domain/case-file/state.ts";
import { endOfDay, type CalendarDay } from "../../domain/deadlines/calendar-day.ts";

/** What must be true of every record, whoever did what (不变式): each statement says what is wrong, or nothing. */
export function findWrongs(events: readonly CaseEvent[], file: CaseFile): readonly string[] {
  return [
    ...findPublishedUndecided(events),
    ...findDecidedTooSoon(events),
    ...findReplayedOtherwise(events, file),
    ...findMixedAddressees(file),
  ];
}

/** Nothing is shown past its last day, and no person to the public past its consent. */
export function findShownTooLong(file: CaseFile, day: CalendarDay): readonly string[] {
  if (file.publicationState !== "shown") return [];
  const consentedThrough = file.displayConsent?.endsOn;
  if (consentedThrough !== undefined && consentedThrough < day) {
    return [`a person shown on ${day}, past its consent through ${consentedThrough}`];
  }
  const end = file.deadlines.findLast((each) => each.termId === "listing-end");
  if (end === undefined) return ["shown without an end"];
  return end.endsOn < day ? [`shown on ${day}, past ${end.endsOn}`] : [];
}

function findPublishedUndecided(events: readonly CaseEvent[]): readonly string[] {
  const published = indexOf(events, "PublicationStarted");
  if (published === -1) return [];
  const signed = events.findIndex(
    (event) => event.type === "DecisionSigned" && event.outcome === "list",
  );
  return signed === -1 || signed > published ? ["published without a decision"] : [];
}

function findDecidedTooSoon(events: readonly CaseEvent[]): readonly string[] {
  const signed = events.findIndex(
    (event) => event.type === "DecisionSigned" && event.outcome === "list",
  );
  if (signed === -1) return [];
  const before = events.slice(0, signed);
  const ended = before.findLast((event) => event.type === "DefensePeriodEnded");
  if (ended?.type !== "DefensePeriodEnded") return ["decided though the window never ended"];
  switch (ended.reason) {
    case "waived":
      return indexOf(before, "DefenseWaived") === -1 ? ["a waiver that nobody made"] : [];
    case "final": {
      const isFinal = before.some(
        (event) => event.type === "DefenseStated" && event.statement.final,
      );
      return isFinal ? [] : ["a statement that nobody declared final"];
    }
    case "expired":
      return findExpiredEarly(before, events[signed]);
  }
}

function findExpiredEarly(
  before: readonly CaseEvent[],
  signature: CaseEvent | undefined,
): readonly string[] {
  const window = before.findLast(
    (event) => event.type === "DeadlineSet" && event.deadline.termId === "defense-window",
  );
  if (window?.type !== "DeadlineSet") return ["a window that never began"];
  const end = endOfDay(window.deadline.endsOn).getTime();
  return Date.parse(signature?.at ?? "") < end ? ["decided within the window"] : [];
}

function findReplayedOtherwise(events: readonly CaseEvent[], file: CaseFile): readonly string[] {
  return isDeepStrictEqual(replay(events), file) ? [] : ["replayed otherwise"];
}

function findMixedAddressees({ papers, partyId }: CaseFile): readonly string[] {
  const ids = new Set(papers.map((paper) => paper.paperId));
  return [
    ...(papers.every((paper) => paper.partyId === partyId) ? [] : ["a paper for somebody else"]),
    ...(ids.size === papers.length ? [] : ["two papers of one id"]),
  ];
}

function indexOf(events: readonly CaseEvent[], type: CaseEventType): number {
  return events.findIndex((event) => event.type === type);
}
