import type { FontSlot } from "../fonts/sources.ts";
import type { ComposedLine } from "./compose-lines.ts";
import { type Grid, PAGE, baselineIn } from "./grid.ts";
import { BLACK, type Color, type Draw, type Mark } from "./page-model.ts";

/** A row of the raster: a line of text that belongs to an element, or a blank one. */
export interface FlowRow {
  readonly node: number;
  readonly line: ComposedLine | null;
  readonly slot: FontSlot;
  /** Must stand on the same page as the row that follows. */
  readonly keepWithNext: boolean;
}

/** A row with its place: which page, which row of it. */
export interface PlacedRow {
  readonly row: FlowRow;
  readonly page: number;
  readonly at: number;
}

/** Fills pages row by row; rows that must stay together move together. `firstRow` is where the first page begins. */
export function placeRows(
  rows: readonly FlowRow[],
  firstRow: number,
  rowsPerPage: number,
): PlacedRow[] {
  const placed: PlacedRow[] = [];
  let page = 0;
  let at = firstRow;
  for (const group of groupRows(rows)) {
    if (at > 0 && at + group.length > rowsPerPage && group.length <= rowsPerPage) {
      page += 1;
      at = 0;
    }
    for (const row of group) {
      if (at === rowsPerPage) {
        page += 1;
        at = 0;
      }
      placed.push({ row, page, at });
      at += 1;
    }
  }
  return placed;
}

function groupRows(rows: readonly FlowRow[]): FlowRow[][] {
  const groups: FlowRow[][] = [];
  let isOpen = false;
  for (const row of rows) {
    const last = groups.at(-1);
    if (isOpen && last) last.push(row);
    else groups.push([row]);
    isOpen = row.keepWithNext;
  }
  return groups;
}

/** Draws a composed line with its baseline at y and its left edge at `left`. */
export function drawLine(
  line: ComposedLine,
  slot: FontSlot,
  grid: Grid,
  left: number,
  y: number,
  color: Color = BLACK,
): Draw {
  return { kind: "text", slot, size: grid.size, cell: grid.cell, color, line, left, y };
}

/** The marks of one page of placed rows, one mark for each stretch of the same element. */
export function markRows(placed: readonly PlacedRow[], page: number, grid: Grid): Mark[] {
  const marks: { node: number; draws: Draw[] }[] = [];
  for (const { row, page: on, at } of placed) {
    if (on !== page || !row.line) continue;
    const y = PAGE.top + at * grid.row + baselineIn(grid);
    const draw = drawLine(row.line, row.slot, grid, PAGE.left, y);
    const last = marks.at(-1);
    if (last?.node === row.node) last.draws.push(draw);
    else marks.push({ node: row.node, draws: [draw] });
  }
  return marks;
}
