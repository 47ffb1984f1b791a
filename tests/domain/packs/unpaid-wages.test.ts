import { describe, expect, it } from "vitest";
import { findMeasureRow } from "../../../domain/measures/catalog.ts";
import { STARTER_EDITION } from "../../../domain/measures/starter-row.ts";
import type { PackValue, TermLength } from "../../../domain/packs/law-pack.ts";
import { UNPAID_WAGES_PACK as PACK } from "../../../domain/packs/unpaid-wages.ts";

const VALUES = Object.entries<PackValue<TermLength>>({ ...PACK.values });

describe("the shipped pack of the wage-arrears list", () => {
  it("leaves exactly the two values empty that no text was found for, and says why", () => {
    const empty = VALUES.filter(([, held]) => held.value === null);
    expect(empty.map(([field]) => field)).toEqual(["defenseDays", "objectionAnswerDays"]);
    for (const [, held] of empty) {
      expect(held.note).toContain("录入");
      expect(held.citations.map((each) => each.mark)).toContain("unverified");
    }
  });

  it("gives every value a citation with instrument and article", () => {
    const all: readonly PackValue<unknown>[] = [
      ...Object.values(PACK.values),
      PACK.personDisplayBasis,
    ];
    for (const held of all) {
      expect(held.citations.length).toBeGreaterThan(0);
      for (const citation of held.citations) {
        expect(citation.instrument).not.toBe("");
        expect(citation.article).not.toBe("");
      }
    }
  });

  it("holds 3 years, 3, 10 and 3 working days, as read", () => {
    expect(PACK.values.listingTerm.value).toEqual({ length: 3, unit: "year" });
    expect(PACK.values.repairAcceptanceDays.value).toEqual({ length: 3, unit: "working-day" });
    expect(PACK.values.repairDecisionDays.value).toEqual({ length: 10, unit: "working-day" });
    expect(PACK.values.annulmentDays.value).toEqual({ length: 3, unit: "working-day" });
  });

  it("makes every value mandatory, so that no case starts without them", () => {
    expect([...PACK.mandatoryValues].sort()).toEqual(Object.keys(PACK.values).sort());
  });

  it("shows both sources on early removal and chooses neither", () => {
    const told = PACK.earlyRemoval.conflict.map(({ id, length, unit, startEvent }) => [
      id,
      `${String(length)} ${unit} from ${startEvent}`,
    ]);
    expect(told).toEqual([
      ["order45", "6 month from correction"],
      ["order36", "1 year from decision"],
    ]);
    expect(PACK.earlyRemoval.choice).toBeNull();
  });

  it("wants the overdue order in every case, and amount or incident besides", () => {
    expect(PACK.criteria.map(({ id, group }) => [id, group])).toEqual([
      ["overdue", "all"],
      ["amount", "any-of:gravity"],
      ["incident", "any-of:gravity"],
    ]);
  });

  it("lets no township or park decide, and shows no person to the public without a basis", () => {
    expect(PACK.competentLevels).toEqual(["county", "city", "region"]);
    expect(PACK.personDisplayBasis.value).toBeNull();
  });

  it("allows only measures that the catalog holds for this list", () => {
    for (const id of PACK.allowedMeasureIds) {
      expect(findMeasureRow(id, STARTER_EDITION.id)?.lists).toContain("unpaid-wages");
    }
  });
});
