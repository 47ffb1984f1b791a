import { describe, expect, it } from "vitest";
import { r55SealInForce } from "../../../../domain/rules/decision/r55-seal-in-force.ts";
import { inWorld, judge, type Scene } from "../../../support/case-builder.ts";
import { caseAt } from "../../../support/case-stages.ts";
import { breachesOf, itHoldsFrom, ruleIdsOf, subjectOf } from "../../../support/rule-check.ts";

const DAY = "2026-03-26";
const PROBLEM = "登记的电子印章在文书成文日不在有效期内";
const FOUND = [`本机关的电子印章现在不能使用：${PROBLEM}`];
const unsealed = (stage: "sign-off" | "published"): Scene =>
  inWorld(caseAt(stage), { sealProblem: PROBLEM });

describe("R55 whoever signs a decision can seal it", () => {
  it("R55 passes while the seal can be used", () => {
    expect(breachesOf(r55SealInForce, caseAt("sign-off"), "head", DAY, "sign-decision")).toEqual(
      [],
    );
  });

  it("R55 refuses through decide the signature, and says what is wrong with the seal", () => {
    const scene = unsealed("sign-off");
    const draftHash = scene.file.proposal?.draftHash ?? "";
    const judgement = judge(scene, "head", DAY, { kind: "sign-decision", draftHash });
    expect(ruleIdsOf(judgement)).toContain("R55");
    expect(breachesOf(r55SealInForce, scene, "head", DAY, "sign-decision")).toEqual(FOUND);
  });

  it.each(["deny-repair", "restore-listing"] as const)("R55 refuses %s as well", (act) => {
    expect(breachesOf(r55SealInForce, unsealed("published"), "head", DAY, act)).toEqual(FOUND);
  });

  it.each(["grant-repair", "sign-annulment", "certify-harm-repair", "end-restoration"] as const)(
    "R55 says nothing on %s, which ends well for the party",
    (act) => {
      expect(breachesOf(r55SealInForce, unsealed("published"), "head", DAY, act)).toEqual([]);
    },
  );

  itHoldsFrom(r55SealInForce, "2022-03-24", () =>
    subjectOf(unsealed("sign-off"), "head", DAY, "sign-decision"),
  );
});
