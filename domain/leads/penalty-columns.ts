/** A column of the penalty records that authorities publish within seven working days (行政处罚“双公示”数据项). */
export interface PenaltyColumn {
  readonly id: string;
  readonly title: string;
  /** A record cannot do without it; the column must be there, and filled in every row. */
  readonly required: boolean;
}

/**
 * The layout `CF_*` as it is in use (双公示 2018 年版数据项). Its official annex was not at hand: lengths and code tables are not
 * known here, so none is enforced; what is required is what systems of authorities require, and the day of the decision, without which
 * a record can't be told from another.
 */
export const PENALTY_COLUMNS = [
  { id: "CF_XDR_MC", title: "行政相对人名称", required: true },
  { id: "CF_XDR_LB", title: "行政相对人类别", required: true },
  { id: "CF_XDR_SHXYM", title: "统一社会信用代码", required: false },
  { id: "CF_XDR_GSZC", title: "工商注册号", required: false },
  { id: "CF_XDR_ZZJG", title: "组织机构代码", required: false },
  { id: "CF_XDR_SWDJ", title: "税务登记号", required: false },
  { id: "CF_XDR_SYDW", title: "事业单位证书号", required: false },
  { id: "CF_XDR_SHZZ", title: "社会组织登记证号", required: false },
  { id: "CF_FRDB", title: "法定代表人", required: false },
  { id: "CF_FR_ZJLX", title: "法定代表人证件类型", required: false },
  { id: "CF_FR_ZJHM", title: "法定代表人证件号码", required: false },
  { id: "CF_XDR_ZJLX", title: "自然人证件类型", required: false },
  { id: "CF_XDR_ZJHM", title: "自然人证件号码", required: false },
  { id: "CF_WSH", title: "行政处罚决定书文号", required: true },
  { id: "CF_WFXW", title: "违法行为类型", required: false },
  { id: "CF_SY", title: "违法事实", required: false },
  { id: "CF_YJ", title: "处罚依据", required: false },
  { id: "CF_CFLB", title: "处罚类别", required: false },
  { id: "CF_NR", title: "处罚内容", required: false },
  { id: "CF_NR_FK", title: "罚款金额（万元）", required: false },
  { id: "CF_NR_WFFF", title: "没收违法所得、没收非法财物的金额（万元）", required: false },
  { id: "CF_NR_ZKDX", title: "暂扣或吊销证照名称及编号", required: false },
  { id: "CF_JDRQ", title: "处罚决定日期", required: true },
  { id: "CF_YXQ", title: "处罚有效期", required: false },
  { id: "CF_GSJZQ", title: "公示截止期", required: false },
  { id: "CF_CFJG", title: "处罚机关", required: true },
  { id: "CF_CFJGDM", title: "处罚机关统一社会信用代码", required: false },
  { id: "CF_SJLY", title: "数据来源单位", required: false },
  { id: "CF_SJLYDM", title: "数据来源单位统一社会信用代码", required: false },
  { id: "BZ", title: "备注", required: false },
] as const satisfies readonly PenaltyColumn[];

export type PenaltyColumnId = (typeof PENALTY_COLUMNS)[number]["id"];

/** One row as it came: every column that was filled in, without blanks around it. */
export type PenaltyCells = Readonly<Partial<Record<PenaltyColumnId, string>>>;

/** The column's title as people know it. */
export function titleOfColumn(id: PenaltyColumnId): string {
  return PENALTY_COLUMNS.find((column) => column.id === id)?.title ?? id;
}
