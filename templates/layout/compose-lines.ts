import type { FontSlot } from "../fonts/sources.ts";
import { type Atom, type Measure, cutIntoAtoms } from "./atoms.ts";
import { mayEndLine, mayStartLine } from "./character-classes.ts";
import type { Grid } from "./grid.ts";

/** How a paragraph is set. */
export interface ParagraphStyle {
  readonly slot: FontSlot;
  readonly grid: Grid;
  readonly width: number;
  /** Cells left free before the first line and before the others. */
  readonly firstIndent: number;
  readonly restIndent: number;
  /** Lines keep their natural width instead of filling the line. */
  readonly ragged?: boolean;
}

/** A character on its place in a line. */
export interface PlacedGlyph {
  readonly character: string;
  /** From the left edge of the type area. */
  readonly x: number;
  /** Stretched so that its ink fills the cell that begins at x. */
  readonly fill: boolean;
}

/** A line ready to be drawn. */
export interface ComposedLine {
  readonly text: string;
  readonly glyphs: readonly PlacedGlyph[];
  /** Where the last ink cell ends. */
  readonly right: number;
  /** True when no lawful place to divide was found and the line was cut all the same. */
  readonly forced: boolean;
}

/** A line with more free space than this many cells is left ragged instead of stretched. */
const MAX_STRETCH_CELLS = 2;
const ROUNDING = 0.01;

/** How many paragraphs are remembered: those of every template's fixed wording, and not much more. */
const REMEMBERED = 600;
const remembered = new WeakMap<Measure, Map<string, RememberedText[]>>();

/** A paragraph as it was set in one style; the same words may be set in several. */
interface RememberedText {
  readonly style: ParagraphStyle;
  readonly lines: readonly ComposedLine[];
}

/**
 * Sets a paragraph: greedy lines, punctuation squeezed before anything is pushed down, full lines justified. Most paragraphs are the
 * same in every paper of a kind; those used last are remembered.
 */
export function composeParagraph(
  text: string,
  style: ParagraphStyle,
  measure: Measure,
): readonly ComposedLine[] {
  const known = remembered.get(measure) ?? new Map<string, RememberedText[]>();
  remembered.set(measure, known);
  const ofText = known.get(text) ?? [];
  const found = ofText.find((each) => isSameStyle(each.style, style));
  const lines = found?.lines ?? setParagraph(text, style, measure);
  if (!found) ofText.push({ style, lines });
  // Taken out and put in again: the first of the map is the one that was not used for the longest time.
  known.delete(text);
  known.set(text, ofText);
  if (known.size > REMEMBERED) known.delete(known.keys().next().value ?? text);
  return lines;
}

function isSameStyle(one: ParagraphStyle, other: ParagraphStyle): boolean {
  return (
    one.slot === other.slot &&
    one.width === other.width &&
    one.firstIndent === other.firstIndent &&
    one.restIndent === other.restIndent &&
    one.ragged === other.ragged &&
    one.grid.size === other.grid.size &&
    one.grid.cell === other.grid.cell &&
    one.grid.row === other.grid.row
  );
}

function setParagraph(text: string, style: ParagraphStyle, measure: Measure): ComposedLine[] {
  const { grid, slot, width } = style;
  const atoms = cutIntoAtoms(text, slot, grid, width - style.restIndent * grid.cell, measure);
  const lines: ComposedLine[] = [];
  for (let start = 0; start < atoms.length;) {
    const indent = (start === 0 ? style.firstIndent : style.restIndent) * grid.cell;
    const found = findBreak(atoms, start, width - indent, grid);
    const row = atoms.slice(start, found.end);
    const stretches = found.end < atoms.length && style.ragged !== true;
    lines.push(setLine(row, indent, width, grid, stretches, found.forced));
    start = found.end;
  }
  return lines;
}

/** The place at which a line ends: the index of the first atom of the next line. */
function findBreak(
  atoms: readonly Atom[],
  start: number,
  width: number,
  grid: Grid,
): { end: number; forced: boolean } {
  let natural = 0;
  let best = start;
  for (let i = start; i < atoms.length; i += 1) {
    const atom = atoms[i];
    if (!atom) break;
    const previous = i > start ? atoms[i - 1] : undefined;
    const added = natural + atom.width - tightening(previous, atom, grid);
    if (atom.kind !== "space" && added > width + ROUNDING) {
      const squeezed = trySqueezing(atoms, start, i, width, grid);
      if (squeezed !== undefined) return { end: squeezed, forced: false };
      if (best > start) return { end: best, forced: false };
      return { end: Math.max(i, start + 1), forced: true };
    }
    natural = added;
    if (mayDivide(atom, atoms[i + 1])) best = i + 1;
  }
  return { end: atoms.length, forced: false };
}

/** When the atom at `over` must not start a line, tries to pull it in by giving up half cells of punctuation. */
function trySqueezing(
  atoms: readonly Atom[],
  start: number,
  over: number,
  width: number,
  grid: Grid,
): number | undefined {
  if (mayDivide(atoms[over - 1], atoms[over])) return undefined;
  for (let end = over + 1; end <= Math.min(over + 2, atoms.length); end += 1) {
    if (end < atoms.length && !mayDivide(atoms[end - 1], atoms[end])) continue;
    const row = atoms.slice(start, end);
    const reserve = halvesOf(row, grid).reduce((sum, half) => sum + half.free, 0);
    if (naturalWidth(row, grid) - reserve <= width + ROUNDING) return end;
  }
  return undefined;
}

function mayDivide(before: Atom | undefined, after: Atom | undefined): boolean {
  if (!before || !after) return true;
  if (after.kind === "space") return false;
  return mayEndLine(lastOf(before.text)) && mayStartLine(firstOf(after.text));
}

function firstOf(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0x20);
}

function lastOf(text: string): string {
  return Array.from(text).at(-1) ?? " ";
}

/** Two marks in a row take one and a half cells together: `，（` `》（` `。”`. */
function tightening(before: Atom | undefined, after: Atom, grid: Grid): number {
  if (!before) return 0;
  const closes =
    before.kind === "closing" && (after.kind === "closing" || after.kind === "opening");
  const opens = before.kind === "opening" && after.kind === "opening";
  return closes || opens ? grid.cell / 2 : 0;
}

function naturalWidth(row: readonly Atom[], grid: Grid): number {
  return row.reduce((sum, atom, i) => sum + atom.width - tightening(row[i - 1], atom, grid), 0);
}

/** Half a cell of punctuation that may be given up. */
interface HalfCell {
  readonly atom: number;
  readonly side: "before" | "after";
  readonly free: number;
}

/** The half cells a row still has to give: before its opening marks and after its closing marks. */
function halvesOf(row: readonly Atom[], grid: Grid): HalfCell[] {
  return row.flatMap((atom, i): HalfCell[] => {
    const next = row[i + 1];
    if (atom.kind === "closing") {
      const isTight = next !== undefined && tightening(atom, next, grid) > 0;
      return isTight ? [] : [{ atom: i, side: "after", free: grid.cell / 2 }];
    }
    if (atom.kind !== "opening" || i === 0) return [];
    const isTight = tightening(row[i - 1], atom, grid) > 0;
    return isTight ? [] : [{ atom: i, side: "before", free: grid.cell / 2 }];
  });
}

function setLine(
  row: readonly Atom[],
  indent: number,
  width: number,
  grid: Grid,
  mayStretch: boolean,
  forced: boolean,
): ComposedLine {
  const visible = row.findLastIndex((atom) => atom.kind !== "space") + 1;
  const ink = row.slice(0, visible);
  const slack = width - indent - naturalWidth(ink, grid);
  const given = slack < 0 ? squeezeShares(ink, grid, -slack) : new Map<string, number>();
  const stretches = mayStretch && slack > 0 && slack <= MAX_STRETCH_CELLS * grid.cell;
  const gap = stretches ? slack / Math.max(1, ink.length - 1) : 0;
  const glyphs: PlacedGlyph[] = [];
  let x = indent;
  row.forEach((atom, i) => {
    const pair = tightening(row[i - 1], atom, grid);
    const before = given.get(`${i} before`) ?? 0;
    // An opening mark gives up the empty left half of its cell: it moves left by what it gives.
    x -= pair + before;
    for (const glyph of atom.glyphs) {
      glyphs.push({ character: glyph.character, x: x + glyph.dx, fill: glyph.fill });
    }
    x += atom.width - (given.get(`${i} after`) ?? 0) + (i < visible - 1 ? gap : 0);
  });
  const right = x - row.slice(visible).reduce((sum, atom) => sum + atom.width, 0);
  return { text: row.map((atom) => atom.text).join(""), glyphs, right, forced };
}

function squeezeShares(row: readonly Atom[], grid: Grid, needed: number): Map<string, number> {
  const halves = halvesOf(row, grid);
  const reserve = halves.reduce((sum, half) => sum + half.free, 0);
  const share = Math.min(1, needed / Math.max(reserve, ROUNDING));
  return new Map(halves.map((half) => [`${half.atom} ${half.side}`, half.free * share]));
}
