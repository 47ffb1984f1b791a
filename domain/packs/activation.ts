import { PACK_VALUE_TITLES } from "../glossary.ts";
import type { Citation, Mark } from "../law/citation.ts";
import { cite } from "../law/instruments.ts";
import type { Finding } from "../refusal.ts";
import { valueOf } from "./pack-values.ts";
import type { LawPack, PackValues } from "./law-pack.ts";

/** Marks that do not carry a value: somebody must find or enter a better source first. */
const INSUFFICIENT_MARKS: readonly Mark[] = ["draft", "unverified", "not-found"];

const TITLE = "规则包启用条件";

/**
 * What keeps a pack from being activated (启用障碍): readiness other than "own", a mandatory value that is empty, or one that
 * rests on no source better than a draft or hearsay. That two people activate it is checked where they act.
 */
export function findActivationObstacles(pack: LawPack): readonly Finding[] {
  return [
    ...(pack.readiness === "own" ? [] : [unready(pack)]),
    ...pack.mandatoryValues
      .filter((field) => !isCarried(pack, field))
      .map((field) => missing(pack, field)),
  ];
}

function isCarried(pack: LawPack, field: keyof PackValues): boolean {
  const { value, citations } = valueOf(pack, field);
  return value !== null && citations.some((each) => !INSUFFICIENT_MARKS.includes(each.mark));
}

function unready(pack: LawPack): Finding {
  const missing =
    pack.readiness === "feed-only"
      ? "该名单由其他机关认定，本市只接收名单信息"
      : "该名单的认定标准或者设列依据未查到，规则包停用";
  return {
    ruleId: "content",
    title: TITLE,
    citations: [cite("wuzhou", "（七）"), cite("wuzhou", "（八）")],
    missing,
    toDo: "取得有效的设列依据和认定标准后，由牵头单位登记新的规则包",
  };
}

function missing(pack: LawPack, field: keyof PackValues): Finding {
  const { value, citations } = valueOf(pack, field);
  const title = PACK_VALUE_TITLES[field];
  return {
    ruleId: "content",
    title: TITLE,
    citations: openCitations(citations),
    missing: value === null ? `${title}没有数值` : `${title}的依据未经核实`,
    toDo: `由法制负责人录入${title}的数值及其依据文件、条款`,
  };
}

function openCitations(citations: readonly Citation[]): readonly Citation[] {
  return citations.length > 0 ? citations : [cite("wuzhou", "（九）")];
}
