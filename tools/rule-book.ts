import { existsSync, readdirSync, readFileSync } from "node:fs";
import { ACT_TABLE, isCommandKind } from "../domain/case-file/act-table.ts";
import { MARK_TITLES, REGISTRY_ACT_TITLES } from "../domain/glossary.ts";
import { printCitation, type Citation } from "../domain/law/citation.ts";
import { EVERY_RULE, type KnownRule } from "../domain/rules/every-rule.ts";
import type { RuleHead } from "../domain/rules/rule.ts";

const ROOT = new URL("../", import.meta.url);
const RULE_FOLDER = new URL("domain/rules/", ROOT);

/** A rule with the places where it stands: its file, its comment, and the test that proves it. */
export interface RuleEntry {
  readonly rule: KnownRule;
  readonly file: string;
  readonly text: string;
  readonly comment: string;
  readonly testFile: string;
  readonly tests: readonly string[];
}

/** Every rule with its file and its tests; throws where one of them is missing, so that no index is printed without them. */
export function readRuleBook(): readonly RuleEntry[] {
  const files = readdirSync(RULE_FOLDER, { recursive: true, encoding: "utf8" });
  return EVERY_RULE.map((rule) => {
    const path = files.find((each) => each.includes(`/${rule.id.toLowerCase()}-`));
    if (path === undefined) throw new Error(`${rule.id} has no file of its own`);
    return readEntry(rule, path);
  });
}

/** Citations as a list, each with how sure it is. */
export function printCitations(citations: readonly Citation[]): string {
  return citations.map((each) => `${printCitation(each)}（${MARK_TITLES[each.mark]}）`).join("；");
}

/** What people call an act. */
export function actTitle(act: KnownRule["acts"][number]): string {
  if (act === "open-case") return "立案";
  return isCommandKind(act) ? ACT_TABLE[act].title : REGISTRY_ACT_TITLES[act];
}

/** From when, and until when, a rule is in force. */
export function printInForce({ inForce }: RuleHead): string {
  return inForce.to === null ? `自${inForce.from}起` : `${inForce.from}至${inForce.to}`;
}

function readEntry(rule: KnownRule, path: string): RuleEntry {
  const testFile = `tests/domain/rules/${path.replace(/\.ts$/, ".test.ts")}`;
  const testUrl = new URL(testFile, ROOT);
  if (!existsSync(testUrl)) throw new Error(`${rule.id} has no test: ${testFile}`);
  const text = readFileSync(new URL(path, RULE_FOLDER), "utf8");
  const tests = readFileSync(testUrl, "utf8").matchAll(/"(R\d\d [^"]+)",/g);
  const names = [...tests].map((match) => match[1] ?? "");
  return {
    rule,
    file: `domain/rules/${path}`,
    text,
    comment: readComment(text),
    testFile,
    tests: names.filter((name) => name.startsWith(rule.id)),
  };
}

/** The comment right before the rule, without its stars. */
function readComment(text: string): string {
  const comment = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export const r\d\d/.exec(text)?.[1] ?? "";
  return comment.replace(/^\s*\* ?/gm, "").trim();
}
