import { mkdir, readFile, readdir, truncate, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { buildPack } from "../../templates/fonts/build-pack.ts";
import { FontError } from "../../templates/fonts/font-error.ts";
import { openFonts, pickPack } from "../../templates/fonts/open-fonts.ts";
import { bundledSource } from "../../templates/fonts/sources.ts";
import { walkComponents } from "../../templates/fonts/outlines.ts";
import { type FontPack, openPack } from "../../templates/fonts/pack.ts";
import { makeGlyphBlock } from "../../templates/layout/glyph-block.ts";
import { startPaperFont } from "../../templates/layout/paper-font.ts";
import { PdfFile } from "../../templates/layout/pdf-file.ts";
import { renderPaper } from "../../templates/render.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { PAPER_DATA } from "./paper-fixtures.ts";
import { readObjects } from "./pdf-objects.ts";
import { readPdf } from "./read-pdf.ts";
import { buildTinyFont } from "./tiny-font.ts";

function packOf(source: Uint8Array): FontPack {
  const bytes = buildPack([source], "0".repeat(64));
  const pack = openPack({
    size: bytes.length,
    read: (offset, length) => Uint8Array.from(bytes.subarray(offset, offset + length)),
  });
  if (!pack) throw new Error("the pack does not open");
  return pack;
}

describe("font pack", () => {
  it("knows characters, widths and ink", () => {
    const pack = packOf(buildTinyFont());
    const bar = pack.glyphOf(0x4e00);
    expect(pack.glyphOf(0x4e01)).toBe(0);
    expect(pack.advanceOf(bar)).toBe(1000);
    expect(pack.inkOf(bar)).toEqual([50, 950]);
    expect(pack.header.postscriptName).toBe("TinyTest");
  });

  it("drops hinting programs and keeps the points", () => {
    const pack = packOf(buildTinyFont());
    const outline = Buffer.from(pack.outlineOf(pack.glyphOf(0x4e00)));
    expect(outline.readUInt16BE(12)).toBe(0);
    expect(outline.includes(Buffer.from([0xaa, 0xbb, 0xcc]))).toBe(false);
    expect(outline.readInt16BE(14 + 4)).toBe(50);
    const pair = pack.outlineOf(pack.glyphOf(0x5405));
    expect(walkComponents(pair).map((part) => part.flags & 0x0100)).toEqual([0, 0]);
  });

  it("points the parts of a composite to the right glyphs, also in a subset that did not ask for them", () => {
    const pack = packOf(buildTinyFont());
    const box = pack.glyphOf(0x53e3);
    const pair = pack.glyphOf(0x5405);
    expect(walkComponents(pack.outlineOf(pair)).map((part) => part.glyph)).toEqual([box, box]);
    for (const fixed of [[0x5405], []]) {
      const subset = packOf(rebuild(embed(pack, fixed, 0x5405)));
      const [first] = walkComponents(subset.outlineOf(subset.glyphOf(0x5405)));
      expect(subset.inkOf(first?.glyph ?? 0)).toEqual([50, 450]);
    }
  });

  it.each([
    [0x0002, "受限"],
    [0x0100, "禁止子集"],
    [0x0200, "点阵"],
  ])("refuses a font whose maker forbids its use (fsType %i)", (fsType, problem) => {
    expect(() => buildPack([buildTinyFont({ fsType })], "")).toThrow(FontError);
    expect(() => buildPack([buildTinyFont({ fsType })], "")).toThrow(problem);
  });

  it.each([0, 4, 8])("accepts fsType %i", (fsType) => {
    expect(buildPack([buildTinyFont({ fsType })], "").length).toBeGreaterThan(100);
  });

  it("refuses files that are no TrueType fonts, with words that say what to do", () => {
    expect(() => buildPack([buildTinyFont({ signature: 0x4f54544f })], "")).toThrow("TrueType");
    expect(() => buildPack([new Uint8Array(4)], "")).toThrow("太短");
    expect(() => buildPack([buildTinyFont({ without: "cmap" })], "")).toThrow("缺少 cmap 表");
  });

  it("is not opened when cut short or of another version", () => {
    const bytes = buildPack([buildTinyFont()], "0".repeat(64));
    const open = (content: Uint8Array) =>
      openPack({
        size: content.length,
        read: (from, length) => Uint8Array.from(content.subarray(from, from + length)),
      });
    expect(open(bytes)).toBeDefined();
    expect(open(bytes.subarray(0, bytes.length - 4))).toBeUndefined();
    expect(
      open(Uint8Array.from([...bytes.subarray(0, 4), 9, ...bytes.subarray(5)])),
    ).toBeUndefined();
  });
});

/** The points of a simple outline. */
function readPoints(outline: Uint8Array): (readonly [number, number])[] {
  const bytes = Buffer.from(outline);
  const contours = bytes.readInt16BE(0);
  const count = bytes.readUInt16BE(8 + 2 * contours) + 1;
  const flags = [...bytes.subarray(12 + 2 * contours, 12 + 2 * contours + count)];
  let at = 12 + 2 * contours + count;
  const along = (short: number, same: number): number[] => {
    let place = 0;
    return flags.map((flag) => {
      const isSame = (flag & same) !== 0;
      if ((flag & short) !== 0) place += (isSame ? 1 : -1) * bytes.readUInt8(at++);
      else if (!isSame) place += bytes.readInt16BE((at += 2) - 2);
      return place;
    });
  };
  const [xs, ys] = [along(2, 16), along(4, 32)];
  return xs.map((x, i) => [x, ys[i] ?? 0]);
}

/** The font program of a file that shows one character, which the template has or has not. */
function embed(pack: FontPack, fixed: readonly number[], shown: number): Uint8Array {
  const pdf = new PdfFile({ autoFirstPage: false, font: null, pdfVersion: "1.7" });
  const font = startPaperFont(pdf, makeGlyphBlock(pack, fixed), 0);
  expect(font.codeOf(shown).code).toBe("0001");
  font.finish();
  const objects = [...readObjects(pdf.finish()).values()];
  const file = objects.find(({ value }) => value.kind === "dict" && value.entries.has("Length1"));
  return file?.stream ?? new Uint8Array();
}

/** A subset has no character map; gives it the tiny font's tables so that it can be opened like any font. */
function rebuild(subset: Uint8Array): Uint8Array {
  const source = Buffer.from(subset);
  const tiny = Buffer.from(buildTinyFont());
  const tables = new Map([...tablesOf(tiny), ...tablesOf(source)]);
  const cmap = Buffer.from(tables.get("cmap") ?? []);
  cmap.writeInt16BE(1 - 0x5405, 12 + 14 + 8 + 2 + 8 + 4); // 吅 is glyph 1 of the subset
  tables.set("cmap", cmap);
  const directory = Buffer.alloc(12 + 16 * tables.size);
  directory.writeUInt32BE(0x00010000, 0);
  directory.writeUInt16BE(tables.size, 4);
  let offset = directory.length;
  const bodies = [...tables].map(([tag, bytes], i) => {
    directory.write(tag, 12 + 16 * i, "latin1");
    directory.writeUInt32BE(offset, 20 + 16 * i);
    directory.writeUInt32BE(bytes.length, 24 + 16 * i);
    const padded = Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
    offset += padded.length;
    return padded;
  });
  return Uint8Array.from(Buffer.concat([directory, ...bodies]));
}

function tablesOf(font: Buffer): [string, Buffer][] {
  return Array.from({ length: font.readUInt16BE(4) }, (_, i) => {
    const record = 12 + 16 * i;
    const at = font.readUInt32BE(record + 8);
    const tag = font.toString("latin1", record, record + 4);
    return [tag, font.subarray(at, at + font.readUInt32BE(record + 12))];
  });
}

describe("opening the fonts", () => {
  it("builds the packs once, says so, finds them again, and builds a damaged one anew", async () => {
    const cacheFolder = makeTemporaryFolder();
    const messages: string[] = [];
    const report = (message: string): void => void messages.push(message);
    const first = await openFonts({ cacheFolder, report });
    expect(messages).toHaveLength(4);
    expect(first.sourceHashes).toHaveLength(4);
    const again = await openFonts({ cacheFolder, report });
    expect(messages).toHaveLength(4);
    expect(again.sourceHashes).toEqual(first.sourceHashes);
    const leftovers = await readdir(cacheFolder, { recursive: true });
    expect(leftovers.filter((name) => /\.\d+\.\d+$/.test(name))).toEqual([]);
    const pack = leftovers.find(
      (name) => name.startsWith(first.sourceHashes[0] ?? "?") && name.endsWith(".bin"),
    );
    await truncate(join(cacheFolder, pack ?? "none"), 5000);
    const mended = await openFonts({ cacheFolder, report });
    expect(messages).toHaveLength(5);
    expect(pickPack(mended.slots.body, 0x4e00)).toBeDefined();
  }, 240_000); // five packs are built, some seconds of work each, and other tests run beside it

  it("puts an operator's file first in its slot and falls back for what it lacks", async () => {
    const folder = makeTemporaryFolder();
    await mkdir(join(folder, "字体"));
    const file = join(folder, "字体", "tiny.ttf");
    await writeFile(file, buildTinyFont());
    const fonts = await openFonts({ files: { body: file } });
    expect(pickPack(fonts.slots.body, 0x53e3)?.header.postscriptName).toBe("TinyTest");
    expect(pickPack(fonts.slots.body, 0x4e01)?.header.postscriptName).toBe("NotoSerifSC-Regular");
    expect(pickPack(fonts.slots.kai, 0x53e3)?.header.postscriptName).toBe("LXGWWenKai-Regular");
    expect(pickPack(fonts.slots.title, 0x53e3)?.header.postscriptName).toBe("NotoSerifSC-Bold");
    const data = { ...PAPER_DATA["defense-receipt"], addresseeName: "口吅一甲" };
    const paper = renderPaper(fonts, "defense-receipt", data, { draft: false });
    const pdf = readPdf(paper.bytes);
    expect(pdf.elements.map((element) => element.text)).toContain("口吅一甲：");
    expect(pdf.fontNames.some((name) => name.endsWith("+TinyTest"))).toBe(true);
  });

  it("refuses an operator's file that is missing or forbidden", async () => {
    const folder = makeTemporaryFolder();
    const file = join(folder, "restricted.ttf");
    await writeFile(file, buildTinyFont({ fsType: 2 }));
    await expect(openFonts({ files: { body: file } })).rejects.toThrow("受限");
    await expect(openFonts({ files: { title: join(folder, "none.ttf") } })).rejects.toThrow(
      "不存在",
    );
  });

  it("keeps no font file or pack in the repository", async () => {
    const root = new URL("../../templates/", import.meta.url);
    const files = await readdir(root, { recursive: true });
    expect(files.filter((name) => /\.(ttf|otf|ttc|woff2?|bin)$/.test(name))).toEqual([]);
    expect(await readFile(new URL("fonts/sources.ts", root), "utf8")).toContain(
      "@expo-google-fonts",
    );
  });
});

describe("a font in WOFF2", () => {
  /** The piece of 楷体 that has 𠮷. */
  const piece = join(dirname(bundledSource("kai").path), "f5c66f08404cebb8101e808b6ef40de6.woff2");

  it("has the outlines, widths and characters of the font it was made from", async () => {
    const pack = packOf(await readFile(piece));
    const glyph = pack.glyphOf(0x20bb7);
    expect([pack.advanceOf(glyph), ...pack.inkOf(glyph)]).toEqual([1000, 68, 938]);
    const points = readPoints(pack.outlineOf(glyph));
    expect(points).toHaveLength(96);
    expect(points.slice(0, 3)).toEqual([
      [706, 211],
      [306, 195],
      [320, 21],
    ]);
    expect(points.at(-1)).toEqual([531, 782]);
  });

  it("is refused when it is damaged", async () => {
    const damaged = Uint8Array.from(await readFile(piece)).fill(7, 2000, 2400);
    expect(() => buildPack([damaged], "")).toThrow(/WOFF2.*已损坏/);
  });
});
