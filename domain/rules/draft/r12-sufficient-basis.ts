import { LEGAL_RANK_TITLES, READINESS_TITLES } from "../../glossary.ts";
import { cite } from "../../law/instruments.ts";
import type { LawPack, LegalRank, PackBasis } from "../../packs/law-pack.ts";
import type { CalendarDay } from "../../deadlines/calendar-day.ts";
import { since, type Broken, type Rule } from "../rule.ts";
import { bringsListingForward, LISTING_ACTS } from "../toward-listing.ts";

const NATIONAL_RANKS: readonly LegalRank[] = [
  "law",
  "administrative-regulation",
  "central-policy",
  "ministry-rule",
];

/** Criteria of a list that exists only here must stand in a regulation of the people's congress (地方性法规). */
const LOCAL_RANKS: readonly LegalRank[] = ["local-regulation"];

/**
 * Nobody may create or extend a list without national criteria (不得擅自增设名单).
 *
 * The list must be one that the city's bodies decide themselves, and its criteria must stand, on the day of the act, in a law, an
 * administrative regulation, a policy document of the centre or a ministry's rule; for a local list in a local regulation. A
 * normative document, a memorandum or a government rule carries no list. On its last day in force a text still carries it.
 */
export const r12SufficientBasis: Rule = {
  id: "R12",
  title: "不得擅自增加或者扩展名单，名单须有足够位阶的依据",
  citations: [cite("wuzhou", "（七）"), cite("wuzhou", "（八）"), cite("opinion49", "（七）")],
  inForce: since("2020-12-07"),
  acts: ["open-case", ...LISTING_ACTS],
  check: (subject) => {
    if (!bringsListingForward(subject)) return [];
    const { pack, today } = subject.context;
    return [...findUnready(pack), ...findBasisMissing(pack, today)];
  },
};

function findUnready(pack: LawPack): readonly Broken[] {
  if (pack.readiness === "own") return [];
  return [
    {
      missing: `“${pack.listName}”现为“${READINESS_TITLES[pack.readiness]}”，本市机关不能据此认定`,
      toDo: "请核对名单；确需认定的，由牵头单位登记有效的设列依据和认定标准",
    },
  ];
}

function findBasisMissing(pack: LawPack, today: CalendarDay): readonly Broken[] {
  const ranks = pack.listId.startsWith("local/") ? LOCAL_RANKS : NATIONAL_RANKS;
  const carries = pack.legalBasis.some(
    (basis) => ranks.includes(basis.rank) && isInForceOn(basis, today),
  );
  if (carries) return [];
  const titles = ranks.map((rank) => LEGAL_RANK_TITLES[rank]).join("、");
  return [
    {
      missing: `“${pack.listName}”没有现行有效且位阶足够的设列依据`,
      toDo: `认定标准须由${titles}规定。请由法制负责人核对并登记依据`,
    },
  ];
}

function isInForceOn(basis: PackBasis, day: CalendarDay): boolean {
  return basis.inForceFrom <= day && (basis.inForceTo === null || day <= basis.inForceTo);
}
