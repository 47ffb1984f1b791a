import type { CalendarDay } from "../../../domain/deadlines/calendar-day.ts";
import type {
  AddressedPaperData,
  LabelledText,
  PaperReference,
  RemediesData,
} from "../paper-data.ts";

/** Refusal to accept an application for repair (信用修复申请不予受理通知书), with the day from which it may be made again. */
export interface RepairRefusalNoticeData extends AddressedPaperData {
  readonly listName: string;
  readonly partyDetails: readonly LabelledText[];
  readonly listingDecision: PaperReference;
  readonly appliedOn: CalendarDay;
  readonly reasons: readonly string[];
  readonly legalBasis: readonly string[];
  readonly mayAskAgainOn: CalendarDay;
  /** How that day was counted, with citation; empty when it is simply at once. */
  readonly mayAskAgainBasis: string;
  readonly remedies: RemediesData;
}
