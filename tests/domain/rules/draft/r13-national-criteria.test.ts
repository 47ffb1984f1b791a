import { describe, expect, it } from "vitest";
import type { CriterionFinding } from "../../../../domain/case-file/content.ts";
import { r13NationalCriteria } from "../../../../domain/rules/draft/r13-national-criteria.ts";
import { judge, type Scene } from "../../../support/case-builder.ts";
import { GROUNDS } from "../../../support/case-content.ts";
import { caseAt } from "../../../support/case-stages.ts";
import {
  breachesOf,
  itHoldsFrom,
  ruleIdsOf,
  subjectOf,
  withFile,
} from "../../../support/rule-check.ts";

const SUBMIT = { kind: "submit-for-review" } as const;
const [OVERDUE, AMOUNT] = GROUNDS.criteria;
if (OVERDUE === undefined || AMOUNT === undefined) throw new Error("the grounds hold no criteria");

function draftWith(criteria: readonly CriterionFinding[]): Scene {
  return withFile(caseAt("draft"), { grounds: { ...GROUNDS, criteria } });
}

function find(criteria: readonly CriterionFinding[]): readonly string[] {
  return breachesOf(r13NationalCriteria, draftWith(criteria), "case-officer", "2026-03-13", SUBMIT);
}

describe("R13 the national criteria as they stand", () => {
  it("R13 passes with the criterion that all need and one of the group", () => {
    expect(find([OVERDUE, AMOUNT])).toEqual([]);
  });

  it("R13 passes with the other alternative of the group", () => {
    expect(find([OVERDUE, { ...AMOUNT, criterionId: "incident" }])).toEqual([]);
  });

  it("R13 refuses through decide while the criterion that all need is not met", () => {
    const judgement = judge(draftWith([AMOUNT]), "case-officer", "2026-03-13", SUBMIT);
    expect(ruleIdsOf(judgement)).toEqual(["R13"]);
  });

  it("R13 names both alternatives while none is met", () => {
    const [missing] = find([OVERDUE]);
    expect(missing).toContain("以下标准至少须符合一项");
    expect(missing).toContain("拖欠数额达到");
    expect(missing).toContain("引发群体性事件");
  });

  it("R13 refuses a criterion without evidence of its own", () => {
    expect(find([{ ...OVERDUE, evidenceIds: [] }, AMOUNT])).toHaveLength(1);
  });

  it("R13 refuses a criterion without facts", () => {
    expect(find([{ ...OVERDUE, facts: "  " }, AMOUNT])).toHaveLength(1);
  });

  it("R13 refuses a criterion that the list does not know, as soon as it is stated", () => {
    const criteria = [{ ...OVERDUE, criterionId: "bad-attitude" }];
    const judgement = judge(caseAt("draft"), "case-officer", "2026-03-13", {
      kind: "state-grounds",
      grounds: { ...GROUNDS, criteria },
    });
    expect(ruleIdsOf(judgement)).toEqual(["R13"]);
  });

  it("R13 lets unfinished grounds be saved", () => {
    const judgement = judge(caseAt("draft"), "case-officer", "2026-03-13", {
      kind: "state-grounds",
      grounds: { ...GROUNDS, criteria: [OVERDUE] },
    });
    expect(judgement.kind).toBe("accepted");
  });

  it("R13 says what is missing on an empty draft", () => {
    const scene = withFile(caseAt("draft"), { grounds: null });
    expect(
      breachesOf(r13NationalCriteria, scene, "case-officer", "2026-03-13", "submit-for-review"),
    ).toHaveLength(2);
  });

  itHoldsFrom(r13NationalCriteria, "2020-12-07", () =>
    subjectOf(draftWith([]), "case-officer", "2026-03-13", SUBMIT),
  );
});
