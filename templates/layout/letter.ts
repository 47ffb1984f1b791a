import type { FontSlot } from "../fonts/sources.ts";
import type { Measure } from "./atoms.ts";
import type { ComposedBlock, PaperFrame } from "./blocks.ts";
import { composeParagraph } from "./compose-lines.ts";
import { type FlowRow, type PlacedRow, markRows, placeRows } from "./flow.ts";
import { BODY_GRID, PAGE } from "./grid.ts";
import { setLetterHead } from "./letter-head.ts";
import { FOOT_ROWS, markFoot, markSeal, setSignature } from "./letter-foot.ts";
import { markDraft, markPageNumber } from "./page-furniture.ts";
import type { Mark, PageModel, PaperModel } from "./page-model.ts";
import { type StructureBuilder, startStructure } from "./structure.ts";

/** Blank rows between text and signature. */
const BLANK_ROWS = 2;
/** Rows of text that must stand on the page of the signature. */
const TEXT_WITH_SIGNATURE = 2;
const SHORT_TEXT = 6;

/** Sets a letter: red head, text on the raster, signature with seal, note with QR code, page numbers. */
export function setLetter(
  blocks: readonly ComposedBlock[],
  frame: PaperFrame,
  measure: Measure,
): PaperModel {
  const structure = startStructure();
  const textOf = (kind: ComposedBlock["kind"]): string[] =>
    blocks.filter((block) => block.kind === kind).map((block) => block.text);
  const [authority = "", number = null, title = ""] = [
    textOf("authority")[0],
    textOf("number")[0] ?? null,
    textOf("title")[0],
  ];
  const head = setLetterHead({ authority, number, title }, structure, measure);
  const text = setText(blocks, structure, measure);
  const sign = setSignature(
    textOf("signature")[0] ?? "",
    textOf("date")[0] ?? "",
    BODY_GRID,
    measure,
  );
  const signNode = structure.add({ type: "P", parent: null });
  const dateNode = structure.add({ type: "P", parent: null });
  const notes = textOf("verification");
  const closing = closingRows(sign, signNode, dateNode, notes.length > 0);
  const rows = [...keepLast(text), ...closing];
  const placed = placeRows(rows, head.nextRow, PAGE.rows);
  const dateRow = placed.find(({ row }) => row.node === dateNode);
  const seal = dateRow ? markSeal(frame, [sign.center, sealCenter(dateRow)], structure) : [];
  const foot = markFoot(notes, FOOT_ROWS * BODY_GRID.row, frame, structure, measure);
  const pages = assemble(placed, frame, measure, { head: head.marks, seal, foot, dateRow });
  return { pages, structure: structure.nodes };
}

/** The seal presses on authority and date; both lie a little below its center. */
function sealCenter(dateRow: PlacedRow): number {
  return PAGE.top + (dateRow.at - 0.15) * BODY_GRID.row;
}

function assemble(
  placed: readonly PlacedRow[],
  frame: PaperFrame,
  measure: Measure,
  parts: {
    readonly head: readonly Mark[];
    readonly seal: readonly Mark[];
    readonly foot: readonly Mark[];
    readonly dateRow: PlacedRow | undefined;
  },
): PageModel[] {
  const last = placed.at(-1)?.page ?? 0;
  return Array.from({ length: last + 1 }, (_, page) => ({
    marks: [
      ...markDraft(frame),
      ...(page === parts.dateRow?.page ? parts.seal : []),
      ...(page === 0 ? parts.head : []),
      ...markRows(placed, page, BODY_GRID),
      ...(page === last ? parts.foot : []),
      markPageNumber(page, measure),
    ],
  }));
}

function closingRows(
  sign: ReturnType<typeof setSignature>,
  signNode: number,
  dateNode: number,
  hasFoot: boolean,
): FlowRow[] {
  const blank: FlowRow = { node: -1, line: null, slot: "body", keepWithNext: true };
  const foot = hasFoot ? Array.from({ length: FOOT_ROWS + 1 }, () => blank) : [];
  const rows: FlowRow[] = [
    ...Array.from({ length: BLANK_ROWS }, () => blank),
    { node: signNode, line: sign.authority, slot: "body", keepWithNext: true },
    { node: dateNode, line: sign.date, slot: "body", keepWithNext: true },
    ...foot,
  ];
  return rows;
}

function keepLast(rows: readonly FlowRow[]): FlowRow[] {
  // A very short text would leave the first page empty; then one line goes with the signature.
  const count = rows.length < SHORT_TEXT ? 1 : TEXT_WITH_SIGNATURE;
  const from = rows.length - count;
  return rows.map((row, i) => (i >= from ? { ...row, keepWithNext: true } : row));
}

/** How each kind of block is set: face, indents, structure element. */
function setText(
  blocks: readonly ComposedBlock[],
  structure: StructureBuilder,
  measure: Measure,
): FlowRow[] {
  return blocks.flatMap((block, place) => {
    const look = lookOf(block);
    if (!look) return [];
    const isLead = leadsOn(block, blocks[place + 1]);
    if (block.kind !== "list") structure.closeList();
    const node =
      block.kind === "list"
        ? structure.addListItem()
        : structure.add({ type: look.tag, parent: null });
    const style = {
      slot: look.slot,
      grid: BODY_GRID,
      width: PAGE.typeWidth,
      firstIndent: look.indent,
      restIndent: 0,
    };
    const lines = composeParagraph(block.text, style, measure);
    return lines.map((line, row): FlowRow => ({
      node,
      line,
      slot: look.slot,
      keepWithNext: look.tag !== "P" || (isLead && row === lines.length - 1),
    }));
  });
}

/** Words that lead on to what follows never end a page: 下列措施： */
function leadsOn(block: ComposedBlock, next: ComposedBlock | undefined): boolean {
  const goesOn = next?.kind === "list" || next?.kind === "paragraph";
  return block.kind === "paragraph" && block.text.endsWith("：") && goesOn;
}

function lookOf(
  block: ComposedBlock,
): { slot: FontSlot; indent: number; tag: "P" | "H2" | "H3" } | undefined {
  if (block.kind === "addressee") return { slot: "body", indent: 0, tag: "P" };
  if (block.kind === "paragraph" || block.kind === "list")
    return { slot: "body", indent: 2, tag: "P" };
  if (block.kind !== "heading") return undefined;
  return block.level === 2
    ? { slot: "heading", indent: 2, tag: "H2" }
    : { slot: "kai", indent: 2, tag: "H3" };
}
