import type { CalendarDay } from "../../../domain/deadlines/calendar-day.ts";
import type { AddressedPaperData, ContactData, PaperReference } from "../paper-data.ts";

/** Answer to an objection against the published record (异议处理结果告知书). */
export interface ObjectionAnswerData extends AddressedPaperData {
  readonly listName: string;
  readonly listingDecision: PaperReference;
  readonly objectedOn: CalendarDay;
  /** Who objected, in general terms: never by name. */
  readonly objector: string;
  readonly disputedItem: string;
  readonly statement: string;
  readonly findings: string;
  readonly outcome: string;
  readonly reasons: string;
  /** What follows from the outcome. */
  readonly consequence: string;
  readonly legalBasis: readonly string[];
  readonly contact: ContactData;
}
