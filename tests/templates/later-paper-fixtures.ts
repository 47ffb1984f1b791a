import { parseDay } from "../../domain/deadlines/calendar-day.ts";
import type { PaperDataByKind } from "../../templates/papers/data-by-kind.ts";
import {
  company,
  LIST,
  partyDetails,
  contact,
  remedies,
  decision,
  channels,
} from "./paper-parts.ts";

/** Complete data of the papers that correct or undo a listing. */
export const PAPERS_AFTER_LISTING: Pick<
  PaperDataByKind,
  | "harm-repair-certificate"
  | "objection-answer"
  | "correction-decision"
  | "annulment-decision"
  | "repair-acceptance-notice"
> = {
  "repair-acceptance-notice": {
    ...company,
    number: "苍人社修受〔2027〕1号",
    issuedOn: parseDay("2027-04-01"),
    listName: LIST,
    partyDetails,
    listingDecision: decision,
    appliedOn: parseDay("2027-03-29"),
    acceptedOn: parseDay("2027-04-01"),
    materials: ["信用承诺书", "工资支付凭证"],
    legalBasis: ["《信用修复管理办法（国家发展改革委令第36号）》"],
    resultTerm: "十个工作日",
    resultBy: parseDay("2027-04-13"),
    resultBasis: "《国务院办公厅关于进一步完善信用修复制度的实施方案（国办发〔2025〕22号）》",
    freeOfChargeBasis: "《梧州市关于进一步完善失信约束制度构建诚信建设长效机制的实施细则》（十三）",
    contact,
  },
  "harm-repair-certificate": {
    ...company,
    number: "苍人社消证字〔2026〕1号",
    issuedOn: parseDay("2026-07-15"),
    listName: LIST,
    partyDetails,
    listingDecision: decision,
    annulmentDecision: {
      title: "撤销列入严重失信主体名单决定书",
      number: "苍人社撤列字〔2026〕1号",
      issuedOn: parseDay("2026-07-13"),
    },
    recalledFrom: channels,
    undone: [
      { item: "实施单位确认解除措施（限制参加政府采购）", result: "财政部门已于7月14日解除" },
      { item: "公开说明列入有误", result: "已在原公示渠道公开说明" },
      { item: "查明据以作出的其他决定", result: "经查没有据以作出的其他决定" },
    ],
    statement: "因责令支付的文书被撤销，列入有误，特此致歉",
    legalBasis: ["《梧州市关于进一步完善失信约束制度构建诚信建设长效机制的实施细则》（九）"],
    inquiryPhone: "0774-0000000",
  },
  "objection-answer": {
    ...company,
    number: "苍人社异告字〔2026〕1号",
    issuedOn: parseDay("2026-05-14"),
    listName: LIST,
    listingDecision: decision,
    objectedOn: parseDay("2026-05-11"),
    objector: "你单位",
    disputedItem: "事由与依据",
    statement: "公示的拖欠人数有误，应为28人",
    findings: "经核对工资台账和考勤记录，拖欠工资的农民工为28人",
    outcome: "公示信息有误，予以更正",
    reasons: "原列入决定的人数计入了已经离场的2人",
    consequence: "更正的内容见同日作出的更正决定书，更正后的信息在各公示渠道替换原信息",
    legalBasis: ["《梧州市关于进一步完善失信约束制度构建诚信建设长效机制的实施细则》（九）"],
    contact,
  },
  "correction-decision": {
    ...company,
    number: "苍人社更决字〔2026〕1号",
    issuedOn: parseDay("2026-05-14"),
    listName: LIST,
    partyDetails,
    listingDecision: decision,
    objectedOn: parseDay("2026-05-11"),
    findings: "经核对工资台账和考勤记录，拖欠工资的农民工为28人",
    reasons: "原列入决定的人数计入了已经离场的2人",
    corrections: [
      { item: "列入事由", was: "拖欠30名农民工工资", is: "拖欠28名农民工工资" },
      { item: "失信惩戒措施", was: "限制参加政府采购", is: "（无）" },
    ],
    legalBasis: ["《梧州市关于进一步完善失信约束制度构建诚信建设长效机制的实施细则》（九）"],
    channels,
    remedies,
  },
  "annulment-decision": {
    ...company,
    number: "苍人社撤列字〔2026〕1号",
    issuedOn: parseDay("2026-07-10"),
    listName: LIST,
    partyDetails,
    listingDecision: decision,
    findings: ["作为列入依据的限期整改指令书已于2026年7月8日被苍梧县人民政府复议决定撤销。"],
    reasons: ["列入决定所依据的文书已被撤销，列入失去事实依据。"],
    legalBasis: ["《梧州市关于进一步完善失信约束制度构建诚信建设长效机制的实施细则》（九）"],
    withdrawnBy: parseDay("2026-07-15"),
    withdrawnByBasis: "参照《中华人民共和国行政处罚法》第四十八条",
    channels,
    liftedMeasures: [],
    harmRepair: [
      "通知全部收到列入信息的单位删除信息，并取得删除回执；",
      "在原公示渠道公开说明撤回的理由。",
    ],
    compensation:
      "你单位认为合法权益受到损害的，可以依照《中华人民共和国国家赔偿法》的规定向本机关提出赔偿请求。",
    remedies,
  },
};
