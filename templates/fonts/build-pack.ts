import { readCharacterMap } from "./character-map.ts";
import { FontError } from "./font-error.ts";
import { lightenOutline } from "./lighten-outline.ts";
import { openOutlines, walkComponents } from "./outlines.ts";
import type { PackHeader } from "./pack.ts";
import { PACK_MAGIC, PACK_VERSION } from "./pack.ts";
import {
  type FontFacts,
  type Sfnt,
  checkEmbedding,
  findTable,
  openSfnt,
  readFacts,
} from "./sfnt.ts";

/** A glyph as it goes into the pack. */
interface PackedGlyph {
  readonly advance: number;
  readonly bearing: number;
  readonly outline: Uint8Array;
}

/**
 * Compiles a font into a pack: everything a paper needs, nothing to parse later. A font may come in pieces that share its glyphs out.
 * The outlines of some characters are drawn with fewer points.
 */
export function buildPack(
  pieces: readonly Uint8Array[],
  sourceSha256: string,
  lightened: ReadonlySet<number> = new Set(),
): Uint8Array {
  const glyphOf = new Map<number, number>();
  const glyphs: PackedGlyph[] = [];
  const fonts = pieces.map((piece) => {
    const font = openSfnt(piece);
    const facts = readFacts(font);
    checkEmbedding(facts.fsType);
    addPiece(font, facts, { glyphOf, glyphs, lightened });
    return { font, facts };
  });
  const pairs = [...glyphOf].sort(([a], [b]) => a - b);
  if (pairs.length === 0) throw new FontError("字体文件里没有可用的字");
  const header = makeHeader(fonts, sourceSha256, pairs.length, glyphs.length);
  return writePack(header, pairs, glyphs);
}

/** What a pack is gathered into, piece by piece. */
interface Gathered {
  readonly glyphOf: Map<number, number>;
  readonly glyphs: PackedGlyph[];
  readonly lightened: ReadonlySet<number>;
}

/** Adds the characters of a piece that no earlier piece had, with their glyphs. */
function addPiece(font: Sfnt, facts: FontFacts, { glyphOf, glyphs, lightened }: Gathered): void {
  const map = [...readCharacterMap(font)].filter(
    ([code, glyph]) => glyph !== 0 && glyph < facts.glyphCount && !glyphOf.has(code),
  );
  map.sort(([a], [b]) => a - b);
  const wanted = new Set(map.map(([, glyph]) => glyph));
  const light = new Set(map.filter(([code]) => lightened.has(code)).map(([, glyph]) => glyph));
  const { own, indexOf } = gatherGlyphs(font, facts, { wanted, light }, glyphs.length);
  for (const [code, glyph] of map) glyphOf.set(code, indexOf.get(glyph) ?? 0);
  for (const glyph of own) glyphs.push(glyph);
}

/**
 * Glyph 0 first, then every glyph a character needs, then the parts of composites; numbered in that order from `first` on. A part keeps
 * its points: a composite may be tied to them by their numbers.
 */
function gatherGlyphs(
  font: Sfnt,
  facts: FontFacts,
  { wanted, light }: { readonly wanted: ReadonlySet<number>; readonly light: ReadonlySet<number> },
  first: number,
): { own: PackedGlyph[]; indexOf: Map<number, number> } {
  const outlineOf = openOutlines(font);
  const order = [0, ...wanted];
  const indexOf = new Map(order.map((glyph, index) => [glyph, first + index]));
  const own: PackedGlyph[] = [];
  const parts = new Set<number>();
  const metricsOf = openMetrics(font);
  for (let i = 0; i < order.length; i += 1) {
    const outline = outlineOf(order[i] ?? 0);
    for (const component of walkComponents(outline)) {
      if (component.glyph >= facts.glyphCount)
        throw new FontError("字体文件的组合字引用了不存在的字形");
      parts.add(component.glyph);
      if (!indexOf.has(component.glyph))
        indexOf.set(component.glyph, first + order.push(component.glyph) - 1);
      const view = new DataView(outline.buffer, outline.byteOffset);
      view.setUint16(component.at + 2, indexOf.get(component.glyph) ?? 0);
    }
    own.push({ ...metricsOf(order[i] ?? 0), outline });
  }
  const drawn = own.map((glyph, i) => {
    const number = order[i] ?? 0;
    return light.has(number) && !parts.has(number) ? lighten(glyph, facts.unitsPerEm) : glyph;
  });
  return { own: drawn, indexOf };
}

/** The left edge moves with the points: a glyph is placed by the distance between the two. */
function lighten(glyph: PackedGlyph, unitsPerEm: number): PackedGlyph {
  const outline = lightenOutline(glyph.outline, unitsPerEm);
  if (outline === glyph.outline) return glyph;
  const bearing = glyph.bearing + leftOf(outline) - leftOf(glyph.outline);
  return { ...glyph, outline, bearing };
}

function leftOf(outline: Uint8Array): number {
  return new DataView(outline.buffer, outline.byteOffset).getInt16(2);
}

function openMetrics(font: Sfnt): (glyph: number) => { advance: number; bearing: number } {
  const { view } = font;
  const full = view.getUint16(findTable(font, "hhea").offset + 34);
  const hmtx = findTable(font, "hmtx").offset;
  return (glyph) => ({
    advance: view.getUint16(hmtx + 4 * Math.min(glyph, full - 1)),
    bearing: view.getInt16(
      glyph < full ? hmtx + 4 * glyph + 2 : hmtx + 4 * full + 2 * (glyph - full),
    ),
  });
}

interface OpenedPiece {
  readonly font: Sfnt;
  readonly facts: FontFacts;
}

/** What the pieces of a font say of it: the same, except for how large their glyphs are. */
function makeHeader(
  pieces: readonly OpenedPiece[],
  sourceSha256: string,
  codePointCount: number,
  glyphCount: number,
): PackHeader {
  const [first] = pieces;
  if (!first) throw new FontError("字体文件里没有可用的字");
  const { font, facts } = first;
  if (pieces.some((piece) => piece.facts.unitsPerEm !== facts.unitsPerEm)) {
    throw new FontError("字体的各个分片不属于同一字体");
  }
  const head = copyTable(font, "head");
  const bbox = [0, 1, 2, 3].map((edge) => {
    const values = pieces.map((piece) => piece.facts.bbox[edge] ?? 0);
    return edge < 2 ? Math.min(...values) : Math.max(...values);
  }) as unknown as FontFacts["bbox"]; // four numbers by construction
  bbox.forEach((edge, i) => head.writeInt16BE(edge, 36 + 2 * i));
  return {
    ...facts,
    bbox,
    version: PACK_VERSION,
    sourceSha256,
    codePointCount,
    packedGlyphCount: glyphCount,
    head: head.toString("base64"),
    hhea: copyTable(font, "hhea").toString("base64"),
    maxp: largestOf(pieces.map((piece) => copyTable(piece.font, "maxp"))).toString("base64"),
  };
}

function copyTable(font: Sfnt, tag: string): Buffer {
  const { offset, length } = findTable(font, tag);
  return Buffer.from(font.bytes.subarray(offset, offset + length));
}

/** The limits that hold for all pieces: of each 16-bit limit after the version the largest. */
function largestOf(tables: readonly Buffer[]): Buffer {
  const [largest = Buffer.alloc(0), ...others] = tables;
  for (let at = 4; at + 2 <= largest.length; at += 2) {
    const values = others.map((table) => (at + 2 <= table.length ? table.readUInt16BE(at) : 0));
    largest.writeUInt16BE(Math.max(largest.readUInt16BE(at), ...values), at);
  }
  return largest;
}

function writePack(
  header: PackHeader,
  pairs: readonly (readonly [number, number])[],
  glyphs: readonly PackedGlyph[],
): Uint8Array {
  const json = Buffer.from(JSON.stringify(header));
  const headerBytes = Buffer.alloc(12 + Math.ceil(json.length / 8) * 8 + 4, 0x20);
  headerBytes.write(PACK_MAGIC, 0, "latin1");
  headerBytes.writeUInt32LE(PACK_VERSION, 4);
  headerBytes.writeUInt32LE(headerBytes.length, 8);
  json.copy(headerBytes, 12);
  const offsets = new Uint32Array(glyphs.length + 1);
  glyphs.forEach((glyph, i) => {
    offsets[i + 1] = (offsets[i] ?? 0) + Math.ceil(glyph.outline.length / 4) * 4;
  });
  const blob = Buffer.alloc(offsets[glyphs.length] ?? 0);
  glyphs.forEach((glyph, i) => blob.set(glyph.outline, offsets[i] ?? 0));
  const arrays = [
    Uint32Array.from(pairs, ([code]) => code),
    offsets,
    Uint16Array.from(pairs, ([, glyph]) => glyph),
    Uint16Array.from(glyphs, (glyph) => glyph.advance),
    Int16Array.from(glyphs, (glyph) => glyph.bearing),
  ].map((array) => Buffer.from(array.buffer));
  return Buffer.concat([headerBytes, ...arrays, blob]);
}
