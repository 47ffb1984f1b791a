import { describe, expect, it } from "vitest";
import { r17PriorNotice } from "../../../../domain/rules/notice/r17-prior-notice.ts";
import { judge } from "../../../support/case-builder.ts";
import { DECISION_NOT_TO_LIST, DECISION_TO_LIST } from "../../../support/case-content.ts";
import { caseAt } from "../../../support/case-stages.ts";
import {
  breachesOf,
  itHoldsFrom,
  ruleIdsOf,
  subjectOf,
  withFile,
} from "../../../support/rule-check.ts";

const TO_LIST = { kind: "propose-decision", proposal: DECISION_TO_LIST } as const;

describe("R17 notice before decision", () => {
  it("R17 passes once the notice is proven to be served", () => {
    expect(
      breachesOf(r17PriorNotice, caseAt("verification"), "case-officer", "2026-03-25", TO_LIST),
    ).toEqual([]);
  });

  it("R17 refuses a decision while the notice is only issued, and names the article beside the stage", () => {
    const judgement = judge(caseAt("notice-service"), "case-officer", "2026-03-16", TO_LIST);
    expect(ruleIdsOf(judgement)).toEqual(["stage", "R17", "R29"]);
  });

  it("R17 refuses a decision on a draft without notice", () => {
    expect(
      breachesOf(r17PriorNotice, caseAt("draft"), "case-officer", "2026-03-13", TO_LIST),
    ).toEqual(["没有制发列入告知书"]);
  });

  it("R17 refuses review and signature when the service on record is of another paper", () => {
    const services = [
      {
        paperIds: ["other"],
        method: "in-person",
        servedOn: caseAt("sign-off").file.openedOn,
        signatory: "",
        witness: "",
        remark: "",
        evidenceId: null,
      },
    ] as const;
    const scene = withFile(caseAt("sign-off"), { services });
    const missing = ["列入告知书没有送达当事人的证明"];
    expect(breachesOf(r17PriorNotice, scene, "head", "2026-03-27", "sign-decision")).toEqual(
      missing,
    );
    expect(
      breachesOf(r17PriorNotice, scene, "legal-reviewer", "2026-03-27", "approve-decision"),
    ).toEqual(missing);
  });

  it("R17 asks no notice for a decision not to list", () => {
    const proposal = DECISION_NOT_TO_LIST;
    expect(
      breachesOf(r17PriorNotice, caseAt("draft"), "case-officer", "2026-03-13", {
        kind: "propose-decision",
        proposal,
      }),
    ).toEqual([]);
  });

  itHoldsFrom(r17PriorNotice, "2020-12-07", () =>
    subjectOf(caseAt("notice-service"), "case-officer", "2026-03-16", TO_LIST),
  );
});
