import type { Measure } from "./atoms.ts";
import type { ComposedBlock } from "./blocks.ts";
import { type ComposedLine, composeParagraph } from "./compose-lines.ts";
import { drawLine } from "./flow.ts";
import { MM, PAGE, SMALL_GRID, baselineIn } from "./grid.ts";
import { BLACK, type Draw, type Mark } from "./page-model.ts";
import type { StructureBuilder } from "./structure.ts";

const PADDING = 6;
const LABEL_WIDTH = 84;
const RULE = 0.25 * MM;
/** A cell longer than this many lines goes on in a further row under the same label. */
const MAX_LINES = 28;

/** A row of the table: label on the left, cell on the right. */
export interface FormRow {
  readonly label: readonly ComposedLine[];
  readonly lines: readonly ComposedLine[];
  readonly height: number;
}

/** Sets the words of every row; a very long cell becomes several rows, so that nothing is lost at a page's end. */
export function composeFormRows(blocks: readonly ComposedBlock[], measure: Measure): FormRow[] {
  return blocks.flatMap((block) => {
    if (block.kind !== "row") return [];
    const label = compose(block.label, LABEL_WIDTH - 2 * PADDING, measure);
    const width = PAGE.typeWidth - LABEL_WIDTH - 2 * PADDING;
    const lines = block.lines.flatMap((line) => compose(line, width, measure));
    return inChunks(lines, MAX_LINES).map((chunk) => {
      const count = Math.max(chunk.length, label.length, block.minimum);
      return { label, lines: chunk, height: count * SMALL_GRID.row + 2 * PADDING };
    });
  });
}

function compose(text: string, width: number, measure: Measure): ComposedLine[] {
  const style = { slot: "body", grid: SMALL_GRID, width, firstIndent: 0, restIndent: 0 } as const;
  return composeParagraph(text, style, measure);
}

function inChunks<Item>(items: readonly Item[], size: number): Item[][] {
  if (items.length <= size) return [[...items]];
  return [items.slice(0, size), ...inChunks(items.slice(size), size)];
}

/** Draws a row with its four rules; label and text are centered in its height. */
export function drawFormRow(
  row: FormRow,
  top: number,
  table: number,
  structure: StructureBuilder,
): Mark[] {
  const tr = structure.add({ type: "TR", parent: table });
  const th = structure.add({ type: "TH", parent: tr });
  const td = structure.add({ type: "TD", parent: tr });
  const cell = PAGE.left + LABEL_WIDTH;
  return [
    { node: "artifact", draws: rulesAround(top, row.height) },
    { node: th, draws: drawCell(row.label, PAGE.left + PADDING, top, row.height) },
    { node: td, draws: drawCell(row.lines, cell + PADDING, top, row.height) },
  ];
}

function drawCell(
  lines: readonly ComposedLine[],
  left: number,
  top: number,
  height: number,
): Draw[] {
  const first = top + (height - lines.length * SMALL_GRID.row) / 2 + baselineIn(SMALL_GRID);
  return lines.map((line, i) =>
    drawLine(line, "body", SMALL_GRID, left, first + i * SMALL_GRID.row),
  );
}

function rulesAround(top: number, height: number): Draw[] {
  const right = PAGE.left + PAGE.typeWidth;
  const bottom = top + height;
  const rule = (x1: number, y1: number, x2: number, y2: number): Draw => ({
    kind: "rule",
    color: BLACK,
    thickness: RULE,
    from: [x1, y1],
    to: [x2, y2],
  });
  const across = PAGE.left + LABEL_WIDTH;
  return [
    rule(PAGE.left, top, right, top),
    rule(PAGE.left, bottom, right, bottom),
    rule(PAGE.left, top, PAGE.left, bottom),
    rule(across, top, across, bottom),
    rule(right, top, right, bottom),
  ];
}
