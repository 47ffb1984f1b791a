import { printDay, type CalendarDay } from "../../deadlines/calendar-day.ts";
import { cite } from "../../law/instruments.ts";
import type { LawPack, PackBasis } from "../../packs/law-pack.ts";
import { since, type Rule } from "../rule.ts";
import { bringsListingForward, LISTING_ACTS } from "../toward-listing.ts";

/**
 * Criteria whose text was repealed carry no listing any more (依据失效的立即停止).
 *
 * No case is opened under them and no listing goes on to its signature, even where a higher text still lets the list exist; a case
 * under way can be ended or decided in the party's favor (a reading). On its last day in force a text still carries its criteria:
 * a rule repealed with the end of 2026-06-30 stops everything from 07-01 on.
 */
export const r39RepealedBasis: Rule = {
  id: "R39",
  title: "认定标准的依据失效的，立即停止认定",
  citations: [
    cite("wuzhou", "（十六）"),
    cite("product", "依据失效后，在办案件不得列入，可以终止或者不予列入", "reading"),
  ],
  inForce: since("2022-03-24"),
  acts: ["open-case", ...LISTING_ACTS],
  check: (subject) => {
    if (!bringsListingForward(subject)) return [];
    const { pack, today } = subject.context;
    return findRepealed(pack, today).map((basis) => ({
      missing: `认定标准所依据的《${basis.citation.instrument}》已于${printDay(lastDayOf(basis, today))}后失效`,
      toDo: "请终止或者不予列入；有新的依据的，由法制负责人登记新的规则包版本",
    }));
  },
};

/** Texts that a criterion cites and that no entry of the pack keeps in force, each once. */
function findRepealed(pack: LawPack, today: CalendarDay): readonly PackBasis[] {
  const cited = new Set(pack.criteria.map((criterion) => criterion.citation.instrument));
  const ended = pack.legalBasis.filter((basis) => hasEnded(basis, today));
  const standing = pack.legalBasis.filter((basis) => !hasEnded(basis, today));
  const isReplaced = (basis: PackBasis): boolean =>
    standing.some((each) => each.citation.instrument === basis.citation.instrument);
  return ended.filter((basis) => cited.has(basis.citation.instrument) && !isReplaced(basis));
}

function hasEnded({ inForceTo }: PackBasis, today: CalendarDay): boolean {
  return inForceTo !== null && inForceTo < today;
}

function lastDayOf({ inForceTo }: PackBasis, today: CalendarDay): CalendarDay {
  return inForceTo ?? today;
}
