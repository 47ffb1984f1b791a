import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { EVERY_RULE } from "../../domain/rules/every-rule.ts";
import { TERMS } from "../../domain/deadlines/terms.ts";
import { NATIONAL_LISTS } from "../../domain/packs/list-id.ts";
import { composeLawBook } from "../../tools/law-book.ts";

describe("the book of law", () => {
  it("the one in docs is up to date", async () => {
    const written = readFileSync(new URL("../../docs/law.md", import.meta.url), "utf8");
    expect(written).toBe(await composeLawBook());
  });

  it("names every list, rule and term, and begins with what is not known", async () => {
    const book = await composeLawBook();
    for (const name of Object.values(NATIONAL_LISTS)) expect(book).toContain(name);
    for (const { title } of [...EVERY_RULE, ...Object.values(TERMS)]) expect(book).toContain(title);
    expect(book.indexOf("## 系统不知道的")).toBeLessThan(book.indexOf("## 程序规则"));
  });
});
