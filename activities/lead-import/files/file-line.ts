/** One line of a table with the number that a spreadsheet gives it; the header line is 1. */
export interface FileLine {
  readonly number: number;
  readonly cells: readonly string[];
}
