import { AREA_TITLES } from "../../glossary.ts";
import { cite } from "../../law/instruments.ts";
import { since, type Broken, type Rule } from "../rule.ts";
import { bringsListingForward, LISTING_ACTS } from "../toward-listing.ts";

/**
 * Lists exist in four areas only (四类领域), and nobody may add a fifth.
 *
 * A local list is bound by this as well: a regulation of the region or of the city can set criteria inside an area, never a new
 * area (a reading of (七) and (八) together).
 */
export const r11FourAreas: Rule = {
  id: "R11",
  title: "严重失信主体名单限于四类领域",
  citations: [
    cite("wuzhou", "（七）"),
    cite("opinion49", "（六）"),
    cite("product", "地方名单也不得超出四类领域", "reading"),
  ],
  inForce: since("2020-12-07"),
  acts: ["open-case", ...LISTING_ACTS],
  check: (subject) => {
    const { pack } = subject.context;
    return bringsListingForward(subject) ? findNoArea(pack.listName, pack.area) : [];
  },
};

/** What stands against a list that lies in none of the four areas (不属于四类领域); a list that is only proposed is asked the same. */
export function findNoArea(listName: string, area: number | null): readonly Broken[] {
  if (area !== null && Object.hasOwn(AREA_TITLES, area)) return [];
  const areas = Object.values(AREA_TITLES).join("；");
  return [
    {
      missing: `“${listName}”没有归入四类领域中的任何一类`,
      toDo: `名单只能设在以下领域：${areas}。请牵头单位核对名单登记`,
    },
  ];
}
