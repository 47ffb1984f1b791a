import type { CalendarDay } from "../../../domain/deadlines/calendar-day.ts";
import type { AddressedPaperData, ContactData, LabelledText } from "../paper-data.ts";

/** Notice that the procedure has ended without a listing (终止认定程序告知书). */
export interface WithdrawalNoticeData extends AddressedPaperData {
  readonly listName: string;
  readonly partyDetails: readonly LabelledText[];
  readonly openedOn: CalendarDay;
  /** The day the procedure ended. */
  readonly endedOn: CalendarDay;
  /** Number of the prior notice already served, or null. */
  readonly noticeNumber: string | null;
  readonly reasons: readonly string[];
  readonly legalBasis: readonly string[];
  readonly contact: ContactData;
}
