import { describe, expect, it } from "vitest";
import { INSTRUMENTS } from "../../../domain/law/instruments.ts";
import { TERMS } from "../../../domain/deadlines/terms.ts";
import { MARKET_REGULATION_PACK } from "../../../domain/packs/market-regulation.ts";

const ALL = Object.entries(TERMS);

describe("the table of time limits", () => {
  it("files every term under its own id and gives it a Chinese title and start event", () => {
    for (const [id, term] of ALL) {
      expect(term.id).toBe(id);
      expect(term.title).toMatch(/^\p{Script=Han}+$/u);
      expect(term.startEvent).toMatch(/之日/);
    }
  });

  it("cites a known instrument with an article for every term", () => {
    const known: readonly string[] = Object.values(INSTRUMENTS);
    for (const [, term] of ALL) {
      expect(term.citations.length).toBeGreaterThan(0);
      for (const citation of term.citations) {
        expect(known).toContain(citation.instrument);
        expect(citation.article).not.toBe("");
      }
    }
  });

  it("takes the length from the pack only where the pack has a place for it, or the case names it", () => {
    const fromPack = ALL.filter(([, term]) => term.length === "pack");
    const withoutField = fromPack.filter(([, term]) => term.packField === undefined);
    expect(withoutField.map(([id]) => id)).toEqual(["display-consent", "repair-earliest"]);
    for (const [, term] of withoutField) expect(term.lengthFrom).toBeTruthy();
    const fields = fromPack
      .map(([, term]) => term.packField)
      .filter((field) => field !== undefined);
    expect([...fields].sort()).toEqual(Object.keys(MARKET_REGULATION_PACK.values).sort());
  });

  it("lets no minimum or publicity period and nothing counted back roll, and every other term roll", () => {
    const still = ALL.filter(([, term]) => term.rollRule === "none").map(([id]) => id);
    expect(still).toEqual([
      ...["hearing-notice", "listing-end", "display-consent", "repair-earliest"],
      "criteria-comment",
    ]);
  });

  it("labels what is borrowed or extended as a reading", () => {
    const marks = (id: keyof typeof TERMS) => TERMS[id].citations.map((each) => each.mark);
    expect(marks("publication")).toEqual(["reading"]);
    expect(marks("decision-service")).toEqual(["reading"]);
    expect(marks("reconsideration")).not.toContain("reading");
  });
});
