import { describe, expect, it } from "vitest";
import { findReadings, findUnknowns } from "../../../domain/legality/unknowns.ts";
import { SHIPPED_PACKS } from "../../../domain/packs/shipped.ts";
import { WAGES_PACK } from "../../support/case-world.ts";

describe("what the system does not know", () => {
  it("names every open value of the wage-arrears list, and the two sources in conflict", () => {
    const known = findUnknowns(SHIPPED_PACKS).filter(
      (each) => each.about === "拖欠农民工工资失信联合惩戒对象名单",
    );
    expect(known.map((each) => each.what)).toEqual([
      "陈述申辩期限",
      "异议核实反馈时限",
      expect.stringContaining("依据不一致"),
    ]);
  });

  it("a value that a legal officer has entered is open no more", () => {
    const whats = findUnknowns([WAGES_PACK]).map((each) => each.what);
    expect(whats).not.toContain("陈述申辩期限");
  });

  it("names lists without criteria and measures that were not ticked off", () => {
    const abouts = findUnknowns([]).map((each) => each.about);
    expect(abouts).toContain("医疗保障领域严重失信主体名单");
    expect(abouts).toContain("失信惩戒措施清单");
  });

  it("tells every reading with the rule or term that rests on it", () => {
    const readings = findReadings();
    expect(readings.length).toBeGreaterThan(10);
    expect(readings.every(({ citation }) => citation.mark === "reading")).toBe(true);
  });
});
