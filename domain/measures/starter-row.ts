import { parseDay } from "../deadlines/calendar-day.ts";
import type { Citation } from "../law/citation.ts";
import type { Implementer, MeasureRow } from "./catalog.ts";

/**
 * The edition that the starter rows belong to (起步目录): the statutes were read, the row tables of the national list of 2024 were not.
 * Its rows therefore are active only where the row itself was seen in a published national list.
 */
export const STARTER_EDITION = {
  id: "2024-starter",
  title: "全国失信惩戒措施基础清单（2024年版）起步目录",
  inForceFrom: parseDay("2024-02-18"),
} as const;

/** Why a row of the starter edition may not be used yet. */
export const NOT_TICKED =
  "法律依据已经核对，但尚未与现行全国失信惩戒措施基础清单逐条核对，录入清单附件前不得使用";

/** A row as the starter files write it: what every row shares is filled in by `starterRow`. */
export type StarterRow = Omit<
  MeasureRow,
  "edition" | "inForceFrom" | "inForceTo" | "active" | "inactiveReason"
> & {
  /** Whether the row itself was seen in a published national list. */
  readonly seenInList: boolean;
};

/** Completes a starter row: same edition and dates, active only when seen in the list. */
export function starterRow({ seenInList, ...row }: StarterRow): MeasureRow {
  return {
    ...row,
    edition: STARTER_EDITION.id,
    inForceFrom: STARTER_EDITION.inForceFrom,
    inForceTo: null,
    active: seenInList,
    inactiveReason: seenInList ? null : NOT_TICKED,
  };
}

/** Citations of several articles of one instrument, each read in its text. */
export function articles(instrument: string, ...numbers: readonly string[]): readonly Citation[] {
  return numbers.map((number) => ({
    instrument,
    article: `第${number}条`,
    mark: "verified-primary",
  }));
}

/** Who carries the starter rows out, by a short key. */
export const IMPLEMENTERS = {
  licensing: publicBody("licensing-organ", "行政许可机关"),
  bidding: publicBody("bidding-supervision", "招标投标行政监督部门"),
  competent: publicBody("competent-departments", "各有关主管部门"),
  lenders: { id: "lenders", name: "银行业金融机构", kind: "financial" },
  finance: publicBody("finance", "财政部门"),
  purchasers: publicBody("purchasers", "政府采购采购人"),
  market: publicBody("market-regulation", "市场监督管理部门"),
  drugs: publicBody("drug-administration", "药品监督管理部门"),
  safety: publicBody("emergency-management", "应急管理部门"),
  registration: publicBody("registration", "市场主体登记机关"),
  companies: { id: "companies", name: "有关公司", kind: "enterprise" },
  civilService: publicBody("civil-service", "公务员录用机关"),
  stateUnits: publicBody("state-units", "国家机关、事业单位"),
  stateEnterprises: { id: "state-enterprises", name: "国有企业", kind: "enterprise" },
  culture: publicBody("culture-tourism", "文化和旅游主管部门"),
  civilAffairs: publicBody("civil-affairs", "民政部门"),
  police: publicBody("public-security", "公安机关"),
  education: publicBody("education", "教育部门"),
  tax: publicBody("tax", "税务机关"),
  border: publicBody("border-control", "出入境边防检查机关"),
  courts: publicBody("courts", "人民法院"),
  press: { id: "press", name: "新闻媒体", kind: "media" },
  securities: publicBody("securities-regulation", "证券监督管理机构"),
  carriers: { id: "telecom-carriers", name: "电信业务经营者", kind: "enterprise" },
} as const satisfies Record<string, Implementer>;

function publicBody(id: string, name: string): Implementer {
  return { id, name, kind: "public-body" };
}
