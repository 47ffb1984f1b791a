import type { CalendarDay } from "../../../domain/deadlines/calendar-day.ts";
import type {
  AddressedPaperData,
  LabelledText,
  MeasureData,
  PaperReference,
  RemediesData,
} from "../paper-data.ts";

/** One point of the defense with what became of it. */
export interface AnsweredPointData {
  readonly point: string;
  readonly answer: string;
}

/** Decision that a listing stands again (恢复列入决定书): the removal is revoked, the end of the listing stays. */
export interface RestorationDecisionData extends AddressedPaperData {
  readonly listName: string;
  readonly partyDetails: readonly LabelledText[];
  readonly listingDecision: PaperReference;
  readonly removalDecision: PaperReference;
  readonly notice: PaperReference;
  readonly noticeServedOn: CalendarDay;
  readonly findings: readonly string[];
  readonly evidence: readonly string[];
  /** Empty where the party said nothing. */
  readonly defense: readonly AnsweredPointData[];
  readonly reasons: readonly string[];
  readonly legalBasis: readonly string[];
  readonly listedUntil: CalendarDay;
  /** Where everybody sees it again; empty for a party that the public may not see. */
  readonly channels: readonly string[];
  /** With whom it is shared again. */
  readonly receivers: readonly string[];
  readonly measures: readonly MeasureData[];
  readonly remedies: RemediesData;
}
