import { describe, expect, it } from "vitest";
import { parseDay } from "../../../domain/deadlines/calendar-day.ts";
import {
  findMeasureRow,
  isUsable,
  MEASURE_CATALOG,
  reaches,
  type MeasureRow,
} from "../../../domain/measures/catalog.ts";
import { STARTER_EDITION } from "../../../domain/measures/starter-row.ts";

function rowOf(id: string): MeasureRow {
  const row = findMeasureRow(id, STARTER_EDITION.id);
  if (row === null) throw new Error(`no row ${id}`);
  return row;
}

describe("the starter catalog of measures", () => {
  it("holds M01 to M30 and the second half of M03, each once", () => {
    const numbered = Array.from(
      { length: 30 },
      (_, index) => `M${String(index + 1).padStart(2, "0")}`,
    );
    expect(MEASURE_CATALOG.map((row) => row.id).sort()).toEqual([...numbered, "M03-2"].sort());
  });

  it("activates only the three rows that were seen in a published national list", () => {
    expect(MEASURE_CATALOG.filter((row) => row.active).map((row) => row.id)).toEqual([
      "M01",
      "M02",
      "M03",
    ]);
  });

  it("gives every inactive row its reason and every active one none", () => {
    for (const row of MEASURE_CATALOG) {
      expect([row.id, row.inactiveReason === null]).toEqual([row.id, row.active]);
    }
  });

  it("cites an article of the instrument for every row and names an implementer", () => {
    for (const row of MEASURE_CATALOG) {
      expect(row.implementers.length).toBeGreaterThan(0);
      expect(row.citations.length).toBeGreaterThan(0);
      for (const { article, instrument } of row.citations) {
        expect(article).toMatch(/^第[一二三四五六七八九十百零]+条$/);
        expect(instrument).toMatch(/法|条例/);
      }
    }
  });

  it("rests every row on a law or an administrative regulation, matching the instruments cited", () => {
    for (const row of MEASURE_CATALOG) {
      const hasLaw = row.citations.some(
        ({ instrument }) => instrument.startsWith("中华人民共和国") && instrument.endsWith("法"),
      );
      expect([row.id, row.legalRank]).toEqual([
        row.id,
        hasLaw ? "law" : "administrative-regulation",
      ]);
    }
  });

  it("finds a row by id and edition only", () => {
    expect(rowOf("M03").title).toBe("在招标投标活动中依法依规予以限制");
    expect(findMeasureRow("M03", "2021")).toBeNull();
    expect(findMeasureRow("M99", STARTER_EDITION.id)).toBeNull();
  });

  it("lets a row be used from its edition's day on, and an inactive one never", () => {
    expect(isUsable(rowOf("M03"), parseDay("2024-02-17"))).toBe(false);
    expect(isUsable(rowOf("M03"), parseDay("2024-02-18"))).toBe(true);
    expect(
      isUsable({ ...rowOf("M03"), inForceTo: parseDay("2026-01-31") }, parseDay("2026-01-31")),
    ).toBe(true);
    expect(
      isUsable({ ...rowOf("M03"), inForceTo: parseDay("2026-01-31") }, parseDay("2026-02-01")),
    ).toBe(false);
    expect(isUsable(rowOf("M13"), parseDay("2026-03-02"))).toBe(false);
  });

  it("reaches only the kinds and, where named, the roles of its targets", () => {
    expect(reaches(rowOf("M03"), "legal-person", "employer")).toBe(true);
    expect(reaches(rowOf("M03"), "natural-person", "responsible-manager")).toBe(true);
    expect(reaches(rowOf("M13"), "legal-person", "employer")).toBe(false);
    expect(reaches(rowOf("M13"), "natural-person", "other-responsible")).toBe(true);
    expect(reaches(rowOf("M10"), "natural-person", "legal-representative")).toBe(true);
    expect(reaches(rowOf("M10"), "natural-person", "responsible-manager")).toBe(false);
  });

  it("ties no row that rests on conduct alone to a list", () => {
    const free = MEASURE_CATALOG.filter((row) => row.lists.length === 0).map((row) => row.id);
    expect(free).toEqual(["M01", "M02", "M12", "M20", "M27"]);
  });

  it("calls banks, media and companies by their kind, so that nobody gives them a task", () => {
    const kinds = new Map(
      MEASURE_CATALOG.flatMap((row) => row.implementers).map((each) => [each.id, each.kind]),
    );
    expect(kinds.get("lenders")).toBe("financial");
    expect(kinds.get("press")).toBe("media");
    expect(kinds.get("companies")).toBe("enterprise");
    expect(kinds.get("bidding-supervision")).toBe("public-body");
  });
});
