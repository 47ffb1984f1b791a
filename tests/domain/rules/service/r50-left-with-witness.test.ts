import { describe, expect, it } from "vitest";
import { r50LeftWithWitness } from "../../../../domain/rules/service/r50-left-with-witness.ts";
import { judge } from "../../../support/case-builder.ts";
import { caseAt, serviceOf } from "../../../support/case-stages.ts";
import { itHoldsFrom, ruleIdsOf, subjectOf } from "../../../support/rule-check.ts";

const SCENE = caseAt("notice-service");
const LEFT = { ...serviceOf(SCENE, "2026-03-16"), method: "left-at-address" } as const;

describe("R50 papers left at the address need a witness or a film", () => {
  it("R50 refuses papers left without a word on who saw it", () => {
    const judgement = judge(SCENE, "case-officer", "2026-03-16", { ...LEFT, witness: " " });
    expect(ruleIdsOf(judgement)).toEqual(["R50"]);
  });

  it("R50 passes with a witness written down", () => {
    const command = { ...LEFT, witness: "【虚构】居委会工作人员" };
    expect(judge(SCENE, "case-officer", "2026-03-16", command).kind).toBe("accepted");
  });

  itHoldsFrom(r50LeftWithWitness, "2021-07-15", () =>
    subjectOf(SCENE, "case-officer", "2026-03-16", LEFT),
  );
});
