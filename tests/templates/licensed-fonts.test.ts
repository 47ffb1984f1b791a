import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openRenderPool } from "../../activities/papers/render-pool.ts";
import { openDrawing } from "../../api/open-app.ts";
import { isPaperKind, PAPER_KINDS } from "../../domain/papers.ts";
import { openAtStart, readFontsFile, type NamedFonts } from "../../platform/fonts-file.ts";
import { readSettings } from "../../platform/settings.ts";
import { StartFault } from "../../platform/start-fault.ts";
import type { Fonts } from "../../templates/fonts/open-fonts.ts";
import { openPaperFonts } from "../../templates/open-paper-fonts.ts";
import { renderPaper } from "../../templates/render.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { PAPER_DATA } from "./paper-fixtures.ts";
import { type ReadElement, readPdf } from "./read-pdf.ts";
import { buildTinyFont } from "./tiny-font.ts";

const { resolve } = createRequire(import.meta.url);
/** Fonts that no slot has by itself stand for those that an authority bought. */
const FANGSONG = resolve("@expo-google-fonts/noto-serif-sc/300Light/NotoSerifSC_300Light.ttf");
const XIAOBIAOSONG = resolve("@expo-google-fonts/noto-serif-sc/900Black/NotoSerifSC_900Black.ttf");
const KINDS = Object.keys(PAPER_KINDS).filter(isPaperKind);

/** A file as an authority writes it, with its fonts beside it. */
async function writeFontsFile(
  entries: object | string,
  folder = makeTemporaryFolder(),
): Promise<string> {
  const file = join(folder, "fonts.json");
  await writeFile(file, typeof entries === "string" ? entries : JSON.stringify(entries));
  return file;
}

let folder: string;
let files: NamedFonts;
let fonts: Fonts;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingdan-fonts-"));
  const entries = { fangsong: "字体/仿宋.ttf", xiaobiaosong: XIAOBIAOSONG };
  const fontsFile = await writeFontsFile(entries, folder);
  await mkdir(join(folder, "字体"));
  await copyFile(FANGSONG, join(folder, "字体", "仿宋.ttf"));
  files = readFontsFile(readSettings({ MINGDAN_FONTS: fontsFile }));
  fonts = await openPaperFonts({ files });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("fonts that an authority puts in by one setting", () => {
  it.each(KINDS)("set %s, whose words are read back as ever", (kind) => {
    const paper = renderPaper(fonts, kind, PAPER_DATA[kind], { draft: false });
    const pdf = readPdf(paper.bytes);
    const names = pdf.fontNames.map((name) => name.replace(/^.*\+/, ""));
    expect(names).toContain("NotoSerifSC-Light");
    expect(names).toContain("NotoSerifSC-Black");
    // The number of a page stays in 宋体, as the standard wants it.
    expect(names).toContain("NotoSerifSC-Regular");
    const spoken = pdf.elements.map(textOf).join("");
    for (const text of paper.text.filter((each) => each !== "")) expect(spoken).toContain(text);
  });

  it("give the same bytes for the same data, and others than the fonts that come along", async () => {
    const make = (with_: Fonts) =>
      renderPaper(with_, "prior-notice", PAPER_DATA["prior-notice"], { draft: false }).renderHash;
    expect(make(await openPaperFonts({ files }))).toBe(make(fonts));
    expect(make(await openPaperFonts())).not.toBe(make(fonts));
  });

  it("reach the threads that make papers", async () => {
    const pool = openRenderPool({ threads: 1, fonts: { files } });
    const data = PAPER_DATA["defense-receipt"];
    const there = await pool.render("defense-receipt", data, { draft: false });
    await pool.close();
    const here = renderPaper(fonts, "defense-receipt", data, { draft: false });
    expect(there.renderHash).toBe(here.renderHash);
  });

  it("fall back, character by character, for what they lack", () => {
    const data = { ...PAPER_DATA["defense-receipt"], addresseeName: "【虚构】李𠮷" };
    const pdf = readPdf(renderPaper(fonts, "defense-receipt", data, { draft: false }).bytes);
    expect(pdf.elements.map((element) => element.text)).toContain("【虚构】李𠮷：");
    expect(pdf.fontNames.some((name) => name.endsWith("+LXGWWenKai-Regular"))).toBe(true);
  });
});

describe("a fonts file that is wrong ends the start with a sentence in both languages", () => {
  const read = (file: string) => readFontsFile(readSettings({ MINGDAN_FONTS: file }));

  it("when it is not there", () => {
    expect(() => read("/nowhere/fonts.json")).toThrow(StartFault);
    expect(() => read("/nowhere/fonts.json")).toThrow(/请检查 MINGDAN_FONTS.*cannot be read/);
  });

  it("when it is no JSON, or names something else", async () => {
    const broken = await writeFontsFile("{");
    expect(() => read(broken)).toThrow(/不是正确的 JSON/);
    const other = await writeFontsFile({ comic: "a.ttf" });
    expect(() => read(other)).toThrow(/只能有 xiaobiaosong、fangsong.*only these five/);
  });

  it.each([
    ["is missing", "fangsong", null, /仿宋.*不存在或者无法读取.*replace it/],
    ["must not be embedded", "fangsong", { fsType: 2 }, /仿宋.*不允许嵌入.*受限.*删去/],
    ["must not be cut down", "heiti", { fsType: 0x0100 }, /黑体.*禁止子集/],
    ["is no TrueType font", "kaiti", { signature: 0x4f54544f }, /楷体.*TrueType/],
    ["lacks what papers always print", "xiaobiaosong", {}, /小标宋.*缺少文书固定用字 \d+ 个：U\+/],
  ])("when a font %s", async (_, face, options, problem) => {
    const file = await writeFontsFile({ [face]: "font.ttf" });
    if (options !== null) await writeFile(join(file, "..", "font.ttf"), buildTinyFont(options));
    const settings = readSettings({ MINGDAN_FONTS: file });
    const open = () => openAtStart(() => openPaperFonts({ files: readFontsFile(settings) }));
    await expect(open()).rejects.toThrow(StartFault);
    await expect(open()).rejects.toThrow(problem);
    await expect(openDrawing(settings)).rejects.toThrow(problem);
  });

  it("but only tells of standard characters that a font lacks", async () => {
    const latin = resolve("@expo-google-fonts/noto-sans-sc/100Thin/NotoSansSC_100Thin.ttf");
    const messages: string[] = [];
    const report = (message: string) => void messages.push(message);
    await openPaperFonts({ files: { song: await cutDown(latin) }, report });
    expect(messages.at(-1)).toMatch(/宋体.*缺少 8105 个通用规范汉字中的 8105 个.*随附的字体/);
  });
});

/** A font that knows digits and dashes only: its character map ends there. */
async function cutDown(path: string): Promise<string> {
  const copy = join(makeTemporaryFolder(), "digits.ttf");
  const font = await readFile(path);
  const count = font.readUInt16BE(4);
  for (let i = 0; i < count; i += 1) {
    const record = 12 + 16 * i;
    if (font.toString("latin1", record, record + 4) !== "cmap") continue;
    hideChinese(font, font.readUInt32BE(record + 8));
  }
  await writeFile(copy, font);
  return copy;
}

/** Points every group of characters from U+2E80 on to no glyph at all. */
function hideChinese(font: Buffer, cmap: number): void {
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i += 1) {
    const table = cmap + font.readUInt32BE(cmap + 8 + 8 * i);
    if (font.readUInt16BE(table) !== 12) continue;
    for (let group = 0; group < font.readUInt32BE(table + 12); group += 1) {
      const at = table + 16 + 12 * group;
      if (font.readUInt32BE(at) >= 0x2e80) font.writeUInt32BE(0x7fffffff, at + 8);
    }
  }
}

function textOf(element: ReadElement): string {
  return element.children.length > 0 ? element.children.map(textOf).join("") : element.text;
}
