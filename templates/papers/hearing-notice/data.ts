import type { CalendarDay } from "../../../domain/deadlines/calendar-day.ts";
import type { AddressedPaperData, ContactData } from "../paper-data.ts";

/** Notice of a hearing (听证通知书): when, where, under whom, and what the party may do there. */
export interface HearingNoticeData extends AddressedPaperData {
  readonly listName: string;
  readonly noticeNumber: string;
  readonly requestedOn: CalendarDay;
  readonly heldOn: CalendarDay;
  /** Shanghai time of day, e.g. 14:30. */
  readonly startsAt: string;
  readonly place: string;
  /** Name and post. */
  readonly presider: string;
  /** Whether the hearing is open, and why not. */
  readonly openness: string;
  /** Why an earlier date was moved; null for the first notice. */
  readonly changeReasons: string | null;
  readonly contact: ContactData;
}
