import type { Citation } from "../law/citation.ts";
import type { Criterion, LawPack } from "../packs/law-pack.ts";
import {
  EVERY_VALUE,
  nationalValues,
  NO_PERSON_SHOWN,
  ONE_YEAR,
  unreadTerm,
  USUAL_REMEDIES,
} from "../packs/national-values.ts";
import type { ListAdoption } from "./adoption.ts";

/**
 * The law pack with which an adopted list begins (地方名单的规则包): its regulation, its criteria, and every time limit still to be entered
 * with its article. As a draft it carries no case; two people activate it once nothing is missing.
 *
 * It names no measure: those come from a catalog of the city, each with an article of its own.
 *
 * @throws Error for a list that was not adopted.
 */
export function makeLocalPack(adoption: ListAdoption): LawPack {
  const { listId, listName, area, basis, criteria } = adoption;
  const isComplete = adoption.stage === "adopted" && basis.inForceFrom !== null;
  if (!isComplete || area === null || criteria === null) throw new Error("not adopted");
  const citation = citeRegulation(adoption, basis.article);
  return {
    listId,
    version: "1",
    listName,
    area,
    legalBasis: [
      {
        citation,
        rank: "local-regulation",
        inForceFrom: basis.inForceFrom,
        inForceTo: basis.inForceTo,
      },
    ],
    readiness: "own",
    competentLevels: ["county", "city"],
    upperConsent: false,
    partyKinds: ["natural-person", "legal-person", "unincorporated-organization"],
    mainRole: "subject",
    coListedRoles: [],
    basisDocumentKinds: [
      "court-judgment",
      "arbitral-award",
      "penalty-decision",
      "administrative-ruling",
    ],
    finalityRequired: false,
    criteria: criteria.criteria.map((each, index) => toCriterion(adoption, each, index)),
    hearing: false,
    values: nationalValues({
      defense: [],
      objection: [],
      listingTerm: unreadTerm("列入期限以地方性法规的规定为准", [citation]),
    }),
    mandatoryValues: EVERY_VALUE,
    earlyRemoval: { conflict: [ONE_YEAR], choice: null },
    personDisplayBasis: NO_PERSON_SHOWN,
    allowedMeasureIds: [],
    calendarRegion: "CN-GX",
    remedies: USUAL_REMEDIES,
    bannedWords: [],
  };
}

function toCriterion(
  adoption: ListAdoption,
  { title, article, group }: NonNullable<ListAdoption["criteria"]>["criteria"][number],
  index: number,
): Criterion {
  return {
    id: `criterion-${String(index + 1)}`,
    title,
    citation: citeRegulation(adoption, article),
    group: group === "all" ? "all" : "any-of:case",
  };
}

/** What was entered by a person carries the mark of entry. */
function citeRegulation({ basis }: ListAdoption, article: string): Citation {
  return { instrument: basis.name, article, mark: "entered" };
}
