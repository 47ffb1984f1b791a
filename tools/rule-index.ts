import { fileURLToPath } from "node:url";
import { ACT_TABLE, COMMAND_KINDS } from "../domain/case-file/act-table.ts";
import { STAGES, type Stage } from "../domain/case-file/stages.ts";
import type { CommandKind } from "../domain/case-file/commands.ts";
import { ROLE_TITLES, STAGE_TITLES } from "../domain/glossary.ts";
import { RULES } from "../domain/rules/index.ts";
import { STANDING_DUTIES, type StandingDuty } from "../domain/rules/standing-duties.ts";
import { formatMarkdown, keepDoc } from "./generated-doc.ts";
import {
  actTitle,
  printCitations,
  printInForce,
  readRuleBook,
  type RuleEntry,
} from "./rule-book.ts";

const INDEX = new URL("../docs/rule-index.md", import.meta.url);

/** The index as Markdown: every rule with source, dates, acts, file and test; every stage with its acts. */
export async function composeRuleIndex(): Promise<string> {
  const text = [
    "# 规则索引",
    "由 `npm run rule-index` 根据 `domain/rules` 和 `domain/case-file/act-table.ts` 生成，请勿手工修改。查找一条规则：`npm run rule 公告送达`。",
    "## 程序规则",
    "| 编号 | 规则 | 依据（核验情况） | 施行 | 约束的办理事项 | 代码与测试 |",
    "| --- | --- | --- | --- | --- | --- |",
    ...readRuleBook().map(printRuleRow),
    "## 不设拒绝的义务",
    "没有一项办理会违反它们：由系统自身保证，或者依法只报警、不阻止。",
    "| 编号 | 义务 | 依据（核验情况） | 如何保证 | 代码与测试 |",
    "| --- | --- | --- | --- | --- |",
    ...STANDING_DUTIES.map(printDutyRow),
    "## 各环节可以办理的事项",
    ...STAGES.flatMap(printStage),
  ];
  return formatMarkdown(text, INDEX);
}

function printRuleRow({ rule, file, testFile }: RuleEntry): string {
  const cells = [
    rule.id,
    rule.title,
    printCitations(rule.citations),
    printInForce(rule),
    rule.acts.map(actTitle).join("、"),
    `[规则](../${file}) · [测试](../${testFile})`,
  ];
  return `| ${cells.join(" | ")} |`;
}

function printDutyRow({ id, title, citations, kept, code, test }: StandingDuty): string {
  const where = `[代码](../${code}) · [测试](../${test})`;
  return `| ${[id, title, printCitations(citations), kept, where].join(" | ")} |`;
}

function printStage(stage: Stage): readonly string[] {
  const acts = COMMAND_KINDS.filter((kind) => ACT_TABLE[kind].stages.includes(stage));
  const heading = `### ${STAGE_TITLES[stage]}（${stage}）`;
  if (acts.length === 0) return [heading, "本环节没有可以办理的事项。"];
  return [
    heading,
    "| 办理事项 | 办理人 | 须遵守的规则 |",
    "| --- | --- | --- |",
    ...acts.map(printActRow),
  ];
}

function printActRow(kind: CommandKind): string {
  const { title, roles } = ACT_TABLE[kind];
  const rules = RULES.filter((rule) => rule.acts.includes(kind)).map((rule) => rule.id);
  return `| ${title} | ${roles.map((role) => ROLE_TITLES[role]).join("、")} | ${rules.join("、")} |`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await keepDoc({ file: INDEX, command: "npm run rule-index", compose: composeRuleIndex });
}
