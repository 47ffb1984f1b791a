import { parseDay } from "../../../domain/deadlines/calendar-day.ts";
import type { ListingRecord } from "../../../domain/publication/listing-record.ts";

/** A made-up record of a firm, complete and in clear. */
export const RECORD: ListingRecord = {
  schema: "mingdan.listing/1",
  entryId: "6f0e4d3c-0000-4000-8000-000000000001",
  version: 1,
  state: "shown",
  listId: "unpaid-wages",
  listName: "拖欠农民工工资失信联合惩戒对象名单",
  authorityName: "【示例】苍梧县人力资源和社会保障局",
  decisionNumber: "苍人社列决〔2026〕1号",
  decidedOn: parseDay("2026-03-27"),
  listedThrough: parseDay("2029-03-27"),
  party: {
    kind: "legal-person",
    name: '=【虚构】云雀"示例"公司',
    identifier: "91450421MA5KEXAM0T",
    phone: "13800000000",
    address: "【虚构】苍梧县示例路2号",
    role: "employer",
  },
  grounds: "逾期未支付工资，\n经责令仍不支付",
  legalBasis: ["《保障农民工工资支付条例》第四十八条"],
  basisDocuments: ["责令限期改正文书（苍人社监令〔2026〕1号）"],
  measures: [
    {
      rowId: "M05",
      title: "限制参加政府采购",
      article: "第四十八条",
      implementers: ["财政部门"],
      term: "列入期间",
    },
  ],
  removalConditions: "支付全部工资",
  removalProcedure: "书面申请",
  reconsiderationOrgan: "【虚构】苍梧县人民政府",
  court: "【虚构】苍梧县人民法院",
  removal: null,
  disputedSince: null,
  corrections: [],
};

/** The same of a natural person. */
export const PERSON_RECORD: ListingRecord = {
  ...RECORD,
  party: {
    ...RECORD.party,
    kind: "natural-person",
    name: "欧阳明月",
    identifier: "11010519491231002X",
    role: "legal-representative",
  },
};
