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
 * The pack of the market-regulation list (市场监督管理严重违法失信名单), as shipped: food, drugs and local intellectual property
 * cases run here too.
 *
 * County and city decisions need the consent of the next higher market-supervision authority, and the list gives a hearing. Its
 * own days and its term could not be read in the order.
 */
export const MARKET_REGULATION_PACK: LawPack = {
  listId: "market-regulation",
  version: "1",
  listName: NATIONAL_LISTS["market-regulation"],
  // The list covers life and health as well; it is filed under the area of most of its grounds (a reading).
  area: 2,
  legalBasis: [
    {
      citation: cite("order44", "第二条"),
      rank: "ministry-rule",
      inForceFrom: parseDay("2021-09-01"),
      inForceTo: null,
    },
  ],
  readiness: "own",
  competentLevels: ["county", "city"],
  upperConsent: true,
  partyKinds: ["legal-person", "unincorporated-organization", "natural-person"],
  mainRole: "subject",
  coListedRoles: [],
  basisDocumentKinds: ["penalty-decision"],
  finalityRequired: false,
  criteria: [
    {
      id: "serious-breach",
      title: "违反法律、行政法规，性质恶劣、情节严重、社会危害较大",
      citation: cite("order44", "第二条"),
      group: "all",
    },
    {
      id: "judged",
      title: "综合主观恶意、违法频次、持续时间、处罚种类和数额等，认定属于情节严重",
      citation: cite("order44", "第十二条", "verified-secondary"),
      group: "all",
    },
    {
      id: "heavier-fine",
      title: "受到较重行政处罚：依照裁量基准从重处以罚款",
      citation: cite("order44", "第二条"),
      group: "any-of:penalty",
    },
    {
      id: "licence",
      title: "受到较重行政处罚：降低资质等级，吊销许可证件、营业执照",
      citation: cite("order44", "第二条"),
      group: "any-of:penalty",
    },
    {
      id: "business",
      title: "受到较重行政处罚：限制开展生产经营活动、责令停产停业、责令关闭、限制从业",
      citation: cite("order44", "第二条"),
      group: "any-of:penalty",
    },
    {
      id: "other-penalty",
      title: "受到法律、行政法规和部门规章规定的其他较重行政处罚",
      citation: cite("order44", "第二条"),
      group: "any-of:penalty",
    },
  ],
  hearing: true,
  values: {
    ...nationalValues({
      defense: [cite("order44", "关于告知、听证的规定", "verified-secondary")],
      objection: [cite("order44", "关于异议处理的规定", "verified-secondary")],
      listingTerm: unreadTerm("列入期限普遍认为是三年，未能核对原文", [
        cite("order44", "关于列入期限的规定", "unverified"),
        cite("order36", "关于最长公示期的规定", "verified-secondary"),
      ]),
    }),
    decisionDays: {
      value: null,
      citations: [
        cite("penaltyLaw", "第六十条"),
        cite("order44", "关于认定程序的规定", "unverified"),
      ],
      note: "行政处罚决定应自立案之日起九十日内作出；列入决定是否须与处罚一并作出、是否适用该期限未能核实，由法制负责人录入后起算",
    },
  },
  mandatoryValues: EVERY_VALUE,
  earlyRemoval: {
    conflict: [
      {
        ...ONE_YEAR,
        id: "order44",
        title: "列入满一年（与全国统一的最短公示期一致）",
        citations: [
          cite("order44", "关于提前移出的规定", "verified-secondary"),
          ...ONE_YEAR.citations,
        ],
      },
    ],
    choice: null,
  },
  personDisplayBasis: NO_PERSON_SHOWN,
  allowedMeasureIds: ["M06", "M07", "M08", "M24", "M26", "M28"],
  calendarRegion: "CN-GX",
  remedies: USUAL_REMEDIES,
  bannedWords: [],
};
