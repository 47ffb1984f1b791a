import type { CalendarDay } from "../deadlines/calendar-day.ts";

/** What the ledger notes of one pack, edition or measure (台账记载). */
export interface LedgerNote {
  /** The unit that answers for it; never a person's name. */
  readonly unit: string;
  readonly reviewOn: CalendarDay;
  readonly conforms: boolean;
  /** How it is to be put right, where it does not conform. */
  readonly plan: string;
}

/** Whether an entry has to be looked at (应当复核): its day has come, or nobody has noted anything of it. */
export function isDueForReview(note: LedgerNote | null, today: CalendarDay): boolean {
  return note === null || note.reviewOn <= today;
}
