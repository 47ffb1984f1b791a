import { fileURLToPath } from "node:url";
import { TERMS, type Term } from "../domain/deadlines/terms.ts";
import { printLength } from "../domain/deadlines/explain.ts";
import { STANDING_DUTIES, type StandingDuty } from "../domain/rules/standing-duties.ts";
import {
  actTitle,
  printCitations,
  printInForce,
  readRuleBook,
  type RuleEntry,
} from "./rule-book.ts";

/** Finds every rule, every duty without a refusal and every time limit in which all words stand, and prints it with source, acts, file and tests. */
export function findRules(words: readonly string[]): readonly string[] {
  const holds = (text: string): boolean =>
    words.every((word) => text.toLowerCase().includes(word.toLowerCase()));
  const rules = readRuleBook().filter((entry) => holds(textOf(entry)));
  const duties = STANDING_DUTIES.filter((duty) => holds(textOfDuty(duty)));
  const terms = Object.values(TERMS).filter((term) => holds(textOfTerm(term)));
  return [...rules.map(printRule), ...duties.map(printDuty), ...terms.map(printTerm)];
}

function textOf({ rule, text }: RuleEntry): string {
  return [rule.id, text, printCitations(rule.citations), ...rule.acts.map(actTitle)].join("\n");
}

function textOfDuty({ id, title, citations, kept }: StandingDuty): string {
  return [id, title, printCitations(citations), kept].join("\n");
}

function textOfTerm(term: Term): string {
  return [term.id, term.title, term.startEvent, printCitations(term.citations)].join("\n");
}

function printRule({ rule, comment, file, testFile, tests }: RuleEntry): string {
  return [
    `${rule.id}  ${rule.title}`,
    `  依据  ${printCitations(rule.citations)}`,
    `  施行  ${printInForce(rule)}`,
    `  约束  ${rule.acts.map(actTitle).join("、")}`,
    `  代码  ${file}`,
    ...comment.split("\n").map((line) => `        ${line}`.trimEnd()),
    `  测试  ${testFile}`,
    ...tests.map((name) => `        ${name}`),
  ].join("\n");
}

function printDuty({ id, title, citations, kept, code, test }: StandingDuty): string {
  return [
    `${id}  ${title}（不设拒绝）`,
    `  依据  ${printCitations(citations)}`,
    `  保证  ${kept}`,
    `  代码  ${code}`,
    `  测试  ${test}`,
  ].join("\n");
}

function printTerm(term: Term): string {
  const length = term.length === "pack" ? "由名单规则包规定" : printLength(term.length, term.unit);
  return [
    `期限  ${term.title}（${term.id}）`,
    `  长度  ${length}，自${term.startEvent}起算`,
    `  依据  ${printCitations(term.citations)}`,
    `  代码  domain/deadlines/terms.ts`,
  ].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const words = process.argv.slice(2);
  const found = words.length === 0 ? [] : findRules(words);
  if (found.length === 0) {
    console.error("用法：npm run rule 公告送达（没有找到包含这些词的规则或者期限）");
    process.exitCode = 1;
  } else {
    console.log(found.join("\n\n"));
  }
}
