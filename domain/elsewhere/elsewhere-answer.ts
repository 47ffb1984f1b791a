import type { ElsewhereFinding } from "./read-elsewhere-record.ts";

/** What became of one record (办理结果): new, newer than before, off the list, known already, or overtaken by a newer one. */
export type ElsewhereOutcome = "taken" | "changed" | "withdrawn" | "unchanged" | "overtaken";

/** What a source is answered: how many of its records became what, and what is wrong with the others. */
export interface ElsewhereAnswer extends Readonly<Record<ElsewhereOutcome, number>> {
  readonly receiptId: string;
  readonly rejected: readonly {
    /** Place in the message, from 0. */
    readonly index: number;
    readonly findings: readonly ElsewhereFinding[];
  }[];
}
