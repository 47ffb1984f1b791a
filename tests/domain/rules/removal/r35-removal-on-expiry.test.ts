import { describe, expect, it } from "vitest";
import { r35RemovalOnExpiry } from "../../../../domain/rules/removal/r35-removal-on-expiry.ts";
import { judge, letPass } from "../../../support/case-builder.ts";
import { caseAt } from "../../../support/case-stages.ts";
import { breachesOf, itHoldsFrom, ruleIdsOf, subjectOf } from "../../../support/rule-check.ts";

const HOLD = { kind: "hold-removal", reasons: "还有投诉" } as const;

describe("R35 removal on expiry can't be held up", () => {
  it.each(["case-officer", "head"] as const)("R35 refuses the %s", (role) => {
    expect(ruleIdsOf(judge(caseAt("published"), role, "2029-03-26", HOLD))).toEqual(["R35"]);
  });

  it("R35 names the day on which the listing ends", () => {
    expect(breachesOf(r35RemovalOnExpiry, caseAt("published"), "head", "2029-03-26", HOLD)).toEqual(
      ["列入期限（2029年3月27日届满）届满即自动移出，不得暂缓"],
    );
  });

  it("R35 does not hinder the removal itself: shown through 2029-03-27, gone at its end", () => {
    const published = caseAt("published");
    expect(letPass(published, "2029-03-27T23:59:59+08:00").file.publicationState).toBe("shown");
    expect(letPass(published, "2029-03-28T00:00:00+08:00").file.publicationState).toBe("removed");
  });

  itHoldsFrom(r35RemovalOnExpiry, "2025-06-22", () =>
    subjectOf(caseAt("published"), "head", "2029-03-26", HOLD),
  );
});
