import { describe, expect, it } from "vitest";
import { openCase } from "../../../domain/case-file/open-case.ts";
import { findMeasureRow } from "../../../domain/measures/catalog.ts";
import { STARTER_EDITION } from "../../../domain/measures/starter-row.ts";
import { findActivationObstacles } from "../../../domain/packs/activation.ts";
import { enterPackValue } from "../../../domain/packs/enter-value.ts";
import type { LawPack, PackValue, PackValues, TermLength } from "../../../domain/packs/law-pack.ts";
import { NATIONAL_LISTS } from "../../../domain/packs/list-id.ts";
import { LISTS_ELSEWHERE } from "../../../domain/packs/lists-elsewhere.ts";
import { SHIPPED_PACKS } from "../../../domain/packs/shipped.ts";
import { cite } from "../../../domain/law/instruments.ts";
import { parseDay } from "../../../domain/deadlines/calendar-day.ts";
import { EMPLOYER } from "../../support/case-builder.ts";
import { ACTORS, contextOf, COUNTY_AUTHORITY, moment, WORLD } from "../../support/case-world.ts";

const PACKS = SHIPPED_PACKS.map((pack) => [pack.listId, pack] as const);

function valuesOf(pack: LawPack): readonly (readonly [keyof PackValues, PackValue<TermLength>])[] {
  return Object.entries<PackValue<TermLength>>({ ...pack.values }) as never; // the keys of PackValues
}

/** The pack with every open value entered by hand, as a legal officer would. */
function filled(pack: LawPack): LawPack {
  return valuesOf(pack)
    .filter(([, held]) => held.value === null)
    .reduce<LawPack>(
      (each, [field], index) =>
        enterPackValue(
          each,
          field,
          { length: 3, unit: "year" },
          cite("product", "示例", "entered"),
          {
            officerId: "legal-officer",
            on: parseDay("2026-03-01"),
            version: `1.${String(index + 1)}`,
          },
        ),
      pack,
    );
}

describe("the lists that are known", () => {
  it("every national list is decided here by a pack, or elsewhere, and never both", () => {
    const here = SHIPPED_PACKS.map((pack) => pack.listId);
    const elsewhere = LISTS_ELSEWHERE.map((list) => list.listId);
    expect([...here, ...elsewhere].sort()).toEqual(Object.keys(NATIONAL_LISTS).sort());
  });

  it("no pack may be activated as shipped: each wants values from a legal officer", () => {
    for (const pack of SHIPPED_PACKS) {
      expect(findActivationObstacles(pack).length, pack.listId).toBeGreaterThan(0);
    }
  });
});

describe.each(PACKS)("the shipped pack %s", (_listId, pack) => {
  it("holds no value without a source that carries it, and says of every open one what is missing", () => {
    for (const [field, held] of valuesOf(pack)) {
      const carried = held.citations.some(
        ({ mark }) => !["draft", "unverified", "not-found"].includes(mark),
      );
      if (held.value !== null) expect(carried, field).toBe(true);
      else expect(held.note, field).toContain("录入");
      expect(
        held.citations.every(({ instrument, article }) => instrument !== "" && article !== ""),
      );
    }
  });

  it("is activated once every open value was entered with a citation", () => {
    expect(findActivationObstacles(filled(pack))).toEqual([]);
  });

  it("has criteria with sources, one of each group to be met, and measures of its own list", () => {
    expect(pack.criteria.length).toBeGreaterThan(0);
    for (const criterion of pack.criteria) {
      expect(["verified-primary", "verified-secondary"]).toContain(criterion.citation.mark);
    }
    for (const id of pack.allowedMeasureIds) {
      expect(findMeasureRow(id, STARTER_EDITION.id)?.lists, id).toContain(pack.listId);
    }
  });

  it("opens a case on the one who did it, and on nobody of another role", () => {
    const authority = { ...COUNTY_AUTHORITY, competentLists: [pack.listId] };
    const [partyKind = "legal-person"] = pack.partyKinds;
    const context = contextOf(
      { ...WORLD, authority, pack: filled(pack) },
      ACTORS["case-officer"],
      moment("2026-03-13"),
    );
    const opening = { ...EMPLOYER, partyKind, partyRole: pack.mainRole ?? "employer" };
    expect(openCase(opening, context).kind).toBe("accepted");
    const other = pack.mainRole === undefined ? "subject" : "employer";
    expect(openCase({ ...opening, partyRole: other }, context).kind).toBe("refused");
  });
});

describe("what the lists have of their own", () => {
  const find = (listId: string) => SHIPPED_PACKS.find((pack) => pack.listId === listId);

  it("market regulation asks the authority above and gives a hearing", () => {
    expect(find("market-regulation")).toMatchObject({ upperConsent: true, hearing: true });
  });

  it("procurement entries end with the ban and know no early removal", () => {
    expect(find("government-procurement")?.earlyRemoval.conflict).toEqual([]);
  });

  it("social organizations: the ministry's two years and the national year stand side by side", () => {
    const told = find("social-organizations")?.earlyRemoval.conflict.map((each) => each.length);
    expect(told).toEqual([2, 1]);
  });

  it("national defense lists natural persons only", () => {
    expect(find("national-defense")?.partyKinds).toEqual(["natural-person"]);
  });
});
