import type { FontPack } from "../fonts/pack.ts";
import { walkComponents } from "../fonts/outlines.ts";
import { type DeflatedPart, deflatePart, packPart } from "./deflated-parts.ts";
import { type Widths, writeWidths } from "./glyph-widths.ts";

/** Glyphs in the order in which a file has them, with everything that is written per glyph. */
export interface GlyphRun {
  /** Number in the pack of each glyph; the place in the list is its number in the file. */
  readonly order: readonly number[];
  readonly outlines: Buffer;
  /** Where each outline ends. */
  readonly ends: readonly number[];
  readonly metrics: Buffer;
  /** Sum of the outlines' words, as table checksums are made. */
  readonly sum: number;
}

/** The glyphs of a template's fixed words, in every file made from it at the same place: compressed once. */
export interface GlyphBlock extends GlyphRun {
  readonly pack: FontPack;
  /** Number in the file of each character. */
  readonly numbers: ReadonlyMap<number, number>;
  readonly deflatedOutlines: DeflatedPart;
  readonly deflatedUnicode: DeflatedPart;
  readonly deflatedMetrics: DeflatedPart;
  readonly metricsSum: number;
  /** Where its outlines begin, and where the last one ends. */
  readonly deflatedPlaces: DeflatedPart;
  readonly placesSum: number;
  readonly widths: Widths;
}

/** Makes the block of a font: glyph 0, the characters in order, parts of composites at the end. */
export function makeGlyphBlock(pack: FontPack, codePoints: Iterable<number>): GlyphBlock {
  const characters = [...new Set(codePoints)].sort((a, b) => a - b);
  const numbers = new Map(characters.map((codePoint, i) => [codePoint, i + 1]));
  const run = writeGlyphs(pack, [0, ...characters.map((each) => pack.glyphOf(each))], []);
  const places = Buffer.alloc(4 * (run.ends.length + 1));
  run.ends.forEach((end, i) => places.writeUInt32BE(end, 4 * (i + 1)));
  return {
    ...run,
    pack,
    numbers,
    deflatedMetrics: deflatePart(run.metrics),
    metricsSum: sumWords(run.metrics),
    deflatedPlaces: deflatePart(places),
    placesSum: sumWords(places),
    widths: writeWidths(pack, run.order, 0),
    deflatedOutlines: deflatePart(run.outlines),
    deflatedUnicode: deflatePart(Buffer.from(UNICODE_HEAD + writeRanges(1, characters), "latin1")),
  };
}

/** Writes glyphs that follow others; parts of composites that are in neither are added at the end. */
export function writeGlyphs(
  pack: FontPack,
  wanted: readonly number[],
  before: readonly number[],
): GlyphRun {
  const order = [...wanted];
  const outlines: Uint8Array[] = [];
  for (let i = 0; i < order.length; i += 1) {
    outlines.push(renumberParts(pack.outlineOf(order[i] ?? 0), order, before));
  }
  let at = 0;
  const ends = outlines.map((outline) => (at += outline.length));
  const metrics = Buffer.alloc(4 * order.length);
  order.forEach((glyph, i) => {
    const advance = (pack.advanceOf(glyph) * pack.header.unitsPerEm) / 1000;
    metrics.writeUInt16BE(Math.round(advance), 4 * i);
    metrics.writeInt16BE(pack.bearingOf(glyph), 4 * i + 2);
  });
  const joined = Buffer.concat(outlines);
  return { order, outlines: joined, ends, metrics, sum: sumWords(joined) };
}

/** Points a composite's parts to their numbers in the file. */
function renumberParts(
  outline: Uint8Array,
  order: number[],
  before: readonly number[],
): Uint8Array {
  const parts = walkComponents(outline);
  if (parts.length === 0) return outline;
  const copy = Uint8Array.from(outline);
  const view = new DataView(copy.buffer);
  for (const part of parts) {
    const early = before.indexOf(part.glyph, 1);
    const known = order.lastIndexOf(part.glyph);
    const here = known >= 0 ? known : order.push(part.glyph) - 1;
    view.setUint16(part.at + 2, early >= 0 ? early : before.length + here);
  }
  return copy;
}

/** Adds up the 32-bit words of bytes whose length is a multiple of four. */
export function sumWords(bytes: Buffer): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let sum = 0;
  for (let i = 0; i < bytes.length; i += 4) sum = (sum + view.getInt32(i)) | 0;
  return sum >>> 0;
}

const UNICODE_HEAD = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><ffff>
endcodespacerange
`;
const UNICODE_TAIL = `endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
/** A range may not go on into the next high byte of glyph numbers. */
const RANGE = 256;

/** The end of the table from glyph numbers to characters, with the characters that are not in the block. */
export function deflateUnicodeTail(first: number, characters: readonly number[]): DeflatedPart {
  return packPart(Buffer.from(writeRanges(first, characters) + UNICODE_TAIL, "latin1"));
}

function writeRanges(first: number, characters: readonly number[]): string {
  let text = "";
  for (let i = 0; i < characters.length;) {
    const from = first + i;
    const count = Math.min(characters.length - i, RANGE - (from % RANGE));
    const units = characters
      .slice(i, i + count)
      .map(toUnits)
      .join("> <");
    text += `1 beginbfrange\n<${toHex(from)}> <${toHex(from + count - 1)}> [<${units}>]\nendbfrange\n`;
    i += count;
  }
  return text;
}

function toUnits(codePoint: number): string {
  if (codePoint < 0x10000) return toHex(codePoint);
  const text = String.fromCodePoint(codePoint);
  return `${toHex(text.charCodeAt(0))} ${toHex(text.charCodeAt(1))}`;
}

/** Four hex digits. */
export function toHex(value: number): string {
  return (value + 0x10000).toString(16).slice(1);
}
