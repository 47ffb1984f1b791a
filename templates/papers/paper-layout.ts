/** A block of a paper: which part of the wording stands here, and as what. */
export interface LayoutBlock<Field extends string = string> {
  /** Name of the part in the text file. */
  readonly part: string;
  /** `section` is numbered 一、二、三; `row` is a row of a ruled form, `table` one with columns; `note` stands at the foot. */
  readonly as: "addressee" | "body" | "section" | "row" | "table" | "note";
  /** Fields without which this part would be empty; the paper is not made then. */
  readonly requires?: readonly Field[];
  /** Least height of a row, in lines. */
  readonly minimum?: number;
  /** Widths of the columns of a table, as shares of the whole. */
  readonly columns?: readonly number[];
}

/** The order of blocks of any paper. */
export interface AnyPaperLayout {
  /** A sheet of a volume has neither number nor seal. */
  readonly form: "letter" | "ruled-form" | "volume-sheet";
  readonly blocks: readonly LayoutBlock[];
}

/** The order of a paper's blocks, checked against its data. No wording here. */
export interface PaperLayout<Data> extends AnyPaperLayout {
  readonly blocks: readonly LayoutBlock<keyof Data & string>[];
}
