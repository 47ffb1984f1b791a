import type { FontSlot } from "../fonts/sources.ts";
import { isClosing, isFullCell, isOpening } from "./character-classes.ts";
import type { Grid } from "./grid.ts";

/** Width of a character in thousandths of the type size. */
export type Measure = (slot: FontSlot, codePoint: number) => number;

/** A character inside an atom, with its distance from the atom's left edge. */
export interface AtomGlyph {
  readonly character: string;
  readonly dx: number;
  /** Set to fill its cell edge to edge (dashes). */
  readonly fill: boolean;
}

/** What is never divided: one full-width character, a number, a code, a dash of two. */
export interface Atom {
  readonly text: string;
  readonly width: number;
  readonly glyphs: readonly AtomGlyph[];
  readonly kind: "opening" | "closing" | "space" | "other";
}

const DASHES = String.raw`—+|…+`;
const DOCUMENT_NUMBER = String.raw`〔\d{4}〕[\dA-Za-z]+号`;
const WORD = String.raw`[\p{Script=Latin}\p{Nd}](?:[\p{Script=Latin}\p{Nd}.,:/\-_%@#&=?+~'*•]*[\p{Script=Latin}\p{Nd}%/_=*•])?`;
const ATOM = new RegExp(`${DASHES}|${DOCUMENT_NUMBER}|${WORD}|[\\s\\S]`, "gu");

/** Cuts a text into atoms. A word longer than a whole line is cut after its separators, and at any place if it must be. */
export function cutIntoAtoms(
  text: string,
  slot: FontSlot,
  grid: Grid,
  lineWidth: number,
  measure: Measure,
): Atom[] {
  const pieces = text.match(ATOM) ?? [];
  return pieces.flatMap((piece) => {
    const atom = makeAtom(piece, slot, grid, measure);
    if (atom.width <= lineWidth) return [atom];
    return cutLongWord(piece).flatMap((part) => {
      const shorter = makeAtom(part, slot, grid, measure);
      if (shorter.width <= lineWidth) return [shorter];
      return Array.from(part, (character) => makeAtom(character, slot, grid, measure));
    });
  });
}

function cutLongWord(word: string): string[] {
  return word.match(/[^/?&=\-_.]*[/?&=\-_.]+|[^/?&=\-_.]+/gu) ?? [word];
}

function makeAtom(text: string, slot: FontSlot, grid: Grid, measure: Measure): Atom {
  const glyphs: AtomGlyph[] = [];
  let width = 0;
  for (const character of text) {
    const own = (measure(slot, character.codePointAt(0) ?? 0) * grid.size) / 1000;
    const isCell = isFullCell(character) || own >= 0.9 * grid.size;
    const taken = isCell ? grid.cell : own;
    glyphs.push({ character, dx: width + (taken - own) / 2, fill: character === "—" });
    width += taken;
  }
  return { text, width, glyphs, kind: kindOf(text) };
}

function kindOf(text: string): Atom["kind"] {
  if (isOpening(text)) return "opening";
  if (isClosing(text)) return "closing";
  return text === " " ? "space" : "other";
}
