import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { INSTRUMENTS } from "../../../domain/law/instruments.ts";
import { EVERY_RULE } from "../../../domain/rules/every-rule.ts";
import { STANDING_DUTIES } from "../../../domain/rules/standing-duties.ts";

const ROOT = new URL("../../../", import.meta.url);

describe("duties that refuse no act", () => {
  it("stand in the order of their numbers, and none of them is a rule as well", () => {
    const ids = STANDING_DUTIES.map((duty) => duty.id);
    expect(ids).toEqual([...new Set(ids)].sort());
    const rules: readonly string[] = EVERY_RULE.map((rule) => rule.id);
    expect(ids.filter((id) => rules.includes(id))).toEqual([]);
  });

  it.each(STANDING_DUTIES.map((duty) => [duty.id, duty] as const))(
    "%s has a source, says how it is kept, and where that is proven",
    (_id, duty) => {
      expect(duty.citations.some((each) => each.instrument !== INSTRUMENTS.product)).toBe(true);
      expect(duty.title).toMatch(/^[\p{Script=Han}，、]{6,}$/u);
      expect(duty.kept).toMatch(/\p{Script=Han}{10,}/u);
      expect(existsSync(new URL(duty.code, ROOT)), duty.code).toBe(true);
      expect(existsSync(new URL(duty.test, ROOT)), duty.test).toBe(true);
    },
  );
});
