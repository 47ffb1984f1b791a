import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { COMMAND_KINDS } from "../../../domain/case-file/act-table.ts";
import type { Mark } from "../../../domain/law/citation.ts";
import { INSTRUMENTS } from "../../../domain/law/instruments.ts";
import { EVERY_RULE } from "../../../domain/rules/every-rule.ts";
import { REGISTRY_ACT_TITLES } from "../../../domain/glossary.ts";
import { isInForce } from "../../../domain/rules/rule.ts";
import { addDays, parseDay } from "../../../domain/deadlines/calendar-day.ts";

/** A rule rests on what was read, in the text or in a secondary source, or on a reading that is called one. */
const CARRYING_MARKS: readonly Mark[] = ["verified-primary", "verified-secondary", "reading"];

const FOLDER = new URL("../../../domain/rules/", import.meta.url);
const TESTS = new URL("./", import.meta.url);

/** Every rule file, by its path under domain/rules without extension. */
const FILES = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .filter((path) => /(^|\/)r\d\d-[^/]*\.ts$/.test(path))
  .map((path) => path.replace(/\.ts$/, ""));

function fileOf(ruleId: string): string | undefined {
  return FILES.find((path) => path.includes(`/${ruleId.toLowerCase()}-`));
}

describe("the rules as a whole", () => {
  it("there is one file per rule and every file is registered", () => {
    expect(FILES.map((path) => /r\d\d/.exec(path)?.[0].toUpperCase()).sort()).toEqual(
      EVERY_RULE.map((rule) => rule.id).sort(),
    );
  });

  it("the rules stand in the order of their numbers, each once", () => {
    const ids = EVERY_RULE.map((rule) => rule.id);
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  it.each(EVERY_RULE.map((rule) => [rule.id, rule] as const))(
    "%s has a Chinese title, a cited source and acts that must obey it",
    (_id, rule) => {
      expect(rule.title).toMatch(/^[\p{Script=Han}，、“”]{6,}$/u);
      expect(rule.citations.some((each) => each.instrument !== INSTRUMENTS.product)).toBe(true);
      expect(rule.citations.filter((each) => !CARRYING_MARKS.includes(each.mark))).toEqual([]);
      expect(rule.citations.every((each) => each.article.trim() !== "")).toBe(true);
      expect(rule.acts.length).toBeGreaterThan(0);
      expect(new Set(rule.acts).size).toBe(rule.acts.length);
      const known: readonly string[] = [
        "open-case",
        ...COMMAND_KINDS,
        ...Object.keys(REGISTRY_ACT_TITLES),
      ];
      expect(rule.acts.filter((act) => !known.includes(act))).toEqual([]);
    },
  );

  it.each(EVERY_RULE.map((rule) => rule.id))("%s has a test file that names it", (id) => {
    const path = new URL(`${fileOf(id) ?? "none"}.test.ts`, TESTS);
    expect(existsSync(path)).toBe(true);
    const text = readFileSync(path, "utf8");
    expect(text.match(new RegExp(`it(\\.each)?\\(?[\\s\\S]{0,400}?"${id} `, "g"))).not.toBeNull();
    expect(text).toContain("itHoldsFrom(");
  });

  it.each(EVERY_RULE.map((rule) => rule.id))("%s says in a comment what the law wants", (id) => {
    const text = readFileSync(new URL(`${fileOf(id) ?? "none"}.ts`, FOLDER), "utf8");
    expect(text).toMatch(/\/\*\*[^/]*\p{Script=Han}[\s\S]*?\*\/\nexport const r\d\d/u);
  });

  it("a rule with a last day still counts on that day and no longer on the next", () => {
    const [rule] = EVERY_RULE;
    if (rule === undefined) throw new Error("there are no rules");
    const to = parseDay("2026-06-30");
    const ending = { ...rule, inForce: { from: rule.inForce.from, to } };
    expect(isInForce(ending, to)).toBe(true);
    expect(isInForce(ending, addDays(to, 1))).toBe(false);
  });
});
