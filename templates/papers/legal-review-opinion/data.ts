import type { CalendarDay } from "../../../domain/deadlines/calendar-day.ts";
import type { AddressedPaperData } from "../paper-data.ts";

/** Opinion of the legal review (法制审核意见书), a ruled form for the file: what was looked at, what the reviewer found. */
export interface LegalReviewOpinionData extends AddressedPaperData {
  readonly listName: string;
  /** What was handed in for review, in words. */
  readonly submission: string;
  /** The points that the law wants looked at, each with its citation (审核事项). */
  readonly points: readonly string[];
  /** What the check of these points by the system came to. */
  readonly checkResult: string;
  /** The reviewer's own words, or the reasons with which the draft was returned. */
  readonly opinion: readonly string[];
  /** E.g. 同意. */
  readonly conclusion: string;
  /** The reviewer's name; null leaves the cell to be signed by hand. */
  readonly reviewer: string | null;
  readonly reviewedOn: CalendarDay;
}
