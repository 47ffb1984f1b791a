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
 * The pack of the culture and tourism list (文化和旅游市场严重失信主体名单), as shipped.
 *
 * Its grounds are known in part and from secondary sources; its term follows the measure and was not read. The word 黑名单 is no
 * longer used by the ministry and is banned from the papers.
 */
export const CULTURE_TOURISM_PACK: LawPack = {
  listId: "culture-tourism",
  version: "1",
  listName: NATIONAL_LISTS["culture-tourism"],
  area: 2,
  legalBasis: [
    {
      citation: cite("order7", "关于严重失信主体的规定", "verified-secondary"),
      rank: "ministry-rule",
      inForceFrom: parseDay("2022-01-01"),
      inForceTo: null,
    },
  ],
  readiness: "own",
  competentLevels: ["county", "city", "region"],
  upperConsent: false,
  partyKinds: ["legal-person", "unincorporated-organization", "natural-person"],
  mainRole: "subject",
  coListedRoles: ["legal-representative"],
  basisDocumentKinds: ["penalty-decision"],
  finalityRequired: false,
  criteria: [
    {
      id: "fraud",
      title: "以欺骗、贿赂等手段取得许可证，或者伪造许可证",
      citation: cite("order7", "关于严重失信主体的规定", "verified-secondary"),
      group: "any-of:case",
    },
    {
      id: "banned-content",
      title: "提供含有法律、法规禁止内容的产品或者服务，造成严重后果",
      citation: cite("order7", "关于严重失信主体的规定", "verified-secondary"),
      group: "any-of:case",
    },
    {
      id: "revoked",
      title: "被吊销许可证",
      citation: cite("order7", "关于严重失信主体的规定", "verified-secondary"),
      group: "any-of:case",
    },
    {
      id: "unlicensed",
      title: "擅自从事应当取得许可的经营活动，造成重大事故或者恶劣社会影响",
      citation: cite("order7", "关于严重失信主体的规定", "verified-secondary"),
      group: "any-of:case",
    },
    {
      id: "tourists",
      title: "侵害旅游者合法权益受到行政处罚，情节达到规定标准",
      citation: cite("order7", "关于严重失信主体的规定", "verified-secondary"),
      group: "any-of:case",
    },
  ],
  hearing: false,
  values: nationalValues({
    defense: [cite("order7", "关于告知的规定", "not-found")],
    objection: [cite("order7", "关于异议处理的规定", "not-found")],
    listingTerm: unreadTerm("期限随所受惩戒而不同，未能核对原文", [
      cite("order7", "关于公示期限的规定", "not-found"),
      cite("order36", "关于最长公示期的规定", "verified-secondary"),
    ]),
  }),
  mandatoryValues: EVERY_VALUE,
  earlyRemoval: { conflict: [ONE_YEAR], choice: null },
  personDisplayBasis: NO_PERSON_SHOWN,
  allowedMeasureIds: ["M15", "M16", "M17", "M18"],
  calendarRegion: "CN-GX",
  remedies: USUAL_REMEDIES,
  bannedWords: ["黑名单"],
};
