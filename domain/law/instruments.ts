import type { Citation, Mark } from "./citation.ts";

/** Every instrument that a rule, term, measure or pack cites (法律文件), by a short key. */
export const INSTRUMENTS = {
  wuzhou: "梧州市关于进一步完善失信约束制度构建诚信建设长效机制的实施细则",
  opinion49:
    "国务院办公厅关于进一步完善失信约束制度构建诚信建设长效机制的指导意见（国办发〔2020〕49号）",
  plan22: "国务院办公厅关于进一步完善信用修复制度的实施方案（国办发〔2025〕22号）",
  order36: "信用修复管理办法（国家发展改革委令第36号）",
  order45: "拖欠农民工工资失信联合惩戒对象名单管理暂行办法（人社部令第45号）",
  order44: "国家市场监督管理总局令第44号（市场监督管理严重违法失信名单）",
  order11: "应急管理部令第11号（安全生产严重失信主体名单）",
  order7: "文化和旅游市场信用管理规定（文化和旅游部令第7号）",
  order60: "民政部令第60号（社会组织信用信息）",
  order35: "国家统计局令第35号（统计严重失信企业）",
  procurementLaw: "中华人民共和国政府采购法",
  procurementRegulation: "中华人民共和国政府采购法实施条例",
  procurementNotice: "财办库〔2014〕526号（政府采购严重违法失信行为信息记录）",
  militaryService: "中华人民共和国兵役法",
  wages: "保障农民工工资支付条例",
  penaltyLaw: "中华人民共和国行政处罚法",
  reconsiderationLaw: "中华人民共和国行政复议法",
  litigationLaw: "中华人民共和国行政诉讼法",
  litigationReading: "最高人民法院关于适用《中华人民共和国行政诉讼法》的解释（法释〔2018〕1号）",
  signatureLaw: "中华人民共和国电子签名法",
  civilProcedure: "中华人民共和国民事诉讼法",
  civilCode: "中华人民共和国民法典",
  unpaidWages:
    "最高人民法院关于审理拒不支付劳动报酬刑事案件适用法律若干问题的解释（法释〔2013〕3号）",
  piPenalties: "市场监督管理行政处罚信息公示规定（市场监管总局令第45号）",
  order54: "国家税务总局令第54号（重大税收违法失信主体）",
  judgmentDefaulters: "最高人民法院关于公布失信被执行人名单信息的若干规定（法释〔2017〕7号）",
  ipCredit: "国家知识产权局知识产权信用管理规定",
  socialInsurance: "社会保险经办条例",
  medicalFunds: "医疗保障基金使用监督管理条例",
  telecomFraudLaw: "中华人民共和国反电信网络诈骗法",
  legislationLaw: "中华人民共和国立法法",
  guangxi: "广西壮族自治区社会信用条例",
  product: "本系统采用的解读",
} as const;

export type InstrumentKey = keyof typeof INSTRUMENTS;

/** Builds a citation: `cite("wuzhou", "（九）")` was read in the text itself unless another mark is given. */
export function cite(
  instrument: InstrumentKey,
  article: string,
  mark: Mark = "verified-primary",
): Citation {
  return { instrument: INSTRUMENTS[instrument], article, mark };
}
