/**
 * The lists that have a national basis or are named in national law (严重失信主体名单), by identifier.
 * Whether a list may be decided here is said by its law pack, not by its place in this table.
 */
export const NATIONAL_LISTS = {
  "market-regulation": "市场监督管理严重违法失信名单",
  "unpaid-wages": "拖欠农民工工资失信联合惩戒对象名单",
  "major-tax": "重大税收违法失信主体名单",
  "social-insurance": "社会保险领域严重失信人名单",
  "work-safety": "安全生产严重失信主体名单",
  "culture-tourism": "文化和旅游市场严重失信主体名单",
  "government-procurement": "政府采购严重违法失信行为记录名单",
  statistics: "统计严重失信企业名单",
  "social-organizations": "社会组织严重违法失信名单",
  "judgment-defaulters": "失信被执行人名单",
  "medical-insurance": "医疗保障领域严重失信主体名单",
  "national-defense": "履行国防义务严重失信主体名单",
  "intellectual-property": "知识产权领域严重违法失信名单",
  "fire-safety": "消防安全领域严重失信主体名单",
  "telecom-fraud": "电信网络诈骗严重失信主体名单",
} as const;

/** A national list by its identifier, or a local one that has gone through adoption (地方名单). */
export type ListId = keyof typeof NATIONAL_LISTS | `local/${string}`;
