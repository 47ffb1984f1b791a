import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareParagraphs } from "../../api/use-cases/compare-paragraphs.ts";

const KINDS = { same: " ", added: "+", removed: "-" } as const;

function printed(before: readonly string[], after: readonly string[]): readonly string[] {
  return compareParagraphs(before, after).map(({ kind, text }) => `${KINDS[kind]}${text}`);
}

describe("two versions of a text beside each other", () => {
  it.each([
    ["nothing changed", ["一", "二"], ["一", "二"], [" 一", " 二"]],
    ["a paragraph changed", ["一", "二", "三"], ["一", "贰", "三"], [" 一", "-二", "+贰", " 三"]],
    ["one went", ["一", "二", "三"], ["一", "三"], [" 一", "-二", " 三"]],
    ["one came", ["一", "三"], ["一", "二", "三"], [" 一", "+二", " 三"]],
    ["everything came", [], ["一"], ["+一"]],
    ["everything went", ["一"], [], ["-一"]],
  ])("%s", (_what, before, after, expected) => {
    expect(printed(before, after)).toEqual(expected);
  });

  it("holds both versions whole, and no more of either than is new", () => {
    const texts = fc.array(fc.constantFrom("甲", "乙", "丙", "丁"), { maxLength: 12 });
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const compared = compareParagraphs(before, after);
        const without = (kind: string) =>
          compared.filter((each) => each.kind !== kind).map((each) => each.text);
        expect(without("added")).toEqual(before);
        expect(without("removed")).toEqual(after);
        if (before.join() === after.join()) {
          expect(compared.every((each) => each.kind === "same")).toBe(true);
        }
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});
