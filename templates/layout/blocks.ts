/**
 * A finished piece of a paper: every word in place, nothing drawn yet.
 *
 * Pages show these; the letter and form layouts set them.
 */
export type ComposedBlock =
  | {
      readonly kind:
        | "authority"
        | "number"
        | "title"
        | "addressee"
        | "paragraph"
        | "list"
        | "signature"
        | "date"
        | "verification"
        | "note";
      readonly text: string;
    }
  | { readonly kind: "heading"; readonly level: 2 | 3; readonly text: string }
  /** A row of a ruled form; without lines it is a cell to be filled in by hand. */
  | {
      readonly kind: "row";
      readonly text: string;
      readonly label: string;
      readonly lines: readonly string[];
      /** Height in lines of type, at least. */
      readonly minimum: number;
    }
  /** A row of a table with columns; the first one names them. */
  | {
      readonly kind: "cells";
      readonly text: string;
      readonly cells: readonly string[];
      /** Widths of the columns, as shares of the whole. */
      readonly columns: readonly number[];
      readonly isHead: boolean;
    };

/** What the layouts need besides the blocks. */
export interface PaperFrame {
  readonly draft: boolean;
  readonly specimen: boolean;
  readonly sealName: string;
  /** Null on a draft: a draft cannot be verified. */
  readonly checkUrl: string | null;
  /** 草稿, printed across every page of a draft. */
  readonly draftMark: string;
  readonly sealDescription: string;
  readonly qrDescription: string;
}
