import type { CalendarDay } from "../../../domain/deadlines/calendar-day.ts";
import type { AddressedPaperData, LabelledText, SignedDraftData } from "../paper-data.ts";

/** Decision not to list (不予列入决定书): the procedure ends in the party's favor after the notice. */
export interface DecisionNotToListData extends AddressedPaperData, SignedDraftData {
  readonly listName: string;
  readonly partyDetails: readonly LabelledText[];
  readonly noticeNumber: string;
  readonly noticeServedOn: CalendarDay;
  /** What the party said, in short; null when it said nothing. */
  readonly defenseSummary: string | null;
  /** What was verified and found. */
  readonly findings: readonly string[];
  readonly reasons: readonly string[];
  readonly legalBasis: readonly string[];
}
