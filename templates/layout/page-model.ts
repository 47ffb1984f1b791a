import type { FontSlot } from "../fonts/sources.ts";
import type { ComposedLine } from "./compose-lines.ts";

/** Red, green, blue from 0 to 1. */
export type Color = readonly [number, number, number];
export const BLACK: Color = [0, 0, 0];
/** The red of head, line and seal. */
export const RED: Color = [0.86, 0.08, 0.1];

/** What is drawn. */
export type Draw =
  /** A line of text: its left edge and its baseline, in points from the top left corner of the page. */
  | {
      readonly kind: "text";
      readonly slot: FontSlot;
      readonly size: number;
      /** Width that a stretched character of the line fills with its ink. */
      readonly cell: number;
      readonly color: Color;
      readonly line: ComposedLine;
      readonly left: number;
      readonly y: number;
    }
  /** One character turned and narrowed: `matrix` is a, b, c, d of the text matrix in upward coordinates. */
  | {
      readonly kind: "turned";
      readonly slot: FontSlot;
      readonly size: number;
      readonly color: Color;
      readonly character: string;
      readonly x: number;
      readonly y: number;
      readonly matrix: readonly [number, number, number, number];
    }
  | {
      readonly kind: "rule";
      readonly color: Color;
      readonly thickness: number;
      readonly from: readonly [number, number];
      readonly to: readonly [number, number];
    }
  | {
      readonly kind: "ring";
      readonly color: Color;
      readonly thickness: number;
      readonly center: readonly [number, number];
      readonly radius: number;
    }
  | {
      readonly kind: "polygon";
      readonly color: Color;
      readonly points: readonly (readonly [number, number])[];
    }
  /** Filled rectangles x, y, width, height from the top left. */
  | {
      readonly kind: "boxes";
      readonly color: Color;
      readonly boxes: readonly (readonly [number, number, number, number])[];
    };

/** An element of the document's structure, in reading order; screen readers walk these. */
export interface StructureNode {
  readonly type:
    "P" | "H1" | "H2" | "H3" | "L" | "LI" | "LBody" | "Figure" | "Table" | "TR" | "TH" | "TD";
  /** Index of the element that holds it; null at the top. */
  readonly parent: number | null;
  readonly alt?: string;
  /** What a heading cell heads: its row unless said otherwise. */
  readonly scope?: "Column";
  /** Left, top, right, bottom; figures only. */
  readonly box?: readonly [number, number, number, number];
  /** The figure over which the electronic signature lies. */
  readonly isSeal?: true;
}

/** Drawn things that belong to one element of the structure, or to none (page numbers, lines). */
export interface Mark {
  readonly node: number | "artifact";
  readonly draws: readonly Draw[];
}

/** A page: marks in the order in which they are painted. */
export interface PageModel {
  readonly marks: readonly Mark[];
}

/** A whole paper, ready to be painted by anything that can draw. */
export interface PaperModel {
  readonly pages: readonly PageModel[];
  readonly structure: readonly StructureNode[];
}
