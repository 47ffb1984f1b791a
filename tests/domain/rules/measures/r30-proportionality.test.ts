import { describe, expect, it } from "vitest";
import type { ChosenMeasure, ProportionalityTest } from "../../../../domain/case-file/content.ts";
import { r30Proportionality } from "../../../../domain/rules/measures/r30-proportionality.ts";
import { judge } from "../../../support/case-builder.ts";
import { BIDDING_LIMIT } from "../../../support/case-content.ts";
import { caseAt } from "../../../support/case-stages.ts";
import {
  breachesOf,
  itHoldsFrom,
  ruleIdsOf,
  subjectOf,
  withFile,
} from "../../../support/rule-check.ts";

const NAME = "措施“在招标投标活动中依法依规予以限制”";

function tested(change: Partial<ProportionalityTest>): ChosenMeasure {
  return { ...BIDDING_LIMIT, proportionality: { ...BIDDING_LIMIT.proportionality, ...change } };
}

function choosing(change: Partial<ProportionalityTest>) {
  return { kind: "choose-measures", measures: [tested(change)] } as const;
}

function find(change: Partial<ProportionalityTest>): readonly string[] {
  return breachesOf(
    r30Proportionality,
    caseAt("draft"),
    "case-officer",
    "2026-03-13",
    choosing(change),
  );
}

describe("R30 proportionality", () => {
  it("R30 passes a measure with its test written down", () => {
    expect(find({})).toEqual([]);
  });

  it("R30 refuses a measure without a link to the conduct, through decide", () => {
    const judgement = judge(caseAt("draft"), "case-officer", "2026-03-13", choosing({ link: " " }));
    expect(ruleIdsOf(judgement)).toEqual(["R30"]);
  });

  it("R30 refuses a measure without a word on milder ones", () => {
    expect(find({ milderAlternative: "" })).toEqual([`${NAME}没有写明为何不能采取较轻的措施`]);
  });

  it("R30 refuses a measure for grave breaches where this one is less (小过重罚)", () => {
    expect(find({ gravity: 2 })).toEqual([`${NAME}只适用于严重失信，本案判断为一般`]);
    expect(find({ gravity: 3 })).toEqual([]);
  });

  it("R30 refuses to submit a draft whose test was never written", () => {
    const scene = withFile(caseAt("draft"), { measures: [tested({ link: "" })] });
    expect(
      breachesOf(r30Proportionality, scene, "case-officer", "2026-03-13", "submit-for-review"),
    ).toHaveLength(1);
  });

  itHoldsFrom(r30Proportionality, "2022-03-24", () =>
    subjectOf(caseAt("draft"), "case-officer", "2026-03-13", choosing({ link: "" })),
  );
});
