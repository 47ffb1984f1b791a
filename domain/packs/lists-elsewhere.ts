import type { Citation } from "../law/citation.ts";
import { cite } from "../law/instruments.ts";
import type { NATIONAL_LISTS } from "./list-id.ts";

/** A national list on which nobody can be placed here (不在本市认定的名单), and why. */
export interface ListElsewhere {
  readonly listId: keyof typeof NATIONAL_LISTS;
  /** `feed-only`: others decide, the city only receives it; `blocked`: no criteria or no sufficient basis is known. */
  readonly readiness: "feed-only" | "blocked";
  /** Who decides; null where that is not established either. */
  readonly decidedBy: string | null;
  /** What the list rests on, or what is missing, in words for people. */
  readonly reason: string;
  readonly citations: readonly Citation[];
}

/**
 * The national lists that are decided elsewhere, or that nobody may use before their criteria are known. The shipped law packs
 * hold those that the city's bodies decide; a list that stands in neither place has not been worked up yet.
 */
export const LISTS_ELSEWHERE: readonly ListElsewhere[] = [
  {
    listId: "major-tax",
    readiness: "feed-only",
    decidedBy: "税务机关",
    reason: "税务系统垂直管理，由税务机关依其规章认定；本市只接收、展示名单信息并落实措施",
    citations: [cite("order54", "第六条"), cite("order54", "第七条")],
  },
  {
    listId: "judgment-defaulters",
    readiness: "feed-only",
    decidedBy: "人民法院",
    reason: "由执行法院决定纳入和删除；本市只接收名单信息，名单信息删除的即停止措施",
    citations: [cite("judgmentDefaulters", "第一条"), cite("judgmentDefaulters", "第十二条")],
  },
  {
    listId: "intellectual-property",
    readiness: "feed-only",
    decidedBy: "国家知识产权局",
    reason:
      "国家知识产权局的信用管理规定是规范性文件，不能作为本市设列的依据；知识产权领域依法应当列入的，按市场监督管理严重违法失信名单办理",
    citations: [cite("ipCredit", "全文", "verified-secondary")],
  },
  {
    listId: "social-insurance",
    readiness: "blocked",
    decidedBy: null,
    reason:
      "条例授权国务院部门制定认定标准，但没有查到现行标准；2019年的暂行办法是规范性文件，不足以设列名单",
    citations: [cite("socialInsurance", "第四十五条")],
  },
  {
    listId: "statistics",
    readiness: "blocked",
    decidedBy: null,
    reason:
      "部门规章规定由统计机构认定，但认定标准、告知、期限和移出的条文尚未取得；2019年的办法已被取代，不得使用",
    citations: [cite("order35", "第二条、第三条")],
  },
  {
    listId: "medical-insurance",
    readiness: "blocked",
    decidedBy: null,
    reason: "条例授权实施惩戒，但没有查到国家层面的名单及其认定标准",
    citations: [cite("medicalFunds", "第三十三条"), cite("socialInsurance", "第四十五条")],
  },
  {
    listId: "fire-safety",
    readiness: "blocked",
    decidedBy: null,
    reason:
      "没有查到设列名单的法律、行政法规或者部门规章；现有的信用管理暂行办法是规范性文件。自治区地方性法规另有规定的除外",
    citations: [cite("wuzhou", "（七）"), cite("wuzhou", "（八）")],
  },
  {
    listId: "telecom-fraud",
    readiness: "blocked",
    decidedBy: "设区的市级以上公安机关",
    reason: "法律规定由设区的市级以上公安机关认定，具体办法的文本尚未取得",
    citations: [cite("telecomFraudLaw", "第三十一条")],
  },
];

/** Finds a list that is not decided here; null for every other. */
export function findListElsewhere(listId: string): ListElsewhere | null {
  return LISTS_ELSEWHERE.find((each) => each.listId === listId) ?? null;
}
