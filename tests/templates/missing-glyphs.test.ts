import { beforeAll, describe, expect, it } from "vitest";
import { MissingGlyphError, findMissingGlyphs } from "../../templates/fonts/missing-glyphs.ts";
import { type Fonts, openFonts } from "../../templates/fonts/open-fonts.ts";
import { renderPaper } from "../../templates/render.ts";
import { PAPER_DATA } from "./paper-fixtures.ts";
import { readPdf } from "./read-pdf.ts";

const receipt = PAPER_DATA["defense-receipt"];
/** Characters that are hard in personal names, from the standard table and from extensions B to G. */
const HARD_NAMES = "䶮㛃𬴂𫖯喆犇堃淼頔珺赟祎翀龑㑇㵘䒟㬢𣲗𬀩𪟝";
let fonts: Fonts;

beforeAll(async () => {
  fonts = await openFonts();
});

describe("characters without a glyph", () => {
  it.each([
    ["private use", "\ue000", 0xe000],
    ["unassigned", "\u0378", 0x0378],
    ["direction mark", "\u202e", 0x202e],
    ["variation selector", "\ufe00", 0xfe00],
    ["ideographic variation selector", "\u{e0100}", 0xe0100],
  ])("%s: named with code point and field, never drawn as a box", (_, character, codePoint) => {
    const fields = { "party.name": `李${character}`, other: "李" };
    expect(findMissingGlyphs(fonts, fields)).toEqual([{ field: "party.name", codePoint }]);
  });

  it("stop the paper with field path and code point, and the message keeps the text to itself", () => {
    const data = { ...receipt, items: [{ title: "张三丰\ue000的陈述书", extent: "1页" }] };
    const make = () => renderPaper(fonts, "defense-receipt", data, { draft: true });
    expect(make).toThrow(MissingGlyphError);
    expect(make).toThrow("items.0.title U+E000");
    expect(make).toThrow(/^(?!.*张三丰)/);
  });

  it("hard names are all printed and read back as typed", () => {
    expect(findMissingGlyphs(fonts, { name: HARD_NAMES })).toEqual([]);
    const data = { ...receipt, addresseeName: `【虚构】${HARD_NAMES}` };
    const paper = renderPaper(fonts, "defense-receipt", data, { draft: false });
    const texts = readPdf(paper.bytes).elements.map((element) => element.text);
    expect(texts).toContain(`【虚构】${HARD_NAMES}：`);
  });

  it("a radical typed for a character is printed as the character and both stay apart in one file", () => {
    const data = { ...receipt, addresseeName: "⼀⼆一二·“”——……" };
    const paper = renderPaper(fonts, "defense-receipt", data, { draft: false });
    expect(paper.text).toContain("一二一二·“”——……：");
    const texts = readPdf(paper.bytes).elements.map((element) => element.text);
    expect(texts).toContain("一二一二·“”——……：");
  });
});
