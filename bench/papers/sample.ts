import { createHash } from "node:crypto";
import { parseDay } from "../../domain/deadlines/calendar-day.ts";
import {
  composeText,
  renderPaper,
  type RenderedPaper,
  type RenderOptions,
} from "../../templates/render.ts";
import { fixedWords } from "../../templates/papers/fixed-words.ts";
import { templateOf } from "../../templates/papers/template.ts";
import { PAPER_DATA } from "../../tests/templates/paper-fixtures.ts";
import type { Fonts } from "../../templates/fonts/open-fonts.ts";
import type { ComposedBlock } from "../../templates/layout/blocks.ts";
import type { ListingDecisionData } from "../../templates/papers/listing-decision/data.ts";

/** What the facts of the cases are about; each case takes other ones. */
const PLACES = ["云雀镇", "石桥乡", "青禾街道", "木兰村", "白鹭湾", "金盏坪", "柳荫渡", "棠梨坳"];
const WORKS = ["桥梁加固", "厂房钢构", "校舍翻修", "沥青摊铺", "幕墙嵌装", "渠道衬砌", "管廊焊接"];
const REASONS = ["发包单位拖延拨付", "擅自挪用资金", "虚报考勤", "拒绝配合核查", "逃匿转移财产"];

function describeFacts(seed: number): string {
  const pick = (from: readonly string[], step: number): string =>
    from[(seed * step + step) % from.length] ?? "";
  return `你单位承建${pick(PLACES, 3)}【虚构】${pick(WORKS, 5)}工程期间，因${pick(REASONS, 7)}，拖欠${seed + 3}名农民工工资共${(seed + 1) * 1370}元，经责令限期支付，逾期仍未支付。`;
}

/** The shortest listing decision that the sections demanded by law allow; its text is another one for each seed. */
export function makeData(seed: number): ListingDecisionData {
  const day = parseDay("2026-03-27");
  const article = "《保障农民工工资支付条例》第四十八条";
  return {
    you: "你单位",
    number: `苍人社列决字〔2026〕${seed + 1}号`,
    caseNumber: `苍人社列案〔2026〕${seed + 1}号`,
    authorityName: "苍梧县人力资源和社会保障局",
    sealName: "苍梧县人力资源和社会保障局",
    addresseeName: "【虚构】云雀劳务有限公司",
    addresseeIdentifierLabel: "统一社会信用代码",
    addresseeIdentifier: "91450421MA5XXXXX0X",
    issuedOn: day,
    checkUrl: `https://mingdan.example.gov.cn/check/K7QF-${String(seed).padStart(4, "0")}`,
    specimen: true,
    draftHash: createHash("sha256").update(String(seed)).digest("hex"),
    listName: "拖欠农民工工资失信联合惩戒对象名单",
    partyDetails: [],
    basisDocuments: ["苍人社监令字〔2026〕6号《劳动保障监察限期整改指令书》"],
    facts: [describeFacts(seed)],
    evidence: ["工资支付记录和责令支付文书"],
    reasons: ["你单位符合列入名单的条件"],
    noticeNumber: "苍人社列告字〔2026〕1号",
    noticeServedOn: parseDay("2026-03-16"),
    noticeServiceMethod: "直接送达",
    defense: { kind: "silent", windowEndedOn: parseDay("2026-03-23") },
    hearing: null,
    upperConsent: null,
    legalBasis: [article],
    measures: [
      { name: "依法限制参加招标投标活动", basis: article, implementer: "行政监督部门", term: null },
    ],
    proportionality: "措施与失信行为直接关联，轻重相当",
    publication: {
      kind: "public",
      basis: article,
      channels: ["信用中国"],
      fields: ["名称", "列入事由", "列入依据"],
    },
    listedTerm: "三年",
    listedTermBasis: "《信用修复管理办法》",
    listedUntil: parseDay("2029-03-27"),
    repairFrom: parseDay("2027-03-27"),
    repairFromBasis: "《信用修复管理办法》",
    removalConditions: ["足额支付拖欠的工资，作出信用承诺"],
    removalProcedure: ["提出申请，符合条件的，作出移出决定"],
    remedies: {
      reconsiderationOrgan: "苍梧县人民政府",
      reconsiderationTerm: "六十日",
      reconsiderationBasis: "《中华人民共和国行政复议法》第二十条",
      reconsiderationOnlineChannel: null,
      court: "【虚构】示例人民法院",
      litigationTerm: "六个月",
      litigationBasis: "《中华人民共和国行政诉讼法》第四十六条",
    },
  };
}

const NAMELESS = { authorityName: "", sealName: "", specimen: true };

/** How many different characters the listing decisions have that their template has not: the most of so many of them. */
export function countOwnCharacters(papers: number): number {
  const counts = Array.from({ length: papers }, (_, seed) => {
    const { blocks, chosen } = composeText("listing-decision", makeData(seed));
    const words = Object.values(fixedWords(templateOf("listing-decision"), chosen, NAMELESS)).join(
      "",
    );
    const own = new Set(blocks.flatMap(({ text }) => Array.from(text)));
    for (const character of words) own.delete(character);
    return own.size;
  });
  return Math.max(...counts);
}

/** A paper that is made over and over, its text another one for each seed. */
export interface Sample {
  readonly name: string;
  compose(seed: number): readonly ComposedBlock[];
  render(fonts: Fonts, seed: number, options: RenderOptions): RenderedPaper;
}

/** The listing decision, and a decision about a third as long: as long as two pages of plain text. */
export const SAMPLES = {
  long: {
    name: "a listing decision",
    compose: (seed) => composeText("listing-decision", makeData(seed)).blocks,
    render: (fonts, seed, options) =>
      renderPaper(fonts, "listing-decision", makeData(seed), options),
  },
  short: {
    name: "a decision not to list",
    compose: (seed) => composeText("decision-not-to-list", makeShortData(seed)).blocks,
    render: (fonts, seed, options) =>
      renderPaper(fonts, "decision-not-to-list", makeShortData(seed), options),
  },
} as const satisfies Record<string, Sample>;

function makeShortData(seed: number) {
  const { number, caseNumber, checkUrl } = makeData(seed);
  const facts = [describeFacts(seed)];
  return { ...PAPER_DATA["decision-not-to-list"], number, caseNumber, checkUrl, facts };
}
