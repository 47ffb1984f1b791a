import type { AdoptionSubject, RegulationBasis } from "../../adoption/adoption.ts";
import { printDay, type CalendarDay } from "../../deadlines/calendar-day.ts";
import { LEGAL_RANK_TITLES, LEGISLATIVE_MATTER_TITLES } from "../../glossary.ts";
import { cite } from "../../law/instruments.ts";
import type { RegistryRule } from "../registry-rule.ts";
import { since, type Broken } from "../rule.ts";

/**
 * A list that exists here alone rests on a local regulation (地方性法规): made by the people's congress of the region or of the city, in
 * force, and naming the article; a regulation of the city only inside the four matters of 立法法 81.
 *
 * A government rule (政府规章) or a normative document (规范性文件) never suffices, a draft never carries a list, and on its last day in
 * force a regulation still does. The regulation can set criteria, never a fifth area (a reading; the area is looked at by R11).
 */
export const r14LocalRegulation: RegistryRule<AdoptionSubject> = {
  id: "R14",
  title: "仅在地方实施的名单由地方性法规规定",
  citations: [
    cite("wuzhou", "（八）"),
    cite("opinion49", "（七）"),
    cite("legislationLaw", "第八十一条"),
    cite("legislationLaw", "第九十三条"),
  ],
  inForce: since("2022-03-24"),
  acts: ["register-list", "adopt-list"],
  check: ({ adoption, today }) => {
    const { basis } = adoption;
    return [
      ...findRankMissing(basis),
      ...findMatterMissing(basis),
      ...findNotInForce(basis, today),
    ];
  },
};

function findRankMissing({ name, rank, organ }: RegulationBasis): readonly Broken[] {
  if (rank !== "local-regulation") {
    return [
      {
        missing: `《${name}》是${LEGAL_RANK_TITLES[rank]}，不是地方性法规`,
        toDo: "政府规章、规范性文件不能设列名单。须由地方性法规规定认定标准后再登记",
      },
    ];
  }
  if (organ !== "another-organ") return [];
  return [
    {
      missing: `《${name}》不是自治区或者本市人民代表大会及其常务委员会制定的`,
      toDo: "请登记自治区或者本市的地方性法规",
    },
  ];
}

function findMatterMissing({ name, rank, organ, matter }: RegulationBasis): readonly Broken[] {
  const isCitys = rank === "local-regulation" && organ === "city-congress";
  if (!isCitys || matter !== "another-matter") return [];
  const matters = Object.entries(LEGISLATIVE_MATTER_TITLES)
    .filter(([id]) => id !== "another-matter")
    .map(([, title]) => title);
  return [
    {
      missing: `《${name}》规定的事项不在设区的市可以制定地方性法规的范围之内`,
      toDo: `设区的市只能就${matters.join("、")}制定地方性法规。其他事项须由自治区的地方性法规规定`,
    },
  ];
}

function findNotInForce(basis: RegulationBasis, today: CalendarDay): readonly Broken[] {
  const { name, inForceFrom, inForceTo } = basis;
  if (inForceFrom === null || inForceFrom > today) {
    const state = inForceFrom === null ? "还是草案" : `自${printDay(inForceFrom)}起施行`;
    return [{ missing: `《${name}》${state}，现在没有效力`, toDo: "请在其施行之后登记" }];
  }
  if (inForceTo === null || today <= inForceTo) return [];
  return [
    {
      missing: `《${name}》已于${printDay(inForceTo)}后失效`,
      toDo: "请核对现行有效的地方性法规",
    },
  ];
}
