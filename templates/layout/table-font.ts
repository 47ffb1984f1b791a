import type { FontPack } from "../fonts/pack.ts";
import { type SubsetGlyph, writeSubset } from "./font-subset.ts";

/**
 * A font object of the shape pdfkit takes as already parsed. It looks everything up in a pack instead of parsing.
 *
 * It numbers glyphs by code point, not by shape, so that two characters drawn alike are still read back apart.
 */
export interface TableFont {
  readonly postscriptName: string;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
  readonly lineGap: number;
  readonly italicAngle: number;
  readonly bbox: { minX: number; minY: number; maxX: number; maxY: number };
  readonly post: { isFixedPitch: boolean };
  readonly head: { macStyle: { italic: boolean } };
  readonly "OS/2": { sFamilyClass: number };
  /** pdfkit compares these to tell fonts apart. */
  readonly _tables: {
    head: { checkSumAdjustment: string };
    name: { records: string };
  };
  getGlyph(id: number): { advanceWidth: number };
  layout(text: string): TableLayout;
  createSubset(): TableSubset;
}

interface TableLayout {
  readonly glyphs: { id: number; advanceWidth: number; codePoints: number[] }[];
  readonly positions: Record<string, number>[];
  readonly advanceWidth: number;
}

interface TableSubset {
  includeGlyph(codePoint: number): number;
  encode(): Uint8Array;
}

/** Wraps a pack for one document. */
export function makeTableFont(pack: FontPack): TableFont {
  const { header } = pack;
  const [minX, minY, maxX, maxY] = header.bbox;
  const unitsOf = (codePoint: number): number =>
    (pack.advanceOf(pack.glyphOf(codePoint)) * header.unitsPerEm) / 1000;
  return {
    postscriptName: header.postscriptName,
    unitsPerEm: header.unitsPerEm,
    ascent: header.ascent,
    descent: header.descent,
    capHeight: header.capHeight,
    xHeight: header.xHeight,
    lineGap: 0,
    italicAngle: header.italicAngle,
    bbox: { minX, minY, maxX, maxY },
    post: { isFixedPitch: header.isFixedPitch },
    head: { macStyle: { italic: header.italicAngle !== 0 } },
    "OS/2": { sFamilyClass: header.familyClass },
    _tables: {
      head: { checkSumAdjustment: header.sourceSha256 },
      name: { records: header.sourceSha256 },
    },
    getGlyph: () => ({ advanceWidth: (pack.advanceOf(0) * header.unitsPerEm) / 1000 }),
    layout: (text) => layOut(text, unitsOf),
    createSubset: () => startSubset(pack),
  };
}

function layOut(text: string, unitsOf: (codePoint: number) => number): TableLayout {
  const glyphs = Array.from(text, (character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    return { id: codePoint, advanceWidth: unitsOf(codePoint), codePoints: [codePoint] };
  });
  const advanceWidth = glyphs.reduce((sum, glyph) => sum + glyph.advanceWidth, 0);
  const positions = glyphs.map((glyph) => ({ xAdvance: glyph.advanceWidth }));
  return { glyphs, positions, advanceWidth };
}

function startSubset(pack: FontPack): TableSubset {
  const glyphs: SubsetGlyph[] = [{ packGlyph: 0 }];
  const numbers = new Map<number, number>();
  return {
    includeGlyph: (codePoint) => {
      const known = numbers.get(codePoint);
      if (known !== undefined) return known;
      const number = glyphs.push({ packGlyph: pack.glyphOf(codePoint) }) - 1;
      numbers.set(codePoint, number);
      return number;
    },
    encode: () => writeSubset(pack, glyphs),
  };
}
