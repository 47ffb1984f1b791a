import { describe, expect, it } from "vitest";
import { parseDay } from "../../../domain/deadlines/calendar-day.ts";
import { isUsable } from "../../../domain/measures/catalog.ts";
import { STARTER_EDITION } from "../../../domain/measures/starter-row.ts";
import { catalogEditionOn, compileLawBooks } from "../../../domain/registries/law-books.ts";
import { SHIPPED_BOOKS, SHIPPED_EDITIONS } from "../../../domain/registries/shipped-editions.ts";
import { newCatalog } from "../../support/new-edition.ts";

const BOOKS = compileLawBooks([...SHIPPED_EDITIONS, newCatalog(["M03", "M02"])]);

function rowOf(id: string, edition: string = STARTER_EDITION.id) {
  const row = BOOKS.catalog.find((each) => each.id === id && each.edition === edition);
  if (row === undefined) throw new Error(`no row ${id} in ${edition}`);
  return row;
}

describe("directory and catalog in editions", () => {
  it("a row that the new edition does not hold ends on the day before it; one that it holds goes on", () => {
    expect(rowOf("M01")).toMatchObject({ inForceTo: "2026-03-19", supersededBy: "sample-2026" });
    expect(isUsable(rowOf("M01"), parseDay("2026-03-19"))).toBe(true);
    expect(isUsable(rowOf("M01"), parseDay("2026-03-20"))).toBe(false);
    expect(rowOf("M03")).toMatchObject({ inForceTo: null, supersededBy: "sample-2026" });
    expect(rowOf("M03", "sample-2026").supersededBy).toBeUndefined();
  });

  it("a case pins the national edition that has begun on its day", () => {
    expect(catalogEditionOn(BOOKS, parseDay("2026-03-19"))).toBe(STARTER_EDITION.id);
    expect(catalogEditionOn(BOOKS, parseDay("2026-03-20"))).toBe("sample-2026");
    expect(catalogEditionOn(SHIPPED_BOOKS, parseDay("2030-01-01"))).toBe(STARTER_EDITION.id);
  });

  it("a supplement of the city ends nothing of the nation's", () => {
    const city = { ...newCatalog(["M03"]), level: "city" as const };
    const books = compileLawBooks([...SHIPPED_EDITIONS, city]);
    const national = books.catalog.filter((row) => row.edition === STARTER_EDITION.id);
    expect(national.every((row) => row.supersededBy === undefined)).toBe(true);
    expect(books.catalogEditions.map((each) => each.edition)).toEqual([STARTER_EDITION.id]);
  });

  it("an edition that ends by itself ends its rows", () => {
    const ending = { ...newCatalog(["M03"]), inForceTo: parseDay("2026-06-30") };
    const { catalog } = compileLawBooks([...SHIPPED_EDITIONS, ending]);
    expect(catalog.find((row) => row.edition === "sample-2026")?.inForceTo).toBe("2026-06-30");
  });
});
