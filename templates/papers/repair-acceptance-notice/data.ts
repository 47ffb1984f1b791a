import type { CalendarDay } from "../../../domain/deadlines/calendar-day.ts";
import type {
  AddressedPaperData,
  ContactData,
  LabelledText,
  PaperReference,
} from "../paper-data.ts";

/** Acceptance of an application for repair (信用修复申请受理通知书): by when the party gets its answer, and at no charge. */
export interface RepairAcceptanceNoticeData extends AddressedPaperData {
  readonly listName: string;
  readonly partyDetails: readonly LabelledText[];
  readonly listingDecision: PaperReference;
  readonly appliedOn: CalendarDay;
  readonly acceptedOn: CalendarDay;
  /** Titles of what was handed in. */
  readonly materials: readonly string[];
  readonly legalBasis: readonly string[];
  /** Within how long it is decided, in words, and the last day of it. */
  readonly resultTerm: string;
  readonly resultBy: CalendarDay;
  readonly resultBasis: string;
  readonly freeOfChargeBasis: string;
  readonly contact: ContactData;
}
