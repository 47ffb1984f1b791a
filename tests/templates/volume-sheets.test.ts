import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { isVolumeSheet, paperTitle, VOLUME_SHEETS } from "../../domain/papers.ts";
import { MissingGlyphError } from "../../templates/fonts/missing-glyphs.ts";
import { type Fonts, openFonts } from "../../templates/fonts/open-fonts.ts";
import { PAGE } from "../../templates/layout/grid.ts";
import {
  IncompletePaperError,
  renderPaper,
  requiredSections,
  templateVersion,
} from "../../templates/render.ts";
import { PAPER_DATA } from "./paper-fixtures.ts";
import { type ReadElement, readPdf } from "./read-pdf.ts";
import { setPaper } from "./set-paper.ts";

const SHEETS = Object.keys(VOLUME_SHEETS).filter(isVolumeSheet);
const contents = PAPER_DATA["volume-contents"];
let fonts: Fonts;

beforeAll(async () => {
  fonts = await openFonts();
});

describe.each(SHEETS)("the sheet %s", (sheet) => {
  const render = () => renderPaper(fonts, sheet, PAPER_DATA[sheet], { draft: false });

  it("says exactly the reviewed text", async () => {
    const expected = await readFile(new URL(`./expected/${sheet}.txt`, import.meta.url), "utf8");
    expect(render().text.join("\n")).toBe(expected.trimEnd());
  });

  it("reads back cell by cell, in order, and is read as PDF/A-3a with its data inside", () => {
    const { bytes, text } = render();
    const pdf = readPdf(bytes);
    expect(pdf.elements.flatMap(textsOf)).toEqual(text);
    expect(pdf.xmp).toContain("<pdfaid:part>3</pdfaid:part>");
    expect(pdf.xmp).toContain(paperTitle(sheet));
    const twin: unknown = JSON.parse(pdf.attachments.get(`${sheet}.json`)?.toString("utf8") ?? "");
    const whole = { kind: sheet, templateVersion: templateVersion(sheet), data: PAPER_DATA[sheet] };
    expect(twin).toEqual(JSON.parse(JSON.stringify(whole)));
  });

  it("has no seal, no code and no page number of its own", () => {
    const pdf = readPdf(render().bytes);
    expect(pdf.elements.filter((element) => element.type === "Figure")).toEqual([]);
    expect(pdf.artifacts.join("")).toBe("");
  });

  it("is refused, naming the section, when something it cannot do without is empty", () => {
    const missing = { ...PAPER_DATA[sheet], caseNumber: " " };
    const make = () => renderPaper(fonts, sheet, missing, { draft: false });
    expect(make).toThrow(IncompletePaperError);
    expect(make).toThrow(/案号.*caseNumber/);
    expect(requiredSections(sheet).length).toBeGreaterThan(1);
  });

  it("stops with code point and field at a name that no font has", () => {
    const data = { ...PAPER_DATA[sheet], addresseeName: "𡋤" };
    const make = () => renderPaper(fonts, sheet, data, { draft: false });
    expect(make).toThrow(MissingGlyphError);
    expect(make).toThrow("addresseeName U+212E4");
  });
});

describe("a very long table of contents", () => {
  const lines = Array.from({ length: 300 }, (_, i) => ({
    ...(contents.lines[i % contents.lines.length] ?? contents.lines[0]!), // the fixture has four
    place: String(i + 1),
    title: `第${String(i + 1)}件${"很长的题名".repeat(i % 50 === 0 ? 60 : 1)}`,
    pages: String(i * 7 + 1),
  }));

  it("loses no item, stays within its area and repeats its head on every page, where it is not read twice", () => {
    const data = { ...contents, lines };
    const { bytes } = renderPaper(fonts, "volume-contents", data, { draft: false });
    const pdf = readPdf(bytes);
    expect(pdf.pageCount).toBeGreaterThan(10);
    const spoken = pdf.elements.flatMap(textsOf).join("");
    for (const line of lines.filter((_, i) => i % 50 !== 0)) expect(spoken).toContain(line.title);
    expect(spoken.split("责任者")).toHaveLength(2);
    expect(pdf.artifacts.slice(1).every((text) => text.startsWith("序号文号责任者"))).toBe(true);
    const { model } = setPaper(fonts, "volume-contents", data);
    const [right, bottom] = [PAGE.left + PAGE.typeWidth, PAGE.top + PAGE.typeHeight];
    const glyphs = model.pages.flatMap(({ marks }) =>
      marks.flatMap(({ draws }) =>
        draws.flatMap((draw) => {
          if (draw.kind !== "text") return [];
          return draw.line.glyphs.map(({ x }) => ({ x: draw.left + x, y: draw.y }));
        }),
      ),
    );
    const isOutside = ({ x, y }: { x: number; y: number }) =>
      x < PAGE.left || x >= right || y <= PAGE.top || y > bottom;
    expect(glyphs.filter(isOutside)).toEqual([]);
  });
});

/** Heads and cells of the table, each paragraph by itself. */
function textsOf(element: ReadElement): string[] {
  if (["Table", "TR", "TD"].includes(element.type)) return element.children.flatMap(textsOf);
  return [element.text];
}
