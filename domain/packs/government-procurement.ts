import { parseDay } from "../deadlines/calendar-day.ts";
import { cite } from "../law/instruments.ts";
import type { LawPack } from "./law-pack.ts";
import { NATIONAL_LISTS } from "./list-id.ts";
import {
  EVERY_VALUE,
  nationalValues,
  NO_PERSON_SHOWN,
  unreadTerm,
  USUAL_REMEDIES,
} from "./national-values.ts";

/**
 * The pack of the government-procurement list (政府采购严重违法失信行为记录名单), as shipped.
 *
 * It is the record of a penalty: there is no second discretion, and no early removal, for an entry goes when the penalty ends. Its
 * term is that of the ban, one to three years, and therefore open here.
 */
export const GOVERNMENT_PROCUREMENT_PACK: LawPack = {
  listId: "government-procurement",
  version: "1",
  listName: NATIONAL_LISTS["government-procurement"],
  area: 2,
  legalBasis: [
    {
      citation: cite("procurementLaw", "第七十七条"),
      rank: "law",
      inForceFrom: parseDay("2014-08-31"),
      inForceTo: null,
    },
    {
      citation: cite("procurementRegulation", "第六十三条"),
      rank: "administrative-regulation",
      inForceFrom: parseDay("2015-03-01"),
      inForceTo: null,
    },
  ],
  readiness: "own",
  competentLevels: ["county", "city", "region"],
  upperConsent: false,
  partyKinds: ["legal-person", "unincorporated-organization", "natural-person"],
  mainRole: "subject",
  coListedRoles: [],
  basisDocumentKinds: ["penalty-decision"],
  finalityRequired: false,
  criteria: [
    {
      id: "fine",
      title: "供应商、代理机构三年内受到财政部门三万元以上罚款",
      citation: cite("procurementNotice", "关于记录范围的规定"),
      group: "any-of:penalty",
    },
    {
      id: "ban",
      title: "在一至三年内禁止参加政府采购活动，处罚期限尚未届满",
      citation: cite("procurementNotice", "关于记录范围的规定"),
      group: "any-of:penalty",
    },
    {
      id: "agency-ban",
      title: "在一至三年内禁止代理政府采购业务，处罚期限尚未届满",
      citation: cite("procurementNotice", "关于记录范围的规定"),
      group: "any-of:penalty",
    },
  ],
  hearing: false,
  values: nationalValues({
    defense: [cite("penaltyLaw", "第六十二条", "reading")],
    objection: [cite("procurementNotice", "关于异议处理的规定", "not-found")],
    listingTerm: unreadTerm("与禁止参加政府采购活动的处罚期限一致（一至三年），处罚期满即删除", [
      cite("procurementLaw", "第七十七条"),
      cite("procurementNotice", "关于公布期限的规定"),
    ]),
  }),
  mandatoryValues: EVERY_VALUE,
  earlyRemoval: { conflict: [], choice: null },
  personDisplayBasis: NO_PERSON_SHOWN,
  allowedMeasureIds: ["M04", "M05"],
  calendarRegion: "CN-GX",
  remedies: USUAL_REMEDIES,
  bannedWords: [],
};
