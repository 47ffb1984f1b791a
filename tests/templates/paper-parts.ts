import { parseDay } from "../../domain/deadlines/calendar-day.ts";
import type { ContactData, MeasureData, RemediesData } from "../../templates/papers/paper-data.ts";

/** Invented throughout: the wage case of a company that does not exist. */
export const company = {
  you: "你单位",
  caseNumber: "苍人社列案〔2026〕1号",
  authorityName: "苍梧县人力资源和社会保障局",
  sealName: "苍梧县人力资源和社会保障局",
  addresseeName: "【虚构】梧州云雀示例劳务有限公司",
  addresseeIdentifierLabel: "统一社会信用代码",
  addresseeIdentifier: "91450421MA5XXXXX0X",
  checkUrl: "https://mingdan.example.gov.cn/check/K7QF-3M9T-XW2H",
  specimen: true,
} as const;

export const LIST = "拖欠农民工工资失信联合惩戒对象名单";

export const partyDetails = [
  { label: "住所", text: "广西壮族自治区梧州市苍梧县【虚构】示例大道1号" },
  { label: "法定代表人", text: "【虚构】覃某" },
];

export const contact: ContactData = {
  unit: "苍梧县人力资源和社会保障局劳动保障监察大队",
  address: "苍梧县【虚构】政务路8号",
  phone: "0774-0000000",
};

export const measures: MeasureData[] = [
  {
    name: "依法限制参加招标投标活动",
    basis: "《保障农民工工资支付条例》第四十八条",
    implementer: "有关行政监督部门",
    term: "列入期间",
  },
  {
    name: "依法限制取得政府资金支持",
    basis: "《保障农民工工资支付条例》第四十八条",
    implementer: "有关主管部门",
    term: null,
  },
];

export const remedies: RemediesData = {
  reconsiderationOrgan: "苍梧县人民政府",
  reconsiderationTerm: "六十日",
  reconsiderationBasis: "《中华人民共和国行政复议法》第二十条、第二十四条",
  reconsiderationOnlineChannel: null,
  court: "【虚构】示例人民法院",
  litigationTerm: "六个月",
  litigationBasis: "《中华人民共和国行政诉讼法》第四十六条",
};

export const legalBasis = [
  "《保障农民工工资支付条例》第四十八条",
  "《拖欠农民工工资失信联合惩戒对象名单管理暂行办法（人社部令第45号）》第五条",
];

export const facts = [
  "你单位承建【虚构】示例安置房项目期间，拖欠李䶮㛃、韦𬴂𫖯等18名农民工2025年9月至12月工资，合计412,000元。",
  "本机关于2026年3月2日送达责令限期支付文书，责令你单位于2026年3月12日前支付。期限届满，你单位仍未支付。",
];
export const evidence = [
  "工资支付台账和考勤记录（证据1，共36页）；",
  "责令限期支付文书及送达回证（证据2）；",
  "18名农民工的询问笔录（证据3）。",
];
export const reasons = [
  "你单位经责令限期支付，逾期未支付，且拖欠金额达到认定拒不支付劳动报酬罪数额标准，同时符合列入名单的两项条件。",
];
export const proportionality =
  "拖欠人数较多、数额较大，经责令仍不支付；上述措施与履行工资支付义务直接关联，没有更轻的措施可以达到同样目的。";

export const decision = {
  title: "列入严重失信主体名单决定书",
  number: "苍人社列决字〔2026〕1号",
  issuedOn: parseDay("2026-03-27"),
};

export const liftedMeasures = measures.map(({ name, implementer }) => ({ name, implementer }));
export const channels = [
  "信用中国（广西梧州）",
  "苍梧县人民政府门户网站",
  "苍梧县人力资源和社会保障局网站",
];
