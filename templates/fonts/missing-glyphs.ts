import { type Fonts, pickPack } from "./open-fonts.ts";

/** A character that no font has, and the field it was typed in. */
export interface MissingGlyph {
  readonly field: string;
  readonly codePoint: number;
}

/** Some characters of a paper cannot be printed. The message names code points and fields, never the text. */
export class MissingGlyphError extends Error {
  override readonly name = "MissingGlyphError";
  readonly missing: readonly MissingGlyph[];
  constructor(missing: readonly MissingGlyph[]) {
    const list = missing.map(({ field, codePoint }) => `${field} ${printCodePoint(codePoint)}`);
    super(`有字符没有任何字体可以印出：${list.join("；")}`);
    this.missing = missing;
  }
}

/** Prints a code point the way Unicode does: U+4DAE. */
export function printCodePoint(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** Finds every character in the fields that no font of any slot has, once per field. */
export function findMissingGlyphs(
  fonts: Fonts,
  fields: Readonly<Record<string, string>>,
): MissingGlyph[] {
  const printable = printableIn(fonts);
  return Object.entries(fields).flatMap(([field, text]) => {
    const missing = new Set<number>();
    for (let i = 0, codePoint = 0; i < text.length; i += codePoint > 0xffff ? 2 : 1) {
      codePoint = text.codePointAt(i) ?? 0;
      if (printable.has(codePoint) || codePoint === 0x0a) continue;
      if (hasGlyphEverywhere(fonts, codePoint)) printable.add(codePoint);
      else missing.add(codePoint);
    }
    return [...missing].map((codePoint) => ({ field, codePoint }));
  });
}

/** What was found to be printable before: fonts never change once they are open. */
const answers = new WeakMap<Fonts, Set<number>>();

function printableIn(fonts: Fonts): Set<number> {
  const known = answers.get(fonts) ?? new Set<number>();
  answers.set(fonts, known);
  return known;
}

function hasGlyphEverywhere(fonts: Fonts, codePoint: number): boolean {
  if (isInvisible(codePoint)) return false;
  return Object.values(fonts.slots).every((chain) => pickPack(chain, codePoint) !== undefined);
}

/** Controls, direction marks, variation selectors and private use: a font may map them, a paper must not carry them. */
function isInvisible(codePoint: number): boolean {
  return (
    codePoint < 0x20 ||
    (codePoint >= 0x7f && codePoint < 0xa0) ||
    (codePoint >= 0x200c && codePoint <= 0x200f) ||
    (codePoint >= 0x2028 && codePoint <= 0x202e) ||
    (codePoint >= 0x2060 && codePoint <= 0x206f) ||
    (codePoint >= 0xe000 && codePoint <= 0xf8ff) ||
    (codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
    codePoint >= 0xe0000
  );
}
