import { describe, expect, it } from "vitest";
import type { Consent } from "../../../../domain/case-file/content.ts";
import { parseDay } from "../../../../domain/deadlines/calendar-day.ts";
import { r44ConsentBounded } from "../../../../domain/rules/personal-data/r44-consent-bounded.ts";
import { act, judge } from "../../../support/case-builder.ts";
import { evidenceOf } from "../../../support/case-content.ts";
import { caseAt, serviceOf } from "../../../support/case-stages.ts";
import { breachesOf, itHoldsFrom, ruleIdsOf, subjectOf } from "../../../support/rule-check.ts";

const SCENE = caseAt("notice-service");
const CONSENT: Consent = {
  purpose: "以电子方式送达本案文书",
  endsOn: parseDay("2026-12-31"),
  voluntary: true,
};

function agreeing(change: Partial<Consent>) {
  return {
    kind: "agree-electronic-service",
    agreedOn: parseDay("2026-03-16"),
    consent: { ...CONSENT, ...change },
    evidence: evidenceOf("consent-to-mail"),
  } as const;
}

const find = (change: Partial<Consent>) =>
  breachesOf(r44ConsentBounded, SCENE, "case-officer", "2026-03-16", agreeing(change));

describe("R44 consent is free, for a purpose, and has an end", () => {
  it("R44 passes consent that says for what and until when, even for one day", () => {
    expect(find({})).toEqual([]);
    expect(find({ endsOn: parseDay("2026-03-16") })).toEqual([]);
  });

  it.each<[string, Partial<Consent>, string]>([
    ["without an end", { endsOn: null }, "同意书没有写明期限"],
    ["without a purpose", { purpose: "　" }, "同意书没有写明目的"],
    ["that was forced", { voluntary: false }, "同意不是当事人自愿作出的"],
    ["that ended before it began", { endsOn: parseDay("2026-03-15") }, "同意的截止日早于同意之日"],
  ])("R44 refuses consent %s", (_what, change, missing) => {
    expect(find(change)).toEqual([missing]);
  });

  it("R44 refuses consent for life: five years pass, a day more does not", () => {
    expect(find({ endsOn: parseDay("2031-03-16") })).toEqual([]);
    expect(find({ endsOn: parseDay("2031-03-17") })).toHaveLength(1);
  });

  it("R44 asks the same of a consent to being shown to the public", () => {
    const showing = (change: Partial<Consent>) =>
      breachesOf(r44ConsentBounded, SCENE, "party", "2026-03-16", {
        kind: "consent-to-display",
        consentedOn: parseDay("2026-03-16"),
        consent: { ...CONSENT, ...change },
        evidence: null,
      });
    expect(showing({ endsOn: parseDay("2031-03-16") })).toEqual([]);
    expect(showing({ endsOn: parseDay("2031-03-17") })).toHaveLength(1);
    expect(showing({ endsOn: null })).toEqual(["同意书没有写明期限"]);
    expect(showing({ voluntary: false })).toEqual(["同意不是当事人自愿作出的"]);
  });

  it("R44 is asked by decide, and R49 takes no consent after its last day", () => {
    const judged = judge(SCENE, "case-officer", "2026-03-16", agreeing({ endsOn: null }));
    expect(ruleIdsOf(judged)).toEqual(["R44"]);
    const until = act(
      SCENE,
      "case-officer",
      "2026-03-16",
      agreeing({ endsOn: parseDay("2026-03-16") }),
    );
    const serve = (day: string) => ({ ...serviceOf(until, day), method: "electronic" }) as const;
    expect(judge(until, "case-officer", "2026-03-17", serve("2026-03-16")).kind).toBe("accepted");
    expect(ruleIdsOf(judge(until, "case-officer", "2026-03-17", serve("2026-03-17")))).toEqual([
      "R49",
    ]);
  });

  itHoldsFrom(r44ConsentBounded, "2022-03-24", () =>
    subjectOf(SCENE, "case-officer", "2026-03-16", agreeing({ endsOn: null })),
  );
});
