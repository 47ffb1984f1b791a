import { parseDay } from "../deadlines/calendar-day.ts";
import { cite } from "../law/instruments.ts";
import type { LawPack } from "./law-pack.ts";
import { NATIONAL_LISTS } from "./list-id.ts";
import {
  EVERY_VALUE,
  nationalValues,
  NO_PERSON_SHOWN,
  ONE_YEAR,
  unreadTerm,
  USUAL_REMEDIES,
} from "./national-values.ts";

/**
 * The pack of the national-defense list (履行国防义务严重失信主体名单), as shipped: natural persons only.
 *
 * The law gives grounds and measures; term, removal and days were not found. A mark in the household register or naming in public
 * has no footing in the law and is no measure of the list.
 */
export const NATIONAL_DEFENSE_PACK: LawPack = {
  listId: "national-defense",
  version: "1",
  listName: NATIONAL_LISTS["national-defense"],
  area: 4,
  legalBasis: [
    {
      citation: cite("militaryService", "第五十七条"),
      rank: "law",
      inForceFrom: parseDay("2021-10-01"),
      inForceTo: null,
    },
  ],
  readiness: "own",
  competentLevels: ["county", "city", "region"],
  upperConsent: false,
  partyKinds: ["natural-person"],
  mainRole: "subject",
  coListedRoles: [],
  basisDocumentKinds: ["penalty-decision"],
  finalityRequired: false,
  criteria: [
    {
      id: "refusal",
      title: "应征公民拒绝、逃避征集，经县级人民政府责令限期改正，拒不改正",
      citation: cite("militaryService", "第五十七条"),
      group: "any-of:case",
    },
    {
      id: "expelled",
      title:
        "军人以逃避服兵役为目的，拒绝履行职责或者逃离部队，被开除军籍、除名或者依法追究刑事责任",
      citation: cite("militaryService", "第五十八条"),
      group: "any-of:case",
    },
  ],
  hearing: false,
  values: nationalValues({
    defense: [cite("militaryService", "关于告知的规定", "not-found")],
    objection: [cite("militaryService", "关于异议处理的规定", "not-found")],
    listingTerm: unreadTerm("法律规定措施期限为二年，没有规定列入期限", [
      cite("militaryService", "第五十七条"),
      cite("order36", "关于最长公示期的规定", "verified-secondary"),
    ]),
  }),
  mandatoryValues: EVERY_VALUE,
  earlyRemoval: { conflict: [ONE_YEAR], choice: null },
  personDisplayBasis: NO_PERSON_SHOWN,
  allowedMeasureIds: ["M14", "M21"],
  calendarRegion: "CN-GX",
  remedies: USUAL_REMEDIES,
  bannedWords: [],
};
