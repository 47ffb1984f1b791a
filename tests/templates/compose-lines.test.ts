import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mayEndLine, mayStartLine } from "../../templates/layout/character-classes.ts";
import { type ComposedLine, composeParagraph } from "../../templates/layout/compose-lines.ts";
import { BODY_GRID, PAGE } from "../../templates/layout/grid.ts";

/** Full-width characters take 1000, everything else 550: as fonts do. */
const measure = (_slot: string, codePoint: number): number => (codePoint < 0x2000 ? 550 : 1000);
const style = {
  slot: "body",
  grid: BODY_GRID,
  width: PAGE.typeWidth,
  firstIndent: 2,
  restIndent: 0,
} as const;
const compose = (text: string): readonly ComposedLine[] => composeParagraph(text, style, measure);

const han = fc.constantFrom(..."列入严重失信主体名单决定书依据事由送达");
const piece = fc.oneof(
  { weight: 12, arbitrary: han },
  {
    weight: 2,
    arbitrary: fc.constantFrom("，", "。", "、", "；", "：", "》", "）", "。”", "）。"),
  },
  { weight: 2, arbitrary: fc.constantFrom("《", "（", "“", "（《") },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "91450421MA5XXXXX0X",
      "412,000",
      "2026",
      "——",
      "……",
      "〔2026〕16号",
      "K7QF-3M9T",
      " ",
      "·",
    ),
  },
);
/** Marks never pile up without a character between them, as in real text. */
const paragraph = fc
  .array(fc.tuple(piece, han), { minLength: 1, maxLength: 160 })
  .map((pairs) => pairs.flat().join(""));

describe("setting a paragraph on the grid", () => {
  it("loses no character and adds none", () => {
    fc.assert(
      fc.property(paragraph, (text) => {
        const lines = compose(text);
        expect(lines.map((line) => line.text).join("")).toBe(text);
        const drawn = lines.flatMap((line) => line.glyphs.map((glyph) => glyph.character));
        expect(drawn.join("")).toBe(text);
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it("begins no line with a closing mark and ends none with an opening mark", () => {
    fc.assert(
      fc.property(paragraph, (text) => {
        for (const [i, line] of compose(text).entries()) {
          const characters = Array.from(line.text.trimEnd());
          expect(line.forced).toBe(false);
          if (i > 0) expect(mayStartLine(characters[0] ?? "")).toBe(true);
          expect(mayEndLine(characters.at(-1) ?? "")).toBe(true);
        }
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it("keeps every line inside the type area and never divides codes and numbers", () => {
    fc.assert(
      fc.property(paragraph, (text) => {
        const lines = compose(text);
        for (const line of lines) expect(line.right).toBeLessThanOrEqual(PAGE.typeWidth + 0.1);
        const cuts = new Set<number>();
        lines.reduce((sum, line) => {
          cuts.add(sum + line.text.length);
          return sum + line.text.length;
        }, 0);
        for (const match of text.matchAll(/91450421MA5XXXXX0X|412,000|——|……|〔2026〕16号/g)) {
          for (let i = 1; i < match[0].length; i += 1)
            expect(cuts.has(match.index + i)).toBe(false);
        }
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it("indents the first line by two characters and holds 28 on each full line", () => {
    const lines = compose("名".repeat(100));
    expect(lines.map((line) => line.text.length)).toEqual([26, 28, 28, 18]);
    expect(lines[0]?.glyphs[0]?.x).toBeCloseTo(2 * BODY_GRID.cell - 0.1, 0);
    expect(lines[1]?.right).toBeCloseTo(PAGE.typeWidth, 3);
  });

  it("squeezes marks to keep a closing mark on its line", () => {
    const text = `${"名".repeat(10)}，${"名".repeat(15)}。名名`;
    expect(compose(text)[0]?.text).toBe(`${"名".repeat(10)}，${"名".repeat(15)}。`);
  });

  it("moves a character down with the mark when nothing can be squeezed enough", () => {
    const text = `${"名".repeat(26)}”。名名`;
    expect(compose(text).map((line) => line.text)).toEqual(["名".repeat(25), "名”。名名"]);
  });

  it("sets two marks in a row on one and a half cells", () => {
    const [line] = compose("名》（名");
    const [, first, second, last] = line?.glyphs ?? [];
    expect((second?.x ?? 0) - (first?.x ?? 0)).toBeCloseTo(BODY_GRID.cell / 2, 5);
    expect((last?.x ?? 0) - (second?.x ?? 0)).toBeCloseTo(BODY_GRID.cell, 5);
  });

  it("spreads what is left over a full line evenly, and leaves a line ragged rather than tear it", () => {
    const even = compose(`${"名".repeat(22)}2026${"名".repeat(20)}`)[0];
    expect(even?.right).toBeCloseTo(PAGE.typeWidth, 3);
    const ragged = compose(`${"名".repeat(20)}91450421MA5XXXXX0X${"名".repeat(9)}`)[0];
    expect(ragged?.text).toBe("名".repeat(20));
    expect(ragged?.right).toBeCloseTo(22 * BODY_GRID.cell, 3);
  });

  it("cuts a word that is longer than a line, after its separators first", () => {
    const url = `https://example.gov.cn/${"a".repeat(30)}/${"b".repeat(60)}`;
    const lines = compose(url);
    expect(lines.map((line) => line.text).join("")).toBe(url);
    for (const line of lines) expect(line.right).toBeLessThanOrEqual(PAGE.typeWidth + 0.1);
  });

  it("says so when only marks stand where a line must end", () => {
    const lines = compose("。".repeat(80));
    expect(lines.map((line) => line.text).join("")).toBe("。".repeat(80));
    expect(lines.some((line) => line.forced)).toBe(true);
  });
});
