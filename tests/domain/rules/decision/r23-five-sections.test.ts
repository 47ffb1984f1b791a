import { describe, expect, it } from "vitest";
import type { ProposedDecision } from "../../../../domain/case-file/content.ts";
import { r23FiveSections } from "../../../../domain/rules/decision/r23-five-sections.ts";
import { inWorld, judge, type Scene } from "../../../support/case-builder.ts";
import { DECISION_NOT_TO_LIST, DECISION_TO_LIST, GROUNDS } from "../../../support/case-content.ts";
import { caseAt } from "../../../support/case-stages.ts";
import { COUNTY_AUTHORITY, WAGES_PACK } from "../../../support/case-world.ts";
import {
  breachesOf,
  itHoldsFrom,
  ruleIdsOf,
  subjectOf,
  withFile,
} from "../../../support/rule-check.ts";

function find(
  change: Partial<ProposedDecision>,
  scene: Scene = caseAt("verification"),
): readonly string[] {
  return breachesOf(r23FiveSections, scene, "case-officer", "2026-03-25", {
    kind: "propose-decision",
    proposal: { ...DECISION_TO_LIST, ...change },
  });
}

describe("R23 five sections of the decision", () => {
  it("R23 passes a decision with all five", () => {
    expect(find({})).toEqual([]);
  });

  it("R23 refuses through decide a decision without removal conditions", () => {
    const judgement = judge(caseAt("verification"), "case-officer", "2026-03-25", {
      kind: "propose-decision",
      proposal: { ...DECISION_TO_LIST, removalConditions: " " },
    });
    expect(ruleIdsOf(judgement)).toEqual(["R23"]);
  });

  it("R23 refuses a decision without grounds", () => {
    const scene = withFile(caseAt("verification"), { grounds: { ...GROUNDS, reasons: "" } });
    expect(find({}, scene)).toEqual(["决定书没有载明事由"]);
  });

  it("R23 refuses a decision without basis documents or without a basis in law", () => {
    const noDocument = withFile(caseAt("verification"), { basisDocuments: [] });
    const noLaw = inWorld(caseAt("verification"), { pack: { ...WAGES_PACK, legalBasis: [] } });
    expect(find({}, noDocument)).toEqual(["决定书没有载明依据"]);
    expect(find({}, noLaw)).toEqual(["决定书没有载明依据"]);
  });

  it("R23 refuses a decision without measures", () => {
    expect(find({ measures: [] })).toEqual(["决定书没有载明失信惩戒措施提示"]);
  });

  it("R23 refuses a decision without removal procedure", () => {
    expect(find({ removalProcedure: "" })).toEqual(["决定书没有载明移出程序"]);
  });

  it.each([
    [{ reconsiderationOrgan: "" }, "决定书没有载明救济措施中的复议机关"],
    [{ court: " " }, "决定书没有载明救济措施中的管辖法院"],
  ])("R23 refuses remedies without a named organ: %o", (change, missing) => {
    const authority = { ...COUNTY_AUTHORITY, ...change };
    expect(find({}, inWorld(caseAt("verification"), { authority }))).toEqual([missing]);
  });

  it("R23 holds for the draft on the reviewer's and on the head's desk", () => {
    const authority = { ...COUNTY_AUTHORITY, court: "" };
    const review = inWorld(caseAt("decision-legal-review"), { authority });
    const signature = inWorld(caseAt("sign-off"), { authority });
    const day = "2026-03-27";
    expect(
      breachesOf(r23FiveSections, review, "legal-reviewer", day, "approve-decision"),
    ).toHaveLength(1);
    expect(breachesOf(r23FiveSections, signature, "head", day, "sign-decision")).toHaveLength(1);
  });

  it("R23 asks none of this of a decision not to list", () => {
    expect(find(DECISION_NOT_TO_LIST)).toEqual([]);
  });

  itHoldsFrom(r23FiveSections, "2022-03-24", () =>
    subjectOf(caseAt("verification"), "case-officer", "2026-03-25", {
      kind: "propose-decision",
      proposal: { ...DECISION_TO_LIST, measures: [] },
    }),
  );
});
