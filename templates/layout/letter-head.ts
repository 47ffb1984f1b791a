import type { Measure } from "./atoms.ts";
import { drawLine } from "./flow.ts";
import { BODY_GRID, type Grid, MM, PAGE, baselineIn } from "./grid.ts";
import { BLACK, type Draw, type Mark, RED } from "./page-model.ts";
import { composeBalanced, composeSingleLine, plainGrid, shiftLine } from "./single-line.ts";
import type { StructureBuilder } from "./structure.ts";

const HEAD_TOP = 35 * MM;
const HEAD_SIZE = 42;
const SMALLEST_HEAD = 24;
const LINE_BELOW_NUMBER = 4 * MM;
const TITLE_GRID: Grid = { size: 22, cell: 22, row: 36 };

/** What stands above the text on the first page, and the row where the text begins. */
export interface Head {
  readonly marks: readonly Mark[];
  readonly nextRow: number;
}

/** Red head, number, red line and title, on the raster of the page. */
export function setLetterHead(
  head: { readonly authority: string; readonly number: string | null; readonly title: string },
  structure: StructureBuilder,
  measure: Measure,
): Head {
  const authority = markAuthority(head.authority, structure, measure);
  const numberRow = Math.ceil((HEAD_TOP + authority.height) / BODY_GRID.row) + 2;
  const baseline = PAGE.top + numberRow * BODY_GRID.row + baselineIn(BODY_GRID);
  const marks: Mark[] = [authority.mark];
  if (head.number !== null) {
    const node = structure.add({ type: "P", parent: null });
    const line = composeSingleLine(head.number, "body", BODY_GRID, measure);
    const centered = shiftLine(line, (PAGE.typeWidth - line.right) / 2);
    marks.push({ node, draws: [drawLine(centered, "body", BODY_GRID, PAGE.left, baseline)] });
  }
  const ruleAt = baseline + 0.12 * BODY_GRID.size + LINE_BELOW_NUMBER;
  marks.push({ node: "artifact", draws: [redLine(ruleAt)] });
  const title = markTitle(head.title, numberRow + 3, structure, measure);
  return { marks: [...marks, title.mark], nextRow: title.nextRow };
}

function redLine(y: number): Draw {
  const right = PAGE.left + PAGE.typeWidth;
  return { kind: "rule", color: RED, thickness: 1.5, from: [PAGE.left, y], to: [right, y] };
}

/** The authority's name in red, as large as the width allows; a very long name takes two lines. */
function markAuthority(
  name: string,
  structure: StructureBuilder,
  measure: Measure,
): { mark: Mark; height: number } {
  const natural = composeSingleLine(name, "title", plainGrid(1), measure).right;
  const size = Math.max(SMALLEST_HEAD, Math.min(HEAD_SIZE, PAGE.typeWidth / Math.max(1, natural)));
  const grid: Grid = { size, cell: size, row: size * 1.25 };
  const lines = composeBalanced(name, "title", grid, PAGE.typeWidth + 0.5, measure);
  const node = structure.add({ type: "P", parent: null });
  const draws = lines.map((line, i) =>
    drawLine(line, "title", grid, PAGE.left, PAGE.top + HEAD_TOP + i * grid.row + 0.88 * size, RED),
  );
  return { mark: { node, draws }, height: size + (lines.length - 1) * grid.row };
}

/** The title, centered on whole rows of the raster. */
export function markTitle(
  title: string,
  row: number,
  structure: StructureBuilder,
  measure: Measure,
): { mark: Mark; nextRow: number } {
  const lines = composeBalanced(title, "title", TITLE_GRID, PAGE.typeWidth, measure);
  const rows = Math.ceil((lines.length * TITLE_GRID.row) / BODY_GRID.row);
  const free = rows * BODY_GRID.row - lines.length * TITLE_GRID.row;
  const top = PAGE.top + row * BODY_GRID.row + free / 2 + baselineIn(TITLE_GRID);
  const node = structure.add({ type: "H1", parent: null });
  const draws = lines.map((line, i) =>
    drawLine(line, "title", TITLE_GRID, PAGE.left, top + i * TITLE_GRID.row, BLACK),
  );
  return { mark: { node, draws }, nextRow: row + rows + 1 };
}
