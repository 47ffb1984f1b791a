import { parseDay } from "../../domain/deadlines/calendar-day.ts";
import type { PaperDataByKind } from "../../templates/papers/data-by-kind.ts";
import { company, contact, LIST, partyDetails } from "./paper-parts.ts";

/** Complete data of the papers of defense, verification and legal review. */
export const PAPERS_OF_VERIFICATION: Pick<
  PaperDataByKind,
  | "defense-minutes"
  | "verification-result"
  | "legal-review-opinion"
  | "service-address-confirmation"
> = {
  "service-address-confirmation": {
    ...company,
    number: "苍人社送址〔2026〕1号",
    issuedOn: parseDay("2026-03-16"),
    recipient: "【虚构】覃某",
    address: "广西壮族自治区梧州市苍梧县【虚构】示例大道1号3栋201室",
    phone: "0774-0000001",
    electronic: "同意以电子方式送达本案文书",
    electronicAddress: "party@example.com",
    confirmedOn: parseDay("2026-03-16"),
    confirmedHow: "当事人在纸质确认书上签名或者盖章，确认书归入案卷",
    consequenceBasis:
      "《最高人民法院关于适用《中华人民共和国行政诉讼法》的解释（法释〔2018〕1号）》第五十一条",
    electronicBasis: "《中华人民共和国民事诉讼法》第九十条",
    contact,
  },
  "defense-minutes": {
    ...company,
    number: "苍人社辩录〔2026〕1号",
    issuedOn: parseDay("2026-03-20"),
    listName: LIST,
    partyDetails,
    noticeNumber: "苍人社列告字〔2026〕1号",
    takenAt: "2026年3月20日10时05分",
    place: "苍梧县【虚构】政务路8号二楼接待室",
    speaker: "【虚构】覃某（法定代表人）",
    recorder: "【虚构】陆某",
    points: ["工程款尚未结清，无力支付工资", "其中2名农民工的工资已于2026年1月支付"],
    evidence: ["工资支付凭证"],
    isFinal: true,
    signature: "陈述人核对无误后签名",
  },
  "verification-result": {
    ...company,
    number: "苍人社核告〔2026〕1号",
    issuedOn: parseDay("2026-03-24"),
    listName: LIST,
    noticeNumber: "苍人社列告字〔2026〕1号",
    statedOn: parseDay("2026-03-20"),
    points: [
      {
        point: "工程款尚未结清，无力支付工资",
        outcome: "不予采纳",
        reasons: "工程款是否结清不免除支付农民工工资的义务",
      },
      {
        point: "其中2名农民工的工资已于2026年1月支付。",
        outcome: "采纳",
        reasons: "经核对支付凭证属实，从拖欠金额中扣除。",
      },
    ],
    legalBasis: ["《梧州市关于进一步完善失信约束制度构建诚信建设长效机制的实施细则》（九）"],
    contact,
  },
  "legal-review-opinion": {
    ...company,
    number: "苍人社法审〔2026〕1号",
    issuedOn: parseDay("2026-03-13"),
    listName: LIST,
    submission: "《拟列入严重失信主体名单告知书》草稿",
    points: [
      "由有权的认定部门列入（《保障农民工工资支付条例》第四十八条）",
      "办案、审核、决定分离（《中华人民共和国行政处罚法》第五十八条）",
      "措施与失信行为轻重相当（《梧州市关于进一步完善失信约束制度构建诚信建设长效机制的实施细则》（十一））",
    ],
    checkResult: "系统对上列3项逐项核对，未发现不符合的情形",
    opinion: ["事实清楚，证据充分", "依据准确，程序合法，同意告知"],
    conclusion: "同意",
    reviewer: "【虚构】李某",
    reviewedOn: parseDay("2026-03-13"),
  },
};
