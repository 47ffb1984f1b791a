import type { AddressedPaperData, LabelledText } from "../paper-data.ts";

/** Record of an oral statement and defense (陈述申辩笔录), read over to the speaker and signed. */
export interface DefenseMinutesData extends AddressedPaperData {
  readonly listName: string;
  readonly partyDetails: readonly LabelledText[];
  readonly noticeNumber: string;
  /** Day and time, as printed. */
  readonly takenAt: string;
  readonly place: string;
  /** Who spoke, and as what: 法定代表人, 委托代理人. */
  readonly speaker: string;
  /** Who took it down; null leaves it to be written in by hand. */
  readonly recorder: string | null;
  /** Each point in the speaker's own words. */
  readonly points: readonly string[];
  /** Titles of what was handed over with it; may be empty. */
  readonly evidence: readonly string[];
  /** Whether the speaker declared that this is all. */
  readonly isFinal: boolean;
  /** How the minutes were read over and whether they were signed. */
  readonly signature: string;
}
