import type { Citation } from "../law/citation.ts";
import { cite } from "../law/instruments.ts";
import type { LawPack } from "../packs/law-pack.ts";
import type { Authority } from "./authority.ts";

/** What an authority is, as far as it decides who reconsiders its acts (机关类型). */
export const BRANCHES = {
  department: { title: "本级人民政府的工作部门、派出机关或者其管理的组织", article: "第二十四条" },
  vertical: {
    title: "海关、金融、外汇管理等垂直领导的机关，税务机关，国家安全机关",
    article: "第二十七条",
  },
  justice: { title: "履行行政复议机构职责的司法行政部门", article: "第二十八条" },
} as const;

export type AuthorityBranch = keyof typeof BRANCHES;

/** What the registry of authorities says about remedies (救济途径登记), as far as the law has a word in it. */
export type RegisteredRemedies = Pick<
  Authority,
  "name" | "branch" | "reconsiderationOrgan" | "court"
>;

/** What contradicts the law in an entry, and the article that it contradicts. */
export interface RemedyFlaw {
  readonly field: "reconsiderationOrgan" | "court";
  readonly problem: string;
  readonly citation: Citation;
}

const GOVERNMENT = /人民政府$/;
const SEVERAL = /或者|、|；|\s或\s/;

/**
 * Holds the entry of an authority against the rules on who reconsiders (行政复议管辖), in force since 2024-01-01: the government of the
 * same level for its departments and what they manage (行政复议法 24); the authority above alone for customs, finance, foreign exchange, tax
 * and state security (27); either for a judicial administration that does the work of reconsideration itself (28). Suits go to a court
 * (行政诉讼法 18). Which court, where an area's cases go to one of them, was found in no text: that stays as entered.
 *
 * Example: 苍梧县人力资源和社会保障局 with 梧州市人力资源和社会保障局 as its organ is the old law, and a flaw; with 苍梧县人民政府 it is right.
 */
export function findRemedyFlaws(
  entry: RegisteredRemedies,
  pack: LawPack | null,
): readonly RemedyFlaw[] {
  const organ = entry.reconsiderationOrgan.trim();
  const branch = branchOf(entry, pack);
  const problem =
    organ === "" ? "没有登记行政复议机关" : findOrganProblem(branch, organ, entry.name);
  const citation = cite("reconsiderationLaw", BRANCHES[branch].article);
  const ofOrgan: RemedyFlaw[] =
    problem === null ? [] : [{ field: "reconsiderationOrgan", problem, citation }];
  return [...ofOrgan, ...findCourtFlaws(entry.court.trim())];
}

/** As the registry has it; a list whose authorities stand under those above them says so of those that are not entered. */
function branchOf({ branch }: RegisteredRemedies, pack: LawPack | null): AuthorityBranch {
  if (branch !== undefined) return branch;
  return pack?.remedies.reconsiderationOrgan === "upper-authority" ? "vertical" : "department";
}

function findOrganProblem(branch: AuthorityBranch, organ: string, own: string): string | null {
  if (organ === own.trim()) return "登记的行政复议机关是本机关自己";
  if (branch === "vertical") {
    return GOVERNMENT.test(organ) || SEVERAL.test(organ)
      ? `登记的行政复议机关是“${organ}”，依法只能是上一级主管部门`
      : null;
  }
  if (branch === "justice") {
    return organ.split(SEVERAL).every((each) => GOVERNMENT.test(each) || /司法/.test(each))
      ? null
      : `登记的行政复议机关是“${organ}”，依法只能是本级人民政府或者上一级司法行政部门`;
  }
  return GOVERNMENT.test(organ) && !SEVERAL.test(organ)
    ? null
    : `登记的行政复议机关是“${organ}”，依法只能是本级人民政府`;
}

function findCourtFlaws(court: string): readonly RemedyFlaw[] {
  if (court.endsWith("法院") && !SEVERAL.test(court)) return [];
  const problem =
    court === "" ? "没有登记管辖法院" : `登记的管辖法院是“${court}”，须是一个人民法院的全称`;
  return [{ field: "court", problem, citation: cite("litigationLaw", "第十八条") }];
}
