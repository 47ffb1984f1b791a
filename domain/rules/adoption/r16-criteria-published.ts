import type { AdoptionSubject, CriteriaSite, ListAdoption } from "../../adoption/adoption.ts";
import { CRITERIA_SECTION_TITLES, CRITERIA_SITE_TITLES } from "../../glossary.ts";
import { cite } from "../../law/instruments.ts";
import type { RegistryRule } from "../registry-rule.ts";
import { since, type Broken } from "../rule.ts";

const SITES: readonly CriteriaSite[] = [
  "city-portal",
  "credit-china-wuzhou",
  "credit-china-guangxi",
  "credit-china",
];

/**
 * Criteria of a local list say how one gets off it again, and stand on four sites before the list is adopted (公开认定标准): the portal of
 * the city's government, 信用中国（广西梧州）, 信用中国（广西） and 信用中国, each with the address and the day on which it was seen there.
 *
 * Three sections are never left out: the conditions of removal (移出条件), its procedure (程序), and the remedies (救济措施).
 */
export const r16CriteriaPublished: RegistryRule<AdoptionSubject> = {
  id: "R16",
  title: "认定标准在四个网站公开，载明移出条件、程序和救济措施",
  citations: [cite("wuzhou", "（八）"), cite("opinion49", "（七）")],
  inForce: since("2022-03-24"),
  acts: ["state-criteria", "adopt-list"],
  check: ({ act, adoption }) => [
    ...findSectionsMissing(adoption),
    ...(act === "adopt-list" ? findSitesMissing(adoption) : []),
  ],
};

function findSectionsMissing({ criteria }: ListAdoption): readonly Broken[] {
  const sections = ["removalConditions", "removalProcedure", "remedyMeasures"] as const;
  const missing = sections.filter((section) => (criteria?.[section] ?? "").trim() === "");
  if (missing.length === 0) return [];
  const titles = missing.map((section) => CRITERIA_SECTION_TITLES[section]).join("、");
  return [
    {
      missing: `认定标准没有载明${titles}`,
      toDo: "请在认定标准中一并明确名单移出条件、程序以及救济措施",
    },
  ];
}

function findSitesMissing({ captures }: ListAdoption): readonly Broken[] {
  const seen = new Set(captures.map((capture) => capture.site));
  const missing = SITES.filter((site) => !seen.has(site));
  if (missing.length === 0) return [];
  const titles = missing.map((site) => CRITERIA_SITE_TITLES[site]).join("、");
  return [
    {
      missing: `认定标准没有在以下网站公开：${titles}`,
      toDo: "请在四个网站公开认定标准，并登记网址、核查日和网页留存件",
    },
  ];
}
