import { describe, expect, it } from "vitest";
import type { ChosenMeasure } from "../../../../domain/case-file/content.ts";
import { r29MeasuresTold } from "../../../../domain/rules/measures/r29-measures-told.ts";
import type { Scene } from "../../../support/case-builder.ts";
import {
  BIDDING_LIMIT,
  CIVIL_SERVICE_BAR,
  DECISION_TO_LIST,
} from "../../../support/case-content.ts";
import { caseAt } from "../../../support/case-stages.ts";
import { breachesOf, itHoldsFrom, subjectOf, withFile } from "../../../support/rule-check.ts";

function proposing(...measures: readonly ChosenMeasure[]) {
  return { kind: "propose-decision", proposal: { ...DECISION_TO_LIST, measures } } as const;
}

function find(scene: Scene, ...measures: readonly ChosenMeasure[]): readonly string[] {
  return breachesOf(r29MeasuresTold, scene, "case-officer", "2026-03-25", proposing(...measures));
}

describe("R29 measures are told before they are taken", () => {
  it("R29 passes a measure told in the served notice", () => {
    expect(find(caseAt("verification"), BIDDING_LIMIT)).toEqual([]);
  });

  it("R29 refuses a measure that was not told, and only that one", () => {
    const missing = find(caseAt("verification"), BIDDING_LIMIT, CIVIL_SERVICE_BAR);
    expect(missing).toHaveLength(1);
    expect(missing[0]).toContain("没有在已送达的告知书中告知当事人");
  });

  it("R29 refuses a told measure under another article", () => {
    expect(find(caseAt("verification"), { ...BIDDING_LIMIT, article: "第四十九条" })).toHaveLength(
      1,
    );
  });

  it("R29 refuses every measure while the notice is not proven to be served", () => {
    expect(find(caseAt("notice-service"), BIDDING_LIMIT)).toHaveLength(1);
  });

  it("R29 looks again at review and signature", () => {
    const scene = withFile(caseAt("sign-off"), { measures: [] });
    expect(breachesOf(r29MeasuresTold, scene, "head", "2026-03-27", "sign-decision")).toHaveLength(
      1,
    );
    expect(
      breachesOf(r29MeasuresTold, scene, "legal-reviewer", "2026-03-27", "approve-decision"),
    ).toHaveLength(1);
  });

  itHoldsFrom(r29MeasuresTold, "2022-03-24", () =>
    subjectOf(caseAt("verification"), "case-officer", "2026-03-25", proposing(CIVIL_SERVICE_BAR)),
  );
});
