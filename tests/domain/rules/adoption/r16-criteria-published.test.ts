import { describe, expect, it } from "vitest";
import type { AdoptionSubject, ListAdoption } from "../../../../domain/adoption/adoption.ts";
import { parseDay } from "../../../../domain/deadlines/calendar-day.ts";
import { r16CriteriaPublished } from "../../../../domain/rules/adoption/r16-criteria-published.ts";
import {
  adoptionAfter,
  CRITERIA,
  rule,
  SITES,
  TO_ADOPTION,
} from "../../../support/adoption-world.ts";
import { breachesOf, itHoldsFrom } from "../../../support/registry-check.ts";

const READY = adoptionAfter(...TO_ADOPTION);
const SECTIONS = ["removalConditions", "removalProcedure", "remedyMeasures"] as const;

function subject(adoption: ListAdoption, act: AdoptionSubject["act"]): AdoptionSubject {
  return { act, adoption, today: parseDay("2026-12-25") };
}

function find(adoption: ListAdoption, act: AdoptionSubject["act"] = "adopt-list") {
  return breachesOf(r16CriteriaPublished, act, subject(adoption, act), "2026-12-25");
}

describe("R16 criteria on four sites, with the way off the list", () => {
  it("R16 passes criteria with their three sections on all four sites", () => {
    expect(find(READY)).toEqual([]);
  });

  it.each(SITES)("R16 refuses adoption while the criteria do not stand on %s", (site) => {
    const captures = READY.captures.filter((each) => each.site !== site);
    expect(captures).toHaveLength(3);
    expect(find({ ...READY, captures })).toHaveLength(1);
  });

  it.each(SECTIONS)("R16 refuses criteria without %s, as soon as they are stated", (section) => {
    const criteria = { ...CRITERIA, [section]: "　" };
    expect(find({ ...READY, criteria })).toHaveLength(1);
    expect(find({ ...adoptionAfter(), criteria }, "state-criteria")).toHaveLength(1);
    const ruling = rule(adoptionAfter(), { kind: "state-criteria", criteria }, "2026-11-24");
    expect(ruling).toMatchObject({ kind: "law", findings: [{ ruleId: "R16" }] });
  });

  it("R16 does not ask for the sites when the criteria are only stated", () => {
    expect(find({ ...adoptionAfter(), criteria: CRITERIA }, "state-criteria")).toEqual([]);
  });

  itHoldsFrom(
    r16CriteriaPublished,
    "2022-03-24",
    "adopt-list",
    subject({ ...READY, captures: [] }, "adopt-list"),
  );
});
