import type { CalendarDay } from "../../../domain/deadlines/calendar-day.ts";
import type { AddressedPaperData, ContactData } from "../paper-data.ts";

/** One point of the party's, with what verification came to. */
export interface VerifiedPointData {
  /** The party's own words. */
  readonly point: string;
  /** 采纳 or 不予采纳. */
  readonly outcome: string;
  readonly reasons: string;
}

/** Result of verification (核实结果告知书): the answer to everything that the party stated in its defense. */
export interface VerificationResultData extends AddressedPaperData {
  readonly listName: string;
  readonly noticeNumber: string;
  /** The day on which the first of the points reached the authority. */
  readonly statedOn: CalendarDay;
  readonly points: readonly VerifiedPointData[];
  readonly legalBasis: readonly string[];
  readonly contact: ContactData;
}
