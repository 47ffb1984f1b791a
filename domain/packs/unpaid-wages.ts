import { parseDay } from "../deadlines/calendar-day.ts";
import { cite } from "../law/instruments.ts";
import type { LawPack } from "./law-pack.ts";
import { NATIONAL_LISTS } from "./list-id.ts";
import { EVERY_VALUE, nationalValues, ONE_YEAR, USUAL_REMEDIES } from "./national-values.ts";

const VALUES = nationalValues({
  defense: [cite("order45", "关于告知和陈述申辩的规定", "unverified")],
  objection: [cite("order45", "关于异议处理的规定", "unverified")],
  listingTerm: {
    value: { length: 3, unit: "year" },
    citations: [cite("order45", "关于列入期限的规定", "verified-secondary")],
    note: "自作出列入决定之日起计算",
  },
});

/**
 * The pack of the wage-arrears list (拖欠农民工工资失信联合惩戒对象名单), as shipped.
 *
 * The days for defense and for answering objections could not be read in the ministry's order; they are empty, and the pack
 * cannot be activated until a legal officer has entered them with a citation. The ministry's order allows removal six months
 * after correction, the national rule one year after the decision: both are held, a legal officer chooses. Which amounts the
 * region has fixed was not found: the upper ends of the range are held, and papers say so.
 */
export const UNPAID_WAGES_PACK: LawPack = {
  listId: "unpaid-wages",
  version: "1",
  listName: NATIONAL_LISTS["unpaid-wages"],
  area: 3,
  legalBasis: [
    {
      citation: cite("wages", "第四十八条"),
      rank: "administrative-regulation",
      inForceFrom: parseDay("2020-05-01"),
      inForceTo: null,
    },
    {
      citation: cite("order45", "第五条"),
      rank: "ministry-rule",
      inForceFrom: parseDay("2022-01-01"),
      inForceTo: null,
    },
  ],
  readiness: "own",
  competentLevels: ["county", "city", "region"],
  upperConsent: false,
  partyKinds: ["legal-person", "unincorporated-organization", "natural-person"],
  coListedRoles: ["legal-representative", "responsible-manager", "other-responsible"],
  basisDocumentKinds: ["correction-order", "handling-decision"],
  finalityRequired: false,
  criteria: [
    {
      id: "overdue",
      title: "经人力资源社会保障行政部门依法责令限期支付工资，逾期未支付",
      citation: cite("order45", "第五条"),
      group: "all",
    },
    {
      id: "amount",
      title:
        "拖欠数额达到认定拒不支付劳动报酬罪的标准：拖欠一名劳动者三个月以上劳动报酬且数额达到五千元至二万元以上，或者拖欠十名以上劳动者且累计数额达到三万元至十万元以上（本地区执行的具体数额在上述幅度内另行确定，本规则包按幅度上限掌握）",
      citation: cite("unpaidWages", "第三条"),
      group: "any-of:gravity",
    },
    {
      id: "incident",
      title: "因拖欠农民工工资引发群体性事件、极端事件，造成严重不良社会影响",
      citation: cite("order45", "第五条"),
      group: "any-of:gravity",
    },
  ],
  hearing: false,
  values: VALUES,
  mandatoryValues: EVERY_VALUE,
  earlyRemoval: {
    conflict: [
      {
        id: "order45",
        title: "部门规章：支付拖欠工资并整改后满六个月",
        length: 6,
        unit: "month",
        startEvent: "correction",
        citations: [cite("order45", "关于提前移出的规定", "verified-secondary")],
      },
      ONE_YEAR,
    ],
    choice: null,
  },
  personDisplayBasis: {
    value: null,
    citations: [cite("wuzhou", "（五）")],
    note: "责任人员依部门规章列入名单并共享给实施单位；未查到要求向社会公开个人信息的法律、法规或者国务院决定、命令，非经本人同意不向社会公示",
  },
  allowedMeasureIds: ["M03", "M03-2", "M13"],
  calendarRegion: "CN-GX",
  remedies: USUAL_REMEDIES,
  bannedWords: [],
};
