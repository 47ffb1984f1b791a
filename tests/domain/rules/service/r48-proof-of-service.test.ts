import { describe, expect, it } from "vitest";
import { r48ProofOfService } from "../../../../domain/rules/service/r48-proof-of-service.ts";
import { judge } from "../../../support/case-builder.ts";
import { caseAt, serviceOf } from "../../../support/case-stages.ts";
import { itHoldsFrom, ruleIdsOf, subjectOf } from "../../../support/rule-check.ts";

const SCENE = caseAt("notice-service");
const SERVICE = serviceOf(SCENE, "2026-03-16");

describe("R48 service is proven", () => {
  it("R48 refuses service without proof", () => {
    const command = { ...SERVICE, proof: null };
    expect(ruleIdsOf(judge(SCENE, "case-officer", "2026-03-16", command))).toEqual(["R48"]);
  });

  it("R48 passes service with a signed proof", () => {
    expect(judge(SCENE, "case-officer", "2026-03-16", SERVICE).kind).toBe("accepted");
  });

  itHoldsFrom(r48ProofOfService, "2021-07-15", () =>
    subjectOf(SCENE, "case-officer", "2026-03-16", { ...SERVICE, proof: null }),
  );
});
