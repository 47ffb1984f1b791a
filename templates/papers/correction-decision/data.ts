import type { CalendarDay } from "../../../domain/deadlines/calendar-day.ts";
import type {
  AddressedPaperData,
  LabelledText,
  PaperReference,
  RemediesData,
} from "../paper-data.ts";

/** One thing that is put right. */
export interface CorrectionData {
  readonly item: string;
  readonly was: string;
  readonly is: string;
}

/** Correction of a listing decision and its record (更正列入决定书). */
export interface CorrectionDecisionData extends AddressedPaperData {
  readonly listName: string;
  readonly partyDetails: readonly LabelledText[];
  readonly listingDecision: PaperReference;
  readonly objectedOn: CalendarDay;
  readonly findings: string;
  readonly reasons: string;
  readonly corrections: readonly CorrectionData[];
  readonly legalBasis: readonly string[];
  /** Where the corrected record replaces the old one. */
  readonly channels: readonly string[];
  readonly remedies: RemediesData;
}
