import { describe, expect, it } from "vitest";
import { parseDay } from "../../../../domain/deadlines/calendar-day.ts";
import { r49ElectronicConsent } from "../../../../domain/rules/service/r49-electronic-consent.ts";
import { act, judge, type Scene } from "../../../support/case-builder.ts";
import { evidenceOf } from "../../../support/case-content.ts";
import { caseAt, serviceOf } from "../../../support/case-stages.ts";
import { itHoldsFrom, ruleIdsOf, subjectOf } from "../../../support/rule-check.ts";

const SCENE = caseAt("notice-service");
const BY_MAIL = { ...serviceOf(SCENE, "2026-03-16"), method: "electronic" } as const;

function agreed(day: string): Scene {
  return act(SCENE, "case-officer", "2026-03-17", {
    kind: "agree-electronic-service",
    consent: { purpose: "电子送达本案文书", endsOn: parseDay("2027-03-16"), voluntary: true },
    agreedOn: parseDay(day),
    evidence: evidenceOf("consent-to-mail"),
  });
}

describe("R49 electronic service needs consent in writing", () => {
  it("R49 refuses electronic service without consent", () => {
    expect(ruleIdsOf(judge(SCENE, "case-officer", "2026-03-17", BY_MAIL))).toEqual(["R49"]);
  });

  it("R49 passes with consent given on the day of service", () => {
    expect(judge(agreed("2026-03-16"), "case-officer", "2026-03-17", BY_MAIL).kind).toBe(
      "accepted",
    );
  });

  it("R49 refuses consent given the day after", () => {
    const judgement = judge(agreed("2026-03-17"), "case-officer", "2026-03-17", BY_MAIL);
    expect(ruleIdsOf(judgement)).toEqual(["R49"]);
  });

  itHoldsFrom(r49ElectronicConsent, "2021-07-15", () =>
    subjectOf(SCENE, "case-officer", "2026-03-17", BY_MAIL),
  );
});
