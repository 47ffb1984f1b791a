import { fileURLToPath } from "node:url";
import { printLength } from "../domain/deadlines/explain.ts";
import { TERMS, type Term } from "../domain/deadlines/terms.ts";
import { findReadings, findUnknowns } from "../domain/legality/unknowns.ts";
import {
  AREA_TITLES,
  AUTHORITY_LEVEL_TITLES,
  BASIS_DOCUMENT_TITLES,
  LEGAL_RANK_TITLES,
  PACK_VALUE_TITLES,
  PARTY_KIND_TITLES,
  PARTY_ROLE_TITLES,
  READINESS_TITLES,
  ROLL_RULE_TITLES,
} from "../domain/glossary.ts";
import { MEASURE_CATALOG } from "../domain/measures/catalog.ts";
import type { LawPack, PackValues } from "../domain/packs/law-pack.ts";
import { NATIONAL_LISTS } from "../domain/packs/list-id.ts";
import { LISTS_ELSEWHERE } from "../domain/packs/lists-elsewhere.ts";
import { valueFields, valueOf } from "../domain/packs/pack-values.ts";
import { SHIPPED_PACKS } from "../domain/packs/shipped.ts";
import { EVERY_RULE } from "../domain/rules/every-rule.ts";
import { formatMarkdown, keepDoc } from "./generated-doc.ts";
import { printCitations, printInForce } from "./rule-book.ts";

const BOOK = new URL("../docs/law.md", import.meta.url);

/** The law as the product holds it, as Markdown: what it does not know first, then lists, packs, rules, terms and measures. */
export async function composeLawBook(): Promise<string> {
  const text = [
    "# 系统所持的法律",
    "由 `npm run law` 根据 `domain/` 生成，请勿手工修改。括号内是核验情况：已核对原文、仅核对转引资料、采用的解读、未核实、未查到。",
    "## 系统不知道的",
    "系统不猜测法律。下列事项没有查到可靠的依据；查明或者由法制负责人录入之前，按“目前的处理”办理。",
    ...table(
      ["名单、清单", "不知道什么", "目前的处理"],
      findUnknowns(SHIPPED_PACKS).map(({ about, what, meanwhile }) => [about, what, meanwhile]),
    ),
    "## 采用的解读",
    "条文没有直接规定，由系统采用的解读；不同意的，请先与法制负责人商定。",
    ...table(
      ["规则、期限", "所依据的条文或者解读"],
      findReadings().map(({ about, citation }) => [about, printCitations([citation])]),
    ),
    "## 名单",
    ...printLists(),
    ...SHIPPED_PACKS.flatMap(printPack),
    "## 程序规则",
    ...table(
      ["编号", "规则", "施行", "依据"],
      EVERY_RULE.map((rule) => [
        rule.id,
        rule.title,
        printInForce(rule),
        printCitations(rule.citations),
      ]),
    ),
    "## 期限",
    ...table(["期限", "起算", "长度", "最后一日", "依据"], Object.values(TERMS).map(printTerm)),
    "## 失信惩戒措施",
    ...table(
      ["编号", "措施", "依据", "状态"],
      MEASURE_CATALOG.map(({ id, title, citations, active, inactiveReason }) => [
        id,
        title,
        printCitations(citations),
        active ? "可以选用" : `不能选用：${inactiveReason ?? ""}`,
      ]),
    ),
  ];
  return formatMarkdown(text, BOOK);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)];
}

function printLists(): readonly string[] {
  const here = SHIPPED_PACKS.map(({ listId, listName, readiness }) => {
    return [listId, listName, READINESS_TITLES[readiness], ""];
  });
  const elsewhere = LISTS_ELSEWHERE.map(({ listId, readiness, decidedBy, reason }) => {
    const who = decidedBy === null ? "" : `${decidedBy}。`;
    return [listId, NATIONAL_LISTS[listId], READINESS_TITLES[readiness], `${who}${reason}`];
  });
  return table(["代码", "名单", "适用", "说明"], [...here, ...elsewhere]);
}

function printPack(pack: LawPack): readonly string[] {
  return [
    `### ${pack.listName}（第${pack.version}版）`,
    ...table(
      ["项目", "内容", "依据"],
      [
        ["领域", AREA_TITLES[pack.area], ""],
        ...pack.legalBasis.map((basis) => [
          "设列依据",
          `${LEGAL_RANK_TITLES[basis.rank]}，自${basis.inForceFrom}起`,
          printCitations([basis.citation]),
        ]),
        [
          "认定机关层级",
          pack.competentLevels.map((each) => AUTHORITY_LEVEL_TITLES[each]).join("、"),
          "",
        ],
        ["上级同意", pack.upperConsent ? "须经上一级机关同意" : "不须", ""],
        ["听证", pack.hearing ? "当事人可以申请" : "不设", ""],
        ["当事人", printParties(pack), ""],
        [
          "认定依据文书",
          pack.basisDocumentKinds.map((each) => BASIS_DOCUMENT_TITLES[each]).join("、"),
          "",
        ],
        ...pack.criteria.map(({ title, citation, group }) => [
          group === "all" ? "认定标准（必备）" : "认定标准（具备其一）",
          title,
          printCitations([citation]),
        ]),
        ...valueFields(pack).map((field) => printValue(pack, field)),
        ...pack.earlyRemoval.conflict.map(({ title, citations }) => [
          "提前移出",
          title,
          printCitations(citations),
        ]),
        ["可用措施", pack.allowedMeasureIds.join("、"), ""],
        ["禁用词语", pack.bannedWords.join("、"), ""],
      ],
    ),
  ];
}

function printParties({ partyKinds, mainRole = "employer", coListedRoles }: LawPack): string {
  const kinds = partyKinds.map((each) => PARTY_KIND_TITLES[each]).join("、");
  const roles = [mainRole, ...coListedRoles].map((each) => PARTY_ROLE_TITLES[each]).join("、");
  return `${kinds}；${roles}`;
}

function printValue(pack: LawPack, field: keyof PackValues): readonly string[] {
  const { value, citations, note = "" } = valueOf(pack, field);
  const length = value === null ? "**没有数值**" : printLength(value.length, value.unit);
  return [
    PACK_VALUE_TITLES[field],
    note === "" ? length : `${length}（${note}）`,
    printCitations(citations),
  ];
}

function printTerm(term: Term): readonly string[] {
  const length =
    term.length === "pack"
      ? term.packField === undefined
        ? `依${term.lengthFrom ?? ""}`
        : `依规则包“${PACK_VALUE_TITLES[term.packField]}”`
      : printLength(term.length, term.unit);
  return [
    term.title,
    term.startEvent,
    length,
    ROLL_RULE_TITLES[term.rollRule],
    printCitations(term.citations),
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await keepDoc({ file: BOOK, command: "npm run law", compose: composeLawBook });
}
