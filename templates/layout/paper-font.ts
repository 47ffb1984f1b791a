import type { FontPack } from "../fonts/pack.ts";
import { joinDeflated, deflatePart } from "./deflated-parts.ts";
import {
  type GlyphBlock,
  type GlyphRun,
  deflateUnicodeTail,
  sumWords,
  toHex,
  writeGlyphs,
} from "./glyph-block.ts";
import { type PdfFile, type PdfRef, rawPdf } from "./pdf-file.ts";

/** A character as a page shows it. */
export interface PaperGlyph {
  readonly font: PaperFont;
  /** Four hex digits. */
  readonly code: string;
  /** Width in thousandths of the type size. */
  readonly advance: number;
  /** Left and right edge of the ink in thousandths. */
  ink(): readonly [number, number];
}

/** A font of one file: the block of the template, and the characters that only this file has. */
export interface PaperFont {
  /** Name in the resources of pages, e.g. F1. */
  readonly id: string;
  readonly ref: PdfRef;
  glyphOf(codePoint: number): PaperGlyph;
  /** Writes everything that belongs to the font, once all pages are painted. */
  finish(): void;
}

/** Starts a font; glyphs are numbered by character, not by shape, so that two drawn alike are still read back apart. */
export function startPaperFont(pdf: PdfFile, block: GlyphBlock, index: number): PaperFont {
  const { pack } = block;
  const own = new Map<number, number>();
  const numberOf = (codePoint: number): number => {
    const fixed = block.numbers.get(codePoint) ?? own.get(codePoint);
    if (fixed !== undefined) return fixed;
    const number = block.order.length + own.size;
    own.set(codePoint, number);
    return number;
  };
  const font: PaperFont = {
    id: `F${index + 1}`,
    ref: pdf.ref({}),
    glyphOf(codePoint) {
      const glyph = pack.glyphOf(codePoint);
      const [code, advance] = [toHex(numberOf(codePoint)), pack.advanceOf(glyph)];
      return { font, code, advance, ink: () => pack.inkOf(glyph) };
    },
    finish: () => {
      writeFont(pdf, font.ref, block, [...own.keys()], index);
    },
  };
  return font;
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
  const { head, length } = writeTables(pack, block, own);
  const parts = [deflatePart(head), block.deflatedOutlines, deflatePart(own.outlines)];
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
    W: rawPdf(writeWidths(pack, [...block.order, ...own.order])),
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

/** Widths that differ from the full one, run by run. */
function writeWidths(pack: FontPack, order: readonly number[]): string {
  let text = "";
  let isOpen = false;
  order.forEach((glyph, number) => {
    const width = Math.round(pack.advanceOf(glyph) * 1000) / 1000;
    if (width === 1000) {
      if (isOpen) text += "]";
      isOpen = false;
      return;
    }
    text += isOpen ? ` ${width}` : ` ${number} [${width}`;
    isOpen = true;
  });
  return `[${text.trimStart()}${isOpen ? "]" : ""}]`;
}

/** Everything of a TrueType file that stands before the outlines, which come last. */
function writeTables(
  pack: FontPack,
  block: GlyphRun,
  own: GlyphRun,
): { head: Buffer; length: number } {
  const count = block.order.length + own.order.length;
  const loca = Buffer.alloc(4 * (count + 1));
  block.ends.forEach((end, i) => loca.writeUInt32BE(end, 4 * (i + 1)));
  const base = block.outlines.length;
  own.ends.forEach((end, i) => loca.writeUInt32BE(base + end, 4 * (block.ends.length + i + 1)));
  const hmtx = Buffer.concat([block.metrics, own.metrics]);
  const tables: readonly (readonly [string, Buffer])[] = [
    ...fixedTables(pack, count),
    ["hmtx", hmtx],
    ["loca", loca],
  ];
  const outlines = { length: base + own.outlines.length, sum: (block.sum + own.sum) >>> 0 };
  return writeDirectory(tables, outlines);
}

function fixedTables(pack: FontPack, glyphCount: number): (readonly [string, Buffer])[] {
  const head = Buffer.from(pack.header.head, "base64");
  const hhea = Buffer.from(pack.header.hhea, "base64");
  const maxp = Buffer.from(pack.header.maxp, "base64");
  head.writeUInt32BE(0, 8); // checkSumAdjustment: not needed inside a PDF
  head.writeInt16BE(1, 50); // long loca
  hhea.writeUInt16BE(glyphCount, 34);
  maxp.writeUInt16BE(glyphCount, 4);
  return [
    ["head", head],
    ["hhea", hhea],
    ["maxp", maxp],
  ];
}

function writeDirectory(
  tables: readonly (readonly [string, Buffer])[],
  outlines: { readonly length: number; readonly sum: number },
): { head: Buffer; length: number } {
  const count = tables.length + 1;
  const directory = Buffer.alloc(12 + 16 * count);
  const power = Math.floor(Math.log2(count));
  directory.writeUInt32BE(0x00010000, 0);
  directory.writeUInt16BE(count, 4);
  directory.writeUInt16BE(16 * 2 ** power, 6);
  directory.writeUInt16BE(power, 8);
  directory.writeUInt16BE(16 * (count - 2 ** power), 10);
  let offset = directory.length;
  const bodies: Buffer[] = [];
  const records = tables.map(([tag, bytes]) => {
    const padded = Buffer.alloc(Math.ceil(bytes.length / 4) * 4);
    bytes.copy(padded);
    bodies.push(padded);
    const record = { tag, sum: sumWords(padded), offset, length: bytes.length };
    offset += padded.length;
    return record;
  });
  // The directory is in the order of the tags: glyf, head, hhea, hmtx, loca, maxp.
  const all = [...records, { tag: "glyf", offset, ...outlines }].sort((a, b) =>
    a.tag < b.tag ? -1 : 1,
  );
  all.forEach((record, i) => {
    const at = 12 + 16 * i;
    directory.write(record.tag, at, "latin1");
    directory.writeUInt32BE(record.sum, at + 4);
    directory.writeUInt32BE(record.offset, at + 8);
    directory.writeUInt32BE(record.length, at + 12);
  });
  return { head: Buffer.concat([directory, ...bodies]), length: offset + outlines.length };
}
