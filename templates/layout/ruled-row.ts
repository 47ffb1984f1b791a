import type { Measure } from "./atoms.ts";
import type { ComposedBlock } from "./blocks.ts";
import { type ComposedLine, composeParagraph } from "./compose-lines.ts";
import { drawLine } from "./flow.ts";
import { MM, PAGE, FORM_GRID, baselineIn } from "./grid.ts";
import { BLACK, type Draw, type Mark } from "./page-model.ts";
import type { StructureBuilder } from "./structure.ts";

const PADDING = 6;
/** Above and below the lines of a cell. */
const AIR = 3;
const LABEL_WIDTH = 120;
const RULE = 0.25 * MM;
/** A cell longer than this many lines goes on in a further row under the same label. */
const MAX_LINES = 28;

/** A line of a cell, and which paragraph of the cell it belongs to. */
interface CellLine {
  readonly line: ComposedLine;
  readonly paragraph: number;
}

/** A row of the table: label on the left, cell on the right. */
export interface FormRow {
  readonly label: readonly ComposedLine[];
  readonly lines: readonly CellLine[];
  readonly height: number;
}

/** Sets the words of every row; a very long cell becomes several rows, so that nothing is lost at a page's end. */
export function composeFormRows(blocks: readonly ComposedBlock[], measure: Measure): FormRow[] {
  return blocks.flatMap((block) => {
    if (block.kind !== "row") return [];
    const label = compose(block.label, LABEL_WIDTH - 2 * PADDING, measure);
    const width = PAGE.typeWidth - LABEL_WIDTH - 2 * PADDING;
    const lines = block.lines.flatMap((text, paragraph) =>
      compose(text, width, measure).map((line) => ({ line, paragraph })),
    );
    return inChunks(lines, MAX_LINES).map((chunk) => {
      const count = Math.max(chunk.length, label.length, block.minimum);
      return { label, lines: chunk, height: count * FORM_GRID.row + 2 * AIR };
    });
  });
}

function compose(text: string, width: number, measure: Measure): readonly ComposedLine[] {
  const style = {
    slot: "body",
    grid: FORM_GRID,
    width,
    firstIndent: 0,
    restIndent: 0,
    ragged: true,
  } as const;
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
    ...markParagraphs(row, cell + PADDING, top, td, structure),
  ];
}

/** Each paragraph of the cell is an element of its own, so that two names are not read as one. */
function markParagraphs(
  row: FormRow,
  left: number,
  top: number,
  td: number,
  structure: StructureBuilder,
): Mark[] {
  const draws = drawCell(
    row.lines.map(({ line }) => line),
    left,
    top,
    row.height,
  );
  const paragraphs = [...new Set(row.lines.map(({ paragraph }) => paragraph))];
  return paragraphs.map((paragraph) => ({
    node: structure.add({ type: "P", parent: td }),
    draws: draws.filter((_, i) => row.lines[i]?.paragraph === paragraph),
  }));
}

function drawCell(
  lines: readonly ComposedLine[],
  left: number,
  top: number,
  height: number,
): Draw[] {
  const first = top + (height - lines.length * FORM_GRID.row) / 2 + baselineIn(FORM_GRID);
  return lines.map((line, i) => drawLine(line, "body", FORM_GRID, left, first + i * FORM_GRID.row));
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
