import type { FontFacts } from "./sfnt.ts";

export const PACK_MAGIC = "MDFP";
/** Raised whenever the layout of the file changes; packs of another version are built again. */
export const PACK_VERSION = 2;

/** First block of a pack file: the font's facts and the tables copied as they are (base64). */
export interface PackHeader extends FontFacts {
  readonly version: number;
  readonly sourceSha256: string;
  readonly codePointCount: number;
  readonly packedGlyphCount: number;
  readonly head: string;
  readonly hhea: string;
  readonly maxp: string;
}

/** A font ready for use: nothing left to parse. Glyph numbers are those of the pack. */
export interface FontPack {
  readonly header: PackHeader;
  /** Glyph of a code point; 0 when the font has none. */
  glyphOf(codePoint: number): number;
  /** Width in thousandths of the type size. */
  advanceOf(glyph: number): number;
  bearingOf(glyph: number): number;
  /** The outline bytes, padded to four. */
  outlineOf(glyph: number): Uint8Array;
  /** Left and right edge of the ink in thousandths; both 0 for an empty glyph. */
  inkOf(glyph: number): readonly [number, number];
}

/** A pack file opened for reading: its size, and a way to read a stretch of it into memory of its own. */
export interface PackFile {
  readonly size: number;
  read(offset: number, length: number): Uint8Array<ArrayBuffer>;
}

/** Opens a pack file; undefined when it is of another version or cut short. Outlines are read when first asked for. */
export function openPack(file: PackFile): FontPack | undefined {
  if (file.size < 12) return undefined;
  const start = file.read(0, 12);
  const view = new DataView(start.buffer);
  if (String.fromCharCode(...start.subarray(0, 4)) !== PACK_MAGIC) return undefined;
  if (view.getUint32(4, true) !== PACK_VERSION) return undefined;
  const headerEnd = view.getUint32(8, true);
  if (headerEnd > file.size) return undefined;
  const header = readHeader(file.read(12, headerEnd - 12));
  if (!header) return undefined;
  const { codePointCount: codes, packedGlyphCount: glyphs } = header;
  const indexLength = 4 * (codes + glyphs + 1) + 2 * (codes + 2 * glyphs);
  if (headerEnd + indexLength > file.size) return undefined;
  const { buffer } = file.read(headerEnd, indexLength);
  const codePoints = new Uint32Array(buffer, 0, codes);
  const offsets = new Uint32Array(buffer, 4 * codes, glyphs + 1);
  const shorts = 4 * (codes + glyphs + 1);
  const glyphIndex = new Uint16Array(buffer, shorts, codes);
  const advances = new Uint16Array(buffer, shorts + 2 * codes, glyphs);
  const bearings = new Int16Array(buffer, shorts + 2 * (codes + glyphs), glyphs);
  const blob = headerEnd + indexLength;
  if (blob + (offsets[glyphs] ?? 0) !== file.size) return undefined;
  const outlineOf = remember((glyph) => {
    const from = offsets[glyph] ?? 0;
    return file.read(blob + from, (offsets[glyph + 1] ?? from) - from);
  });
  const scale = 1000 / header.unitsPerEm;
  return {
    header,
    glyphOf: remember((codePoint) => glyphIndex[search(codePoints, codePoint)] ?? 0),
    advanceOf: (glyph) => (advances[glyph] ?? 0) * scale,
    bearingOf: (glyph) => bearings[glyph] ?? 0,
    outlineOf,
    inkOf: (glyph) => readInk(outlineOf(glyph), scale),
  };
}

function remember<Value>(make: (key: number) => Value): (key: number) => Value {
  const known = new Map<number, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = make(key);
    known.set(key, value);
    return value;
  };
}

function readHeader(bytes: Uint8Array): PackHeader | undefined {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof parsed !== "object" || parsed === null || !("sourceSha256" in parsed))
      return undefined;
    return parsed as PackHeader; // written by buildPack; magic and version are checked
  } catch {
    return undefined; // damaged: the pack is built again
  }
}

function readInk(outline: Uint8Array, scale: number): readonly [number, number] {
  if (outline.length < 10) return [0, 0];
  const view = new DataView(outline.buffer, outline.byteOffset);
  return [view.getInt16(2) * scale, view.getInt16(6) * scale];
}

/** Index of a value in a sorted array, or -1. */
function search(sorted: Uint32Array, wanted: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const value = sorted[middle] ?? 0;
    if (value === wanted) return middle;
    if (value < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
