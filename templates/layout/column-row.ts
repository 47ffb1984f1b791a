import type { Measure } from "./atoms.ts";
import type { ComposedBlock } from "./blocks.ts";
import { type ComposedLine, composeParagraph } from "./compose-lines.ts";
import { drawLine } from "./flow.ts";
import { FORM_GRID, MM, PAGE, baselineIn } from "./grid.ts";
import { BLACK, type Draw, type Mark } from "./page-model.ts";
import type { StructureBuilder } from "./structure.ts";

const PADDING = 3;
/** Above and below the lines of a cell. */
const AIR = 3;
const RULE = 0.25 * MM;
/** A cell longer than this many lines goes on in a further row. */
const MAX_LINES = 28;

type Cells = Extract<ComposedBlock, { kind: "cells" }>;

/** A cell of a table with columns. */
interface ColumnCell {
  readonly left: number;
  readonly lines: readonly ComposedLine[];
}

/** A row of a table with columns. */
export interface ColumnRow {
  readonly cells: readonly ColumnCell[];
  readonly isHead: boolean;
  readonly height: number;
}

/** Sets the words of a row; a very long cell becomes several rows, so that nothing is lost at a page's end. */
export function composeColumnRows(block: Cells, measure: Measure): ColumnRow[] {
  const whole = block.columns.reduce((sum, share) => sum + share, 0);
  let left: number = PAGE.left;
  const cells = block.cells.map((text, i): ColumnCell => {
    const width = ((block.columns[i] ?? 0) / whole) * PAGE.typeWidth;
    const style = {
      slot: "body",
      grid: FORM_GRID,
      width: width - 2 * PADDING,
      firstIndent: 0,
      restIndent: 0,
      ragged: true,
    } as const;
    const cell = { left, lines: composeParagraph(text, style, measure) };
    left += width;
    return cell;
  });
  const longest = Math.max(1, ...cells.map(({ lines }) => lines.length));
  return Array.from({ length: Math.ceil(longest / MAX_LINES) }, (_, i) => {
    const part = cells.map((cell) => ({
      ...cell,
      lines: cell.lines.slice(i * MAX_LINES, (i + 1) * MAX_LINES),
    }));
    const count = Math.max(1, ...part.map(({ lines }) => lines.length));
    return { cells: part, isHead: block.isHead, height: count * FORM_GRID.row + 2 * AIR };
  });
}

/** Draws a row with its rules. A head that is repeated on a further page is an artifact: it was read already. */
export function drawColumnRow(
  row: ColumnRow,
  top: number,
  table: number,
  structure: StructureBuilder,
  isRepeated = false,
): Mark[] {
  const rules: Mark = { node: "artifact", draws: rulesAround(row, top) };
  const draws = row.cells.map((cell) => drawCell(cell, row.height, top));
  if (isRepeated) return [rules, { node: "artifact", draws: draws.flat() }];
  const tr = structure.add({ type: "TR", parent: table });
  const marks = draws.map((draw): Mark => {
    if (row.isHead) {
      return { node: structure.add({ type: "TH", parent: tr, scope: "Column" }), draws: draw };
    }
    const td = structure.add({ type: "TD", parent: tr });
    return { node: structure.add({ type: "P", parent: td }), draws: draw };
  });
  return [rules, ...marks.filter((mark) => mark.draws.length > 0)];
}

function drawCell({ left, lines }: ColumnCell, height: number, top: number): Draw[] {
  const first = top + (height - lines.length * FORM_GRID.row) / 2 + baselineIn(FORM_GRID);
  return lines.map((line, i) =>
    drawLine(line, "body", FORM_GRID, left + PADDING, first + i * FORM_GRID.row),
  );
}

function rulesAround({ cells, height }: ColumnRow, top: number): Draw[] {
  const right = PAGE.left + PAGE.typeWidth;
  const bottom = top + height;
  const rule = (x1: number, y1: number, x2: number, y2: number): Draw => ({
    kind: "rule",
    color: BLACK,
    thickness: RULE,
    from: [x1, y1],
    to: [x2, y2],
  });
  return [
    rule(PAGE.left, top, right, top),
    rule(PAGE.left, bottom, right, bottom),
    ...[...cells.map((cell) => cell.left), right].map((x) => rule(x, top, x, bottom)),
  ];
}
