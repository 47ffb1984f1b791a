import { describe, expect, it } from "vitest";
import type { AdoptionSubject, RegulationBasis } from "../../../../domain/adoption/adoption.ts";
import { parseDay } from "../../../../domain/deadlines/calendar-day.ts";
import { r14LocalRegulation } from "../../../../domain/rules/adoption/r14-local-regulation.ts";
import { adoptionAfter, REGISTRATION } from "../../../support/adoption-world.ts";
import { breachesOf, itHoldsFrom } from "../../../support/registry-check.ts";

function subject(change: Partial<RegulationBasis>, day: string): AdoptionSubject {
  const adoption = { ...adoptionAfter(), basis: { ...REGISTRATION.basis, ...change } };
  return { act: "register-list", adoption, today: parseDay(day) };
}

function find(change: Partial<RegulationBasis>, day = "2026-11-23"): readonly string[] {
  return breachesOf(r14LocalRegulation, "register-list", subject(change, day), day);
}

const NAME = "《【虚构】广西壮族自治区示例条例》";

describe("R14 a list of this place alone rests on a local regulation", () => {
  it("R14 passes a regulation of the region that is in force, whatever its matter", () => {
    expect(find({})).toEqual([]);
  });

  it.each(["normative-document", "government-rule", "ministry-rule", "law"] as const)(
    "R14 refuses %s as the basis of a list of this place alone",
    (rank) => {
      expect(find({ rank })[0]).toMatch(/不是地方性法规$/);
    },
  );

  it("R14 refuses a regulation that another organ made", () => {
    expect(find({ organ: "another-organ" })).toEqual([
      `${NAME}不是自治区或者本市人民代表大会及其常务委员会制定的`,
    ]);
  });

  it.each(["urban-rural", "ecology", "heritage", "grassroots-governance"] as const)(
    "R14 passes a regulation of the city on %s, one of the four matters",
    (matter) => {
      expect(find({ organ: "city-congress", matter })).toEqual([]);
    },
  );

  it("R14 refuses a regulation of the city outside the four matters of 立法法 81", () => {
    expect(find({ organ: "city-congress", matter: "another-matter" })).toEqual([
      `${NAME}规定的事项不在设区的市可以制定地方性法规的范围之内`,
    ]);
    expect(r14LocalRegulation.citations.map((each) => each.article)).toContain("第八十一条");
  });

  it("R14 refuses a draft, and one that is not in force yet; it passes on its first day", () => {
    expect(find({ inForceFrom: null })).toEqual([`${NAME}还是草案，现在没有效力`]);
    const inForceFrom = parseDay("2026-11-23");
    expect(find({ inForceFrom }, "2026-11-22")).toEqual([
      `${NAME}自2026年11月23日起施行，现在没有效力`,
    ]);
    expect(find({ inForceFrom }, "2026-11-23")).toEqual([]);
  });

  it("R14 passes on the last day of the regulation and refuses on the day after", () => {
    const inForceTo = parseDay("2026-11-23");
    expect(find({ inForceTo }, "2026-11-23")).toEqual([]);
    expect(find({ inForceTo }, "2026-11-24")).toEqual([`${NAME}已于2026年11月23日后失效`]);
  });

  itHoldsFrom(
    r14LocalRegulation,
    "2022-03-24",
    "register-list",
    subject({ rank: "normative-document" }, "2026-11-23"),
  );
});
