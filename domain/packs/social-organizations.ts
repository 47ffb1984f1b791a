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
 * The pack of the social-organizations list (社会组织严重违法失信名单), as shipped.
 *
 * Three grounds are known from secondary sources, further ones only from a draft; those are not in the criteria.
 */
export const SOCIAL_ORGANIZATIONS_PACK: LawPack = {
  listId: "social-organizations",
  version: "1",
  listName: NATIONAL_LISTS["social-organizations"],
  area: 2,
  legalBasis: [
    {
      citation: cite("order60", "第三条"),
      rank: "ministry-rule",
      inForceFrom: parseDay("2018-01-24"),
      inForceTo: null,
    },
  ],
  readiness: "own",
  competentLevels: ["county", "city", "region"],
  upperConsent: false,
  partyKinds: ["legal-person"],
  mainRole: "subject",
  coListedRoles: [],
  basisDocumentKinds: ["handling-decision", "administrative-ruling", "penalty-decision"],
  finalityRequired: false,
  criteria: [
    {
      id: "abnormal",
      title: "被列入活动异常名录满两年",
      citation: cite("order60", "关于列入情形的规定", "verified-secondary"),
      group: "any-of:case",
    },
    {
      id: "fraudulent-change",
      title: "弄虚作假办理变更登记，被撤销变更登记",
      citation: cite("order60", "关于列入情形的规定", "verified-secondary"),
      group: "any-of:case",
    },
    {
      id: "judgment",
      title: "被人民法院列为失信被执行人",
      citation: cite("order60", "关于列入情形的规定", "verified-secondary"),
      group: "any-of:case",
    },
  ],
  hearing: false,
  values: nationalValues({
    defense: [cite("order60", "关于告知的规定", "unverified")],
    objection: [cite("order60", "关于异议处理的规定", "not-found")],
    listingTerm: unreadTerm("公示至移出为止，未查到固定期限", [
      cite("order60", "关于移出的规定", "verified-secondary"),
      cite("order36", "关于最长公示期的规定", "verified-secondary"),
    ]),
  }),
  mandatoryValues: EVERY_VALUE,
  earlyRemoval: {
    conflict: [
      {
        id: "order60",
        title: "部门规章：列入满两年且未再发生应当列入的情形",
        length: 2,
        unit: "year",
        startEvent: "decision",
        citations: [cite("order60", "关于移出的规定", "verified-secondary")],
      },
      ONE_YEAR,
    ],
    choice: null,
  },
  personDisplayBasis: NO_PERSON_SHOWN,
  allowedMeasureIds: ["M19"],
  calendarRegion: "CN-GX",
  remedies: USUAL_REMEDIES,
  bannedWords: [],
};
