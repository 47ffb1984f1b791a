import { describe, expect, it } from "vitest";
import * as glossary from "../../domain/glossary.ts";

const TABLES: readonly (readonly [string, Readonly<Record<string, string>>])[] =
  Object.entries(glossary);

describe("the glossary", () => {
  it.each(TABLES)("gives every identifier of %s one Chinese word of its own", (_name, table) => {
    const words = Object.values(table);
    expect(new Set(words).size).toBe(words.length);
    for (const word of words) expect(word).toMatch(/\p{Script=Han}/u);
  });

  it("translates an identifier that stands in several tables the same way", () => {
    const known = new Map<string, string>();
    const differing: string[] = [];
    for (const [, table] of TABLES) {
      for (const [identifier, word] of Object.entries(table)) {
        if (/^\d$/.test(identifier)) continue;
        if (known.has(identifier) && known.get(identifier) !== word) differing.push(identifier);
        known.set(identifier, word);
      }
    }
    // The first stage of a case and the mark of a value read only in a draft of a law, a decision that a court annulled and a paper that
    // is: two things each, one word in English.
    expect(differing).toEqual(["draft", "annulled"]);
  });

  it("never uses the words that official papers must avoid", () => {
    const everything = TABLES.flatMap(([, table]) => Object.values(table)).join();
    expect(everything).not.toMatch(/黑名单|老赖/);
  });

  it("names the stages as officials do", () => {
    expect(glossary.STAGE_TITLES.draft).toBe("立案");
    expect(glossary.STAGE_TITLES["notice-service"]).toBe("告知送达");
    expect(glossary.STAGE_TITLES["harm-repair"]).toBe("消除影响");
    expect(glossary.STAGE_TITLES.closed).toBe("归档");
  });
});
