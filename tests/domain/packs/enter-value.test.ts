import { describe, expect, it } from "vitest";
import { DEMONSTRATION_VALUES } from "../../../demo/demonstration-values.ts";
import { parseDay } from "../../../domain/deadlines/calendar-day.ts";
import { findActivationObstacles } from "../../../domain/packs/activation.ts";
import {
  chooseEarlyRemovalSource,
  enterPackValue,
  findSource,
} from "../../../domain/packs/enter-value.ts";
import type { LawPack } from "../../../domain/packs/law-pack.ts";
import { UNPAID_WAGES_PACK as SHIPPED } from "../../../domain/packs/unpaid-wages.ts";

const CITATION = { instrument: "某某办法", article: "第八条" };
const ENTRY = { officerId: "officer-1", on: parseDay("2026-02-02"), version: "2" };
const FIVE = { length: 5, unit: "working-day" } as const;

describe("entering a value into a pack", () => {
  it("makes a new version with mark, officer and day, and leaves the shipped pack as it was", () => {
    const entered = enterPackValue(SHIPPED, "defenseDays", FIVE, CITATION, ENTRY);
    expect(entered.version).toBe("2");
    expect(entered.values.defenseDays).toEqual({
      value: FIVE,
      citations: [{ ...CITATION, mark: "entered" }],
      entered: { officerId: "officer-1", on: "2026-02-02" },
    });
    expect(SHIPPED.version).toBe("1");
    expect(SHIPPED.values.defenseDays.value).toBeNull();
    expect({ ...entered.values, defenseDays: null }).toEqual({
      ...SHIPPED.values,
      defenseDays: null,
    });
  });

  it("refuses a length that is no positive whole number", () => {
    for (const length of [0, -5, 2.5]) {
      const enter = () =>
        enterPackValue(SHIPPED, "defenseDays", { ...FIVE, length }, CITATION, ENTRY);
      expect(enter).toThrow("正整数");
    }
  });

  it("refuses a value without instrument or article", () => {
    for (const citation of [
      { ...CITATION, article: " " },
      { ...CITATION, instrument: "" },
    ]) {
      const enter = () => enterPackValue(SHIPPED, "defenseDays", FIVE, citation, ENTRY);
      expect(enter).toThrow("依据");
    }
  });

  it("refuses the version that the pack already has", () => {
    const same = { ...ENTRY, version: SHIPPED.version };
    expect(() => enterPackValue(SHIPPED, "defenseDays", FIVE, CITATION, same)).toThrow("版本");
  });
});

describe("what keeps a pack from being activated", () => {
  it("names both empty values of the shipped pack", () => {
    const obstacles = findActivationObstacles(SHIPPED);
    expect(obstacles.map((each) => each.missing)).toEqual([
      "陈述申辩期限没有数值",
      "异议核实反馈时限没有数值",
    ]);
    for (const each of obstacles) expect(each.citations.length).toBeGreaterThan(0);
  });

  it("is nothing once the demonstration values are entered, which say that they are no law", () => {
    const entered = DEMONSTRATION_VALUES.reduce<LawPack>(
      (pack, { field, value, citation }, index) =>
        enterPackValue(pack, field, value, citation, { ...ENTRY, version: String(index + 2) }),
      SHIPPED,
    );
    expect(findActivationObstacles(entered)).toEqual([]);
    for (const { citation } of DEMONSTRATION_VALUES) {
      expect(citation.instrument).toContain("演示用途，非法律规定");
    }
  });

  it("is also a mandatory value that rests on a draft or on hearsay alone", () => {
    const doubtful: LawPack = {
      ...SHIPPED,
      values: {
        ...SHIPPED.values,
        listingTerm: {
          value: { length: 3, unit: "year" },
          citations: [{ ...CITATION, mark: "draft" }],
        },
      },
    };
    const missing = findActivationObstacles(doubtful).map((each) => each.missing);
    expect(missing).toContain("列入期限的依据未经核实");
  });

  it.each([
    ["feed-only", "其他机关认定"],
    ["blocked", "停用"],
  ] as const)("is a readiness of %s", (readiness, words) => {
    const [first] = findActivationObstacles({ ...SHIPPED, readiness });
    expect(first?.missing).toContain(words);
  });
});

describe("choosing between sources in conflict for a pack", () => {
  const choice = { sourceId: "order36", reasons: "从严适用", officerId: "officer-1", on: ENTRY.on };

  it("keeps the choice with reasons in a new version, and both sources", () => {
    const chosen = chooseEarlyRemovalSource(SHIPPED, choice, "2");
    expect(chosen.earlyRemoval).toEqual({ conflict: SHIPPED.earlyRemoval.conflict, choice });
    expect(chosen.version).toBe("2");
  });

  it("refuses an unknown source, missing reasons and a version already used", () => {
    const unknown = { ...choice, sourceId: "order99" };
    expect(() => chooseEarlyRemovalSource(SHIPPED, unknown, "2")).toThrow("order99");
    expect(() => chooseEarlyRemovalSource(SHIPPED, { ...choice, reasons: " " }, "2")).toThrow(
      "理由",
    );
    expect(() => chooseEarlyRemovalSource(SHIPPED, choice, "1")).toThrow("版本");
    expect(findSource(SHIPPED, "order99")).toBeNull();
  });
});
