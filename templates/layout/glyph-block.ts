import type { FontPack } from "../fonts/pack.ts";
import { walkComponents } from "../fonts/outlines.ts";
import { type DeflatedPart, deflatePart } from "./deflated-parts.ts";

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
}

/** Makes the block of a font: glyph 0, the characters in order, parts of composites at the end. */
export function makeGlyphBlock(pack: FontPack, codePoints: Iterable<number>): GlyphBlock {
  const characters = [...new Set(codePoints)].sort((a, b) => a - b);
  const numbers = new Map(characters.map((codePoint, i) => [codePoint, i + 1]));
  const run = writeGlyphs(pack, [0, ...characters.map((each) => pack.glyphOf(each))], []);
  return {
    ...run,
    pack,
    numbers,
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
  let sum = 0;
  for (let i = 0; i < bytes.length; i += 4) sum = (sum + bytes.readUInt32BE(i)) | 0;
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
  return deflatePart(Buffer.from(writeRanges(first, characters) + UNICODE_TAIL, "latin1"));
}

function writeRanges(first: number, characters: readonly number[]): string {
  let text = "";
  for (let i = 0; i < characters.length;) {
    const from = first + i;
    const count = Math.min(characters.length - i, RANGE - (from % RANGE));
    const units = characters.slice(i, i + count).map((each) => `<${toUnits(each)}>`);
    const [low, high] = [from, from + count - 1].map(toHex);
    text += `1 beginbfrange\n<${low ?? ""}> <${high ?? ""}> [${units.join(" ")}]\nendbfrange\n`;
    i += count;
  }
  return text;
}

function toUnits(codePoint: number): string {
  const text = String.fromCodePoint(codePoint);
  return Array.from({ length: text.length }, (_, i) => toHex(text.charCodeAt(i))).join(" ");
}

/** Four hex digits. */
export function toHex(value: number): string {
  return (value + 0x10000).toString(16).slice(1);
}
