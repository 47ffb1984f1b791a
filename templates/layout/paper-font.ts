import type { FontPack } from "../fonts/pack.ts";
import { type DeflatedPart, joinDeflated, packPart, storePart } from "./deflated-parts.ts";
import {
  type GlyphBlock,
  type GlyphRun,
  deflateUnicodeTail,
  sumWords,
  toHex,
  writeGlyphs,
} from "./glyph-block.ts";
import { closeWidths, writeWidths } from "./glyph-widths.ts";
import { type PdfFile, type PdfRef, rawPdf } from "./pdf-file.ts";

/** A font of one file: the block of the template, and the characters that only this file has. */
export interface PaperFont {
  /** Name in the resources of pages, e.g. F1. */
  readonly id: string;
  readonly ref: PdfRef;
  /** Number of a character in the file, as four hex digits; fixed where every file of the kind has it. */
  codeOf(codePoint: number): { readonly code: string; readonly isFixed: boolean };
  /** Writes everything that belongs to the font, once all pages are painted. */
  finish(): void;
}

/** Starts a font; glyphs are numbered by character, not by shape, so that two drawn alike are still read back apart. */
export function startPaperFont(pdf: PdfFile, block: GlyphBlock, index: number): PaperFont {
  const own = new Map<number, number>();
  const ref = pdf.ref({});
  return {
    id: `F${index + 1}`,
    ref,
    codeOf(codePoint) {
      const fixed = block.numbers.get(codePoint);
      if (fixed !== undefined) return { code: toHex(fixed), isFixed: true };
      const number = own.get(codePoint) ?? block.order.length + own.size;
      own.set(codePoint, number);
      return { code: toHex(number), isFixed: false };
    },
    finish() {
      writeFont(pdf, ref, block, [...own.keys()], index);
    },
  };
}

function writeFont(
  pdf: PdfFile,
  ref: PdfRef,
  block: GlyphBlock,
  characters: readonly number[],
  index: number,
): void {
  const { pack } = block;
  const wanted = characters.map((each) => pack.glyphOf(each));
  const own = writeGlyphs(pack, wanted, block.order);
  const { parts, length } = writeProgram(block, own);
  const file = pdf.stream({ Length1: length }, joinDeflated(parts));
  const unicode = [block.deflatedUnicode, deflateUnicodeTail(block.order.length, characters)];
  const name = `PAPER${String.fromCharCode(65 + index)}+${pack.header.postscriptName}`;
  const descendant = pdf.ref({
    Type: "Font",
    Subtype: "CIDFontType2",
    BaseFont: name,
    CIDSystemInfo: rawPdf("<</Registry (Adobe) /Ordering (Identity) /Supplement 0>>"),
    FontDescriptor: writeDescriptor(pdf, pack, name, file),
    DW: 1000,
    W: rawPdf(closeWidths(writeWidths(pack, own.order, block.order.length, block.widths))),
    CIDToGIDMap: "Identity",
  });
  descendant.end();
  Object.assign(ref.data, {
    Type: "Font",
    Subtype: "Type0",
    BaseFont: name,
    Encoding: "Identity-H",
    DescendantFonts: [descendant],
    ToUnicode: pdf.stream({}, joinDeflated(unicode)),
  });
  ref.end();
}

const [FIXED_PITCH, SERIF, SYMBOLIC, ITALIC] = [1, 2, 4, 64];

function writeDescriptor(pdf: PdfFile, pack: FontPack, name: string, file: PdfRef): PdfRef {
  const { header } = pack;
  const scale = (units: number): number => Math.round((units * 1000) / header.unitsPerEm);
  const family = header.familyClass >> 8;
  const descriptor = pdf.ref({
    Type: "FontDescriptor",
    FontName: name,
    Flags:
      SYMBOLIC |
      (header.isFixedPitch ? FIXED_PITCH : 0) |
      (family >= 1 && family <= 7 ? SERIF : 0) |
      (header.italicAngle === 0 ? 0 : ITALIC),
    FontBBox: header.bbox.map(scale),
    ItalicAngle: header.italicAngle,
    Ascent: scale(header.ascent),
    Descent: scale(header.descent),
    CapHeight: scale(header.capHeight),
    XHeight: scale(header.xHeight),
    StemV: 80,
    FontFile2: file,
  });
  descriptor.end();
  return descriptor;
}

/** The font program: its tables, of which a file makes only what its own glyphs add to those of the block. */
function writeProgram(
  block: GlyphBlock,
  own: GlyphRun,
): { parts: readonly DeflatedPart[]; length: number } {
  const count = block.order.length + own.order.length;
  const places = Buffer.alloc(4 * own.ends.length);
  const base = block.outlines.length;
  own.ends.forEach((end, i) => places.writeUInt32BE(base + end, 4 * i));
  const added = (sum: number, more: Buffer): number => (sum + sumWords(more)) >>> 0;
  const tables: readonly Table[] = [
    ...fixedTables(block.pack, count),
    { tag: "hmtx", length: 4 * count, sum: added(block.metricsSum, own.metrics) },
    { tag: "loca", length: 4 * (count + 1), sum: added(block.placesSum, places) },
    { tag: "glyf", length: base + own.outlines.length, sum: (block.sum + own.sum) >>> 0 },
  ];
  const { head, length } = writeDirectory(tables);
  const parts = [
    storePart(head),
    block.deflatedMetrics,
    storePart(own.metrics),
    block.deflatedPlaces,
    storePart(places),
    block.deflatedOutlines,
    packPart(own.outlines),
  ];
  return { parts, length };
}

/** A table of a font program; those that stand right after the directory bring their bytes. */
interface Table {
  readonly tag: string;
  readonly length: number;
  readonly sum: number;
  readonly bytes?: Buffer;
}

function fixedTables(pack: FontPack, glyphCount: number): Table[] {
  const head = Buffer.from(pack.header.head, "base64");
  const hhea = Buffer.from(pack.header.hhea, "base64");
  const maxp = Buffer.from(pack.header.maxp, "base64");
  head.writeUInt32BE(0, 8); // checkSumAdjustment: not needed inside a PDF
  head.writeInt16BE(1, 50); // long loca
  hhea.writeUInt16BE(glyphCount, 34);
  maxp.writeUInt16BE(glyphCount, 4);
  return [makeTable("head", head), makeTable("hhea", hhea), makeTable("maxp", maxp)];
}

function makeTable(tag: string, content: Buffer): Table {
  const bytes = Buffer.alloc(Math.ceil(content.length / 4) * 4);
  content.copy(bytes);
  return { tag, length: content.length, sum: sumWords(bytes), bytes };
}

/** The directory with the tables that bring their bytes, and how long the whole program is. */
function writeDirectory(tables: readonly Table[]): { head: Buffer; length: number } {
  const count = tables.length;
  const directory = Buffer.alloc(12 + 16 * count);
  const power = Math.floor(Math.log2(count));
  directory.writeUInt32BE(0x00010000, 0);
  directory.writeUInt16BE(count, 4);
  directory.writeUInt16BE(16 * 2 ** power, 6);
  directory.writeUInt16BE(power, 8);
  directory.writeUInt16BE(16 * (count - 2 ** power), 10);
  let offset = directory.length;
  const placed = tables.map((table) => {
    const at = offset;
    offset += Math.ceil(table.length / 4) * 4;
    return { ...table, at };
  });
  // The directory is in the order of the tags: glyf, head, hhea, hmtx, loca, maxp.
  placed.sort((a, b) => (a.tag < b.tag ? -1 : 1));
  placed.forEach((table, i) => {
    const record = 12 + 16 * i;
    directory.write(table.tag, record, "latin1");
    directory.writeUInt32BE(table.sum, record + 4);
    directory.writeUInt32BE(table.at, record + 8);
    directory.writeUInt32BE(table.length, record + 12);
  });
  const bodies = tables.flatMap(({ bytes }) => bytes ?? []);
  return { head: Buffer.concat([directory, ...bodies]), length: offset };
}
