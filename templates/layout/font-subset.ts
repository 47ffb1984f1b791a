import { walkComponents } from "../fonts/outlines.ts";
import type { FontPack } from "../fonts/pack.ts";

/** A glyph of a subset, by its number in the pack. */
export interface SubsetGlyph {
  readonly packGlyph: number;
}

/** Writes a small TrueType file with the glyphs in the given order; parts of composites follow at the end. */
export function writeSubset(pack: FontPack, wanted: readonly SubsetGlyph[]): Uint8Array {
  const order = wanted.map((glyph) => glyph.packGlyph);
  const outlines: Uint8Array[] = [];
  for (let i = 0; i < order.length; i += 1) {
    outlines.push(renumberParts(pack.outlineOf(order[i] ?? 0), order));
  }
  const glyf = Buffer.concat(outlines);
  const loca = Buffer.alloc(4 * (outlines.length + 1));
  const hmtx = Buffer.alloc(4 * order.length);
  let at = 0;
  outlines.forEach((outline, i) => {
    const glyph = order[i] ?? 0;
    const advance = (pack.advanceOf(glyph) * pack.header.unitsPerEm) / 1000;
    hmtx.writeUInt16BE(Math.round(advance), 4 * i);
    hmtx.writeInt16BE(pack.bearingOf(glyph), 4 * i + 2);
    at += outline.length;
    loca.writeUInt32BE(at, 4 * (i + 1));
  });
  const tables = { ...fixedTables(pack, order.length), hmtx, loca, glyf };
  return writeSfnt(tables);
}

/** Points a composite's parts to their numbers in the subset, adding parts that are not in it yet. */
function renumberParts(outline: Uint8Array, order: number[]): Uint8Array {
  const parts = walkComponents(outline);
  if (parts.length === 0) return outline;
  const copy = Uint8Array.from(outline);
  const view = new DataView(copy.buffer);
  for (const part of parts) {
    const known = order.lastIndexOf(part.glyph);
    view.setUint16(part.at + 2, known >= 0 ? known : order.push(part.glyph) - 1);
  }
  return copy;
}

function fixedTables(pack: FontPack, glyphCount: number): Record<"head" | "hhea" | "maxp", Buffer> {
  const head = Buffer.from(pack.header.head, "base64");
  const hhea = Buffer.from(pack.header.hhea, "base64");
  const maxp = Buffer.from(pack.header.maxp, "base64");
  head.writeUInt32BE(0, 8); // checkSumAdjustment: not needed inside a PDF
  head.writeInt16BE(1, 50); // long loca
  hhea.writeUInt16BE(glyphCount, 34);
  maxp.writeUInt16BE(glyphCount, 4);
  return { head, hhea, maxp };
}

function writeSfnt(tables: Readonly<Record<string, Buffer>>): Uint8Array {
  const entries = Object.entries(tables).sort(([a], [b]) => (a < b ? -1 : 1));
  const directory = Buffer.alloc(12 + 16 * entries.length);
  const power = Math.floor(Math.log2(entries.length));
  directory.writeUInt32BE(0x00010000, 0);
  directory.writeUInt16BE(entries.length, 4);
  directory.writeUInt16BE(16 * 2 ** power, 6);
  directory.writeUInt16BE(power, 8);
  directory.writeUInt16BE(16 * (entries.length - 2 ** power), 10);
  let offset = directory.length;
  const bodies = entries.map(([tag, bytes], i) => {
    const padded = Buffer.alloc(Math.ceil(bytes.length / 4) * 4);
    bytes.copy(padded);
    const record = 12 + 16 * i;
    directory.write(tag, record, "latin1");
    directory.writeUInt32BE(checksum(padded), record + 4);
    directory.writeUInt32BE(offset, record + 8);
    directory.writeUInt32BE(bytes.length, record + 12);
    offset += padded.length;
    return padded;
  });
  return Buffer.concat([directory, ...bodies]);
}

function checksum(bytes: Buffer): number {
  let sum = 0;
  for (let i = 0; i < bytes.length; i += 4) sum = (sum + bytes.readUInt32BE(i)) >>> 0;
  return sum;
}
