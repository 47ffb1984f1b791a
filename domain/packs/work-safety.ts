import { parseDay } from "../deadlines/calendar-day.ts";
import { cite } from "../law/instruments.ts";
import type { LawPack } from "./law-pack.ts";
import { NATIONAL_LISTS } from "./list-id.ts";
import {
  EVERY_VALUE,
  nationalValues,
  NO_PERSON_SHOWN,
  ONE_YEAR,
  USUAL_REMEDIES,
} from "./national-values.ts";

/**
 * The pack of the work-safety list (安全生产严重失信主体名单), as shipped.
 *
 * Seven of its nine cases are known from a secondary source, two are not; they are not in the criteria. The fire service is not in
 * its scope.
 */
export const WORK_SAFETY_PACK: LawPack = {
  listId: "work-safety",
  version: "1",
  listName: NATIONAL_LISTS["work-safety"],
  area: 1,
  legalBasis: [
    {
      citation: cite("order11", "第二条至第五条"),
      rank: "ministry-rule",
      inForceFrom: parseDay("2023-10-01"),
      inForceTo: null,
    },
  ],
  readiness: "own",
  competentLevels: ["county", "city", "region"],
  upperConsent: false,
  partyKinds: ["legal-person", "unincorporated-organization", "natural-person"],
  mainRole: "subject",
  coListedRoles: ["legal-representative", "responsible-manager", "other-responsible"],
  basisDocumentKinds: ["penalty-decision"],
  finalityRequired: false,
  criteria: [
    {
      id: "penalized",
      title: "受到行政处罚并且性质恶劣、情节严重",
      citation: cite("order11", "关于列入情形的规定", "verified-secondary"),
      group: "all",
    },
    {
      id: "major-accident",
      title: "发生特别重大、重大生产安全事故的单位、主要负责人和其他责任人员",
      citation: cite("order11", "关于列入情形的规定", "verified-secondary"),
      group: "any-of:case",
    },
    {
      id: "two-accidents",
      title: "十二个月内累计发生两起以上较大生产安全事故",
      citation: cite("order11", "关于列入情形的规定", "verified-secondary"),
      group: "any-of:case",
    },
    {
      id: "multiple-fine",
      title:
        "发生事故，情节特别严重、影响特别恶劣，被依照安全生产法第一百一十四条处以二倍以上五倍以下罚款",
      citation: cite("order11", "关于列入情形的规定", "verified-secondary"),
      group: "any-of:case",
    },
    {
      id: "concealment",
      title: "瞒报、谎报生产安全事故",
      citation: cite("order11", "关于列入情形的规定", "verified-secondary"),
      group: "any-of:case",
    },
    {
      id: "desertion",
      title: "主要负责人在事故发生后不立即组织抢救、擅离职守或者逃匿",
      citation: cite("order11", "关于列入情形的规定", "verified-secondary"),
      group: "any-of:case",
    },
    {
      id: "no-permit",
      title: "未依法取得许可，或者许可被暂扣、吊销期间从事生产经营活动",
      citation: cite("order11", "关于列入情形的规定", "verified-secondary"),
      group: "any-of:case",
    },
    {
      id: "false-report",
      title: "评价、认证、检测、检验机构租借资质、挂靠、出具虚假报告",
      citation: cite("order11", "关于列入情形的规定", "verified-secondary"),
      group: "any-of:case",
    },
  ],
  hearing: false,
  values: nationalValues({
    defense: [cite("order11", "关于告知的规定", "verified-secondary")],
    objection: [cite("order11", "关于异议处理的规定", "verified-secondary")],
    listingTerm: {
      value: { length: 3, unit: "year" },
      citations: [cite("order11", "关于列入期限的规定", "verified-secondary")],
      note: "期满由作出列入决定的部门移出，停止公示并解除措施",
    },
  }),
  mandatoryValues: EVERY_VALUE,
  earlyRemoval: {
    conflict: [
      {
        ...ONE_YEAR,
        id: "order11",
        title: "列入满十二个月（与全国统一的最短公示期一致）",
        citations: [
          cite("order11", "关于提前移出的规定", "verified-secondary"),
          ...ONE_YEAR.citations,
        ],
      },
    ],
    choice: null,
  },
  restorationBasis: [cite("order11", "关于提前移出中弄虚作假的规定", "verified-secondary")],
  personDisplayBasis: NO_PERSON_SHOWN,
  allowedMeasureIds: ["M09", "M10", "M25"],
  calendarRegion: "CN-GX",
  remedies: USUAL_REMEDIES,
  bannedWords: [],
};
