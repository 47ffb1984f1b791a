import type { Measure } from "./atoms.ts";
import type { PaperFrame } from "./blocks.ts";
import { type ComposedLine, composeParagraph } from "./compose-lines.ts";
import { drawLine } from "./flow.ts";
import { type Grid, MM, PAGE, SMALL_GRID, baselineIn } from "./grid.ts";
import { BLACK, type Draw, type Mark } from "./page-model.ts";
import { drawQrCode } from "./qr-code.ts";
import { SEAL_RADIUS, drawSeal } from "./seal.ts";
import { composeSingleLine, shiftLine } from "./single-line.ts";
import type { StructureBuilder } from "./structure.ts";

const QR_SIDE = 22 * MM;
const DATE_INDENT = 4;
const SMALLEST_INDENT = 2;
const OUTER_RULE = 0.35 * MM;

/** Rows that the note with the QR code takes at the bottom of the last page of a letter. */
export const FOOT_ROWS = 3;
/** Least height of that note: the QR code and a little air. */
export const SMALLEST_FOOT = QR_SIDE + 6;

/** Authority and date: the date four characters in from the right, the authority centered over it. */
export function setSignature(
  authority: string,
  date: string,
  grid: Grid,
  measure: Measure,
): { authority: ComposedLine; date: ComposedLine; center: number } {
  const name = composeSingleLine(authority, "body", grid, measure);
  const day = composeSingleLine(date, "body", grid, measure);
  const wished = PAGE.typeWidth - DATE_INDENT * grid.cell - day.right / 2;
  const limit = PAGE.typeWidth - SMALLEST_INDENT * grid.cell - Math.max(name.right, day.right) / 2;
  const center = Math.max(name.right / 2, Math.min(wished, limit));
  return {
    authority: shiftLine(name, center - name.right / 2),
    date: shiftLine(day, center - day.right / 2),
    center: PAGE.left + center,
  };
}

/** The seal, pressed on authority and date; it is painted before them, so that the text stays readable. */
export function markSeal(
  frame: PaperFrame,
  center: readonly [number, number],
  structure: StructureBuilder,
): Mark[] {
  if (frame.draft) return [];
  const [x, y] = center;
  const box = [x - SEAL_RADIUS, y - SEAL_RADIUS, x + SEAL_RADIUS, y + SEAL_RADIUS] as const;
  const alt = frame.sealDescription;
  const node = structure.add({ type: "Figure", parent: null, alt, box, isSeal: true });
  return [{ node, draws: drawSeal(frame.sealName, frame.specimen, center) }];
}

/** Two rules at the foot of the type area; between them the QR code and what it is for. */
export function markFoot(
  notes: readonly string[],
  height: number,
  frame: PaperFrame,
  structure: StructureBuilder,
  measure: Measure,
): Mark[] {
  if (notes.length === 0) return [];
  const bottom = PAGE.top + PAGE.typeHeight;
  const top = bottom - height;
  const middle = (top + bottom) / 2;
  const marks: Mark[] = [{ node: "artifact", draws: [footRule(top), footRule(bottom)] }];
  let textLeft: number = PAGE.left;
  if (frame.checkUrl !== null) {
    const box = qrBox(middle);
    const node = structure.add({ type: "Figure", parent: null, alt: frame.qrDescription, box });
    marks.push({ node, draws: [drawQrCode(frame.checkUrl, box[0], box[1], QR_SIDE)] });
    textLeft = box[2] + SMALL_GRID.cell;
  }
  return [...marks, ...markNotes(notes, textLeft, middle, structure, measure)];
}

function qrBox(middle: number): readonly [number, number, number, number] {
  const left = PAGE.left + SMALL_GRID.cell / 2;
  return [left, middle - QR_SIDE / 2, left + QR_SIDE, middle + QR_SIDE / 2];
}

function markNotes(
  notes: readonly string[],
  left: number,
  middle: number,
  structure: StructureBuilder,
  measure: Measure,
): Mark[] {
  const width = PAGE.left + PAGE.typeWidth - left;
  const style = { slot: "body", grid: SMALL_GRID, width, firstIndent: 0, restIndent: 0 } as const;
  const set = notes.map((note) => composeParagraph(note, style, measure));
  const count = set.reduce((sum, lines) => sum + lines.length, 0);
  let y = middle - (count * SMALL_GRID.row) / 2 + baselineIn(SMALL_GRID);
  return set.map((lines) => {
    const node = structure.add({ type: "P", parent: null });
    const draws: Draw[] = [];
    for (const line of lines) {
      draws.push(drawLine(line, "body", SMALL_GRID, left, y));
      y += SMALL_GRID.row;
    }
    return { node, draws };
  });
}

function footRule(y: number): Draw {
  const right = PAGE.left + PAGE.typeWidth;
  return {
    kind: "rule",
    color: BLACK,
    thickness: OUTER_RULE,
    from: [PAGE.left, y],
    to: [right, y],
  };
}
