import type { Measure } from "./atoms.ts";
import type { ComposedBlock, PaperFrame } from "./blocks.ts";
import { drawLine } from "./flow.ts";
import { markTitle } from "./letter-head.ts";
import { SMALLEST_FOOT, markFoot, markSeal, setSignature } from "./letter-foot.ts";
import { BODY_GRID, FORM_GRID, PAGE, SMALL_GRID, baselineIn } from "./grid.ts";
import { markDraft, markPageNumber } from "./page-furniture.ts";
import type { Mark, PaperModel } from "./page-model.ts";
import { composeFormRows, drawFormRow } from "./ruled-row.ts";
import { composeSingleLine, plainGrid, shiftLine } from "./single-line.ts";
import { type StructureBuilder, startStructure } from "./structure.ts";

const AUTHORITY_GRID = plainGrid(18);
/** Room for signature and seal under the table. */
const SIGNATURE_HEIGHT = 98;
/** Air above the signature, so that the seal presses on it and not on the table. */
const SEAL_AIR = 14;
/** From the title's rows to the table; the number stands between them. */
const NUMBER_HEIGHT = 4;
/** From the number's baseline to the table. */
const NUMBER_GAP = 5;
const CLOSING_HEIGHT = SIGNATURE_HEIGHT + SMALLEST_FOOT;

/** Sets a ruled form: authority and title, a table of labeled cells, signature with seal, note with QR code. */
export function setRuledForm(
  blocks: readonly ComposedBlock[],
  frame: PaperFrame,
  measure: Measure,
): PaperModel {
  const structure = startStructure();
  const head = setFormHead(blocks, structure, measure);
  const rows = composeFormRows(blocks, measure);
  const table = structure.add({ type: "Table", parent: null });
  const pages: Mark[][] = [[...head.marks]];
  let y = head.bottom;
  const bottom = PAGE.top + PAGE.typeHeight;
  const turnPage = (needed: number): void => {
    if (y + needed <= bottom) return;
    pages.push([]);
    y = PAGE.top;
  };
  for (const [place, row] of rows.entries()) {
    // The last row stays with the signature, which never stands alone on a page.
    turnPage(row.height + (place === rows.length - 1 ? CLOSING_HEIGHT : 0));
    pages.at(-1)?.push(...drawFormRow(row, y, table, structure));
    y += row.height;
  }
  const closing = setFormClosing(blocks, frame, y, structure, measure);
  // The seal is painted before the table that it touches, so that every word stays readable.
  pages.at(-1)?.unshift(...closing.seal);
  pages.at(-1)?.push(...closing.marks);
  return {
    pages: pages.map((marks, i) => ({
      marks: [...markDraft(frame), ...marks, markPageNumber(i, measure)],
    })),
    structure: structure.nodes,
  };
}

function textOf(blocks: readonly ComposedBlock[], kind: ComposedBlock["kind"]): string {
  return blocks.find((block) => block.kind === kind)?.text ?? "";
}

/** Authority and title above a table, and the number where there is one. */
export function setFormHead(
  blocks: readonly ComposedBlock[],
  structure: StructureBuilder,
  measure: Measure,
): { marks: Mark[]; bottom: number } {
  const name = composeSingleLine(textOf(blocks, "authority"), "title", AUTHORITY_GRID, measure);
  const node = structure.add({ type: "P", parent: null });
  const centered = shiftLine(name, (PAGE.typeWidth - name.right) / 2);
  const at = PAGE.top + AUTHORITY_GRID.size;
  const authority = drawLine(centered, "title", AUTHORITY_GRID, PAGE.left, at);
  const number = textOf(blocks, "number");
  const numberNode = structure.add({ type: "P", parent: null });
  const title = markTitle(textOf(blocks, "title"), 1, structure, measure);
  const top = PAGE.top + (title.nextRow - 1) * BODY_GRID.row + NUMBER_HEIGHT;
  const marks: Mark[] = [{ node, draws: [authority] }, title.mark];
  if (number !== "") {
    const line = composeSingleLine(number, "body", SMALL_GRID, measure);
    const right = shiftLine(line, PAGE.typeWidth - line.right);
    const draw = drawLine(right, "body", SMALL_GRID, PAGE.left, top - NUMBER_GAP);
    marks.push({ node: numberNode, draws: [draw] });
  }
  return { marks, bottom: top };
}

function setFormClosing(
  blocks: readonly ComposedBlock[],
  frame: PaperFrame,
  top: number,
  structure: StructureBuilder,
  measure: Measure,
): { seal: Mark[]; marks: Mark[] } {
  const sign = setSignature(
    textOf(blocks, "signature"),
    textOf(blocks, "date"),
    BODY_GRID,
    measure,
  );
  const first = top + FORM_GRID.row + SEAL_AIR + baselineIn(BODY_GRID);
  const noteNode = structure.add({ type: "P", parent: null });
  const name = structure.add({ type: "P", parent: null });
  const day = structure.add({ type: "P", parent: null });
  const seal = markSeal(frame, [sign.center, first + BODY_GRID.row / 5], structure);
  const verification = blocks
    .filter((block) => block.kind === "verification")
    .map((block) => block.text);
  const note = composeSingleLine(textOf(blocks, "note"), "body", FORM_GRID, measure);
  const noteAt = top + baselineIn(FORM_GRID) + 2;
  const marks: Mark[] = [
    { node: noteNode, draws: [drawLine(note, "body", FORM_GRID, PAGE.left, noteAt)] },
    { node: name, draws: [drawLine(sign.authority, "body", BODY_GRID, PAGE.left, first)] },
    {
      node: day,
      draws: [drawLine(sign.date, "body", BODY_GRID, PAGE.left, first + BODY_GRID.row)],
    },
    ...markFoot(verification, SMALLEST_FOOT, frame, structure, measure),
  ];
  return { seal, marks };
}
