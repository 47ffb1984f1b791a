import { readCharacterMap } from "./character-map.ts";
import { FontError } from "./font-error.ts";
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

/** Compiles a TrueType file into a font pack: everything a paper needs, nothing to parse later. */
export function buildPack(source: Uint8Array, sourceSha256: string): Uint8Array {
  const font = openSfnt(source);
  const facts = readFacts(font);
  checkEmbedding(facts.fsType);
  const map = [...readCharacterMap(font)].filter(
    ([, glyph]) => glyph !== 0 && glyph < facts.glyphCount,
  );
  map.sort(([a], [b]) => a - b);
  if (map.length === 0) throw new FontError("字体文件里没有可用的字");
  const { glyphs, indexOf } = gatherGlyphs(font, facts, new Set(map.map(([, glyph]) => glyph)));
  const pairs = map.map(([code, glyph]) => [code, indexOf.get(glyph) ?? 0] as const);
  return writePack(
    makeHeader(font, facts, sourceSha256, pairs.length, glyphs.length),
    pairs,
    glyphs,
  );
}

/** Glyph 0 first, then every glyph a character needs, then the parts of composites; renumbered in that order. */
function gatherGlyphs(
  font: Sfnt,
  facts: FontFacts,
  wanted: ReadonlySet<number>,
): { glyphs: PackedGlyph[]; indexOf: Map<number, number> } {
  const outlineOf = openOutlines(font);
  const order = [0, ...wanted];
  const indexOf = new Map(order.map((glyph, index) => [glyph, index]));
  const glyphs: PackedGlyph[] = [];
  const metricsOf = openMetrics(font);
  for (let i = 0; i < order.length; i += 1) {
    const outline = outlineOf(order[i] ?? 0);
    for (const component of walkComponents(outline)) {
      if (component.glyph >= facts.glyphCount)
        throw new FontError("字体文件的组合字引用了不存在的字形");
      if (!indexOf.has(component.glyph))
        indexOf.set(component.glyph, order.push(component.glyph) - 1);
      const view = new DataView(outline.buffer, outline.byteOffset);
      view.setUint16(component.at + 2, indexOf.get(component.glyph) ?? 0);
    }
    glyphs.push({ ...metricsOf(order[i] ?? 0), outline });
  }
  return { glyphs, indexOf };
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

function makeHeader(
  font: Sfnt,
  facts: FontFacts,
  sourceSha256: string,
  codePointCount: number,
  glyphCount: number,
): PackHeader {
  const copy = (tag: string): string => {
    const { offset, length } = findTable(font, tag);
    return Buffer.from(font.bytes.subarray(offset, offset + length)).toString("base64");
  };
  return {
    ...facts,
    version: PACK_VERSION,
    sourceSha256,
    codePointCount,
    packedGlyphCount: glyphCount,
    head: copy("head"),
    hhea: copy("hhea"),
    maxp: copy("maxp"),
  };
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
