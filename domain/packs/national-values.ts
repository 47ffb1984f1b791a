import type { Citation } from "../law/citation.ts";
import { cite } from "../law/instruments.ts";
import type { LawPack, PackValue, PackValues, TermLength } from "./law-pack.ts";

/** The time limits for which nobody has found a text (未能核对的天数): empty until a legal officer enters value and citation. */
function unread(what: string, citations: readonly Citation[]): PackValue<TermLength> {
  return {
    value: null,
    citations: [...citations, cite("wuzhou", "（九）")],
    note: `${what}已经核实，具体天数未能核对原文，由法制负责人录入数值和依据后方可启用`,
  };
}

/** The list's own sources for the time limits that differ from list to list. */
export interface OwnSources {
  /** Where notice and defense are said to be regulated. */
  readonly defense: readonly Citation[];
  /** Where the answer to objections is said to be regulated. */
  readonly objection: readonly Citation[];
  readonly listingTerm: PackValue<TermLength>;
}

/**
 * The values of a national list (全国统一名单的期限): days for defense and answers are open, repair runs on the unified clock of
 * 国办发〔2025〕22号, and a listing that rests on an annulled document is withdrawn within three working days (a reading).
 */
export function nationalValues({ defense, objection, listingTerm }: OwnSources): PackValues {
  return {
    defenseDays: unread("须告知当事人依法享有的权利", defense),
    objectionAnswerDays: unread("须在规定时限内反馈结果", objection),
    listingTerm,
    repairAcceptanceDays: {
      value: { length: 3, unit: "working-day" },
      citations: [cite("plan22", "关于修复办理时限的规定", "verified-secondary")],
    },
    repairDecisionDays: {
      value: { length: 10, unit: "working-day" },
      citations: [cite("plan22", "关于修复办理时限的规定", "verified-secondary")],
      note: "自收到申请之日起计算，含受理时间；复杂情形可以延长，延长天数未能核实",
    },
    annulmentDays: {
      value: { length: 3, unit: "working-day" },
      citations: [cite("penaltyLaw", "第四十八条", "reading"), cite("wuzhou", "（九）")],
      note: "对行政处罚信息有明文规定，对列入名单比照适用",
    },
  };
}

/** A listing term that no text was found for: the national maximum of three years bounds what may be entered. */
export function unreadTerm(note: string, citations: readonly Citation[]): PackValue<TermLength> {
  return { value: null, citations, note: `${note}；由法制负责人录入，最长不得超过三年` };
}

/** Every time limit: none may be empty when a pack is activated. */
export const EVERY_VALUE: LawPack["mandatoryValues"] = [
  "defenseDays",
  "objectionAnswerDays",
  "listingTerm",
  "repairAcceptanceDays",
  "repairDecisionDays",
  "annulmentDays",
];

/** No person is shown to the public without a law, a regulation or the person's consent (细则（五）). */
export const NO_PERSON_SHOWN: LawPack["personDisplayBasis"] = {
  value: null,
  citations: [cite("wuzhou", "（五）")],
  note: "未查到要求向社会公开个人信息的法律、法规或者国务院决定、命令，非经本人同意不向社会公示",
};

/** Reconsideration by the government of the same level, or straight to court. */
export const USUAL_REMEDIES: LawPack["remedies"] = {
  reconsiderationOrgan: "same-level-government",
  reconsiderationFirst: false,
  citations: [
    cite("reconsiderationLaw", "第二十四条"),
    cite("reconsiderationLaw", "第二十条"),
    cite("litigationLaw", "第四十六条"),
  ],
};

/** One year of publicity at least, counted from the decision (最短公示期), for lists that set nothing shorter. */
export const ONE_YEAR: LawPack["earlyRemoval"]["conflict"][number] = {
  id: "order36",
  title: "全国统一规则：自作出列入决定之日起满一年（最短公示期）",
  length: 1,
  unit: "year",
  startEvent: "decision",
  citations: [
    cite("order36", "关于最短公示期的规定", "verified-secondary"),
    cite("plan22", "关于公示期限的规定"),
  ],
};
