/** What a decision says (决定结果). */
export const OUTCOME_TITLES = { list: "列入名单", "not-list": "不予列入" } as const;

/** How a procedure ended (程序结果). */
export const ENDING_TITLES = {
  listed: "已决定列入",
  "not-listed": "已决定不予列入",
  withdrawn: "已终止认定程序",
} as const;

/** Why a party left the list (移出方式). */
export const REMOVAL_TITLES = {
  expiry: "列入期限届满",
  repair: "信用修复，提前移出",
  annulment: "列入决定被撤销",
} as const;

/** Where an application for repair stands (修复申请状态). */
export const REPAIR_STATUS_TITLES = {
  filed: "已提交，待受理",
  accepted: "已受理，待决定",
  refused: "未获准许",
  granted: "已准予移出",
  revoked: "准予移出后被撤销",
} as const;

/** What the channels show (公示状态). */
export const PUBLICATION_STATE_TITLES = {
  none: "未公示",
  shown: "公示中",
  suspended: "已停止展示",
  removed: "已移出",
} as const;

/** What became of a deadline (期限状态). */
export const DEADLINE_STATUS_TITLES = {
  open: "计算中",
  met: "已按期办理",
  paused: "依法中止",
  "met-late": "逾期后已办理",
  passed: "已届满",
  missed: "已逾期，尚未办理",
  lifted: "不再计算",
} as const;

/** Kinds of evidence (证据种类). */
export const EVIDENCE_KIND_TITLES = {
  document: "书证",
  "proof-of-service": "送达证明",
  statement: "陈述、申请",
  photo: "照片",
  record: "笔录",
  other: "其他",
} as const;
