import type { CalendarDay } from "../../../domain/deadlines/calendar-day.ts";
import type { AddressedPaperData } from "../paper-data.ts";

/** Minutes of a hearing (听证笔录): who was there, what was put forward, what the party said to it, and who signed. */
export interface HearingMinutesData extends AddressedPaperData {
  readonly listName: string;
  readonly heldOn: CalendarDay;
  readonly startsAt: string;
  readonly place: string;
  readonly presider: string;
  readonly openness: string;
  /** Whether the party came; staying away is a waiver. */
  readonly attendance: string;
  readonly attendees: string;
  /** What the investigating officers put forward; null where the party stayed away and nothing was heard. */
  readonly investigation: string | null;
  /** The party's points in its own words. */
  readonly points: readonly string[];
  /** Whether the minutes were signed, and what the presider noted. */
  readonly signature: string;
}
