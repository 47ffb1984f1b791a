import type {
  BasisDocument,
  ChosenMeasure,
  Evidence,
  Grounds,
  ProposedDecision,
} from "../../domain/case-file/content.ts";
import { parseDay } from "../../domain/deadlines/calendar-day.ts";
import { STARTER_EDITION } from "../../domain/measures/starter-row.ts";

/** A piece of evidence with a given id; its bytes don't matter to the law. */
export function evidenceOf(evidenceId: string, title = "示例证据"): Evidence {
  return {
    evidenceId,
    title,
    kind: "document",
    blobHash: "0".repeat(64),
    fileName: `${evidenceId}.pdf`,
    mediaType: "application/pdf",
  };
}

/** The order to pay of scenario S1: served 2026-03-02, limit 03-12. */
export const ORDER_TO_PAY: BasisDocument = {
  documentId: "order",
  kind: "correction-order",
  number: "苍人社监令字〔2026〕第1号",
  issuingOrgan: "【虚构】苍梧县人力资源和社会保障局",
  issuedOn: parseDay("2026-03-02"),
  effectiveOn: parseDay("2026-03-02"),
  servedOn: parseDay("2026-03-02"),
  complianceEndsOn: parseDay("2026-03-12"),
  finality: "open",
  evidenceId: "order-scan",
};

export const GROUNDS: Grounds = {
  criteria: [
    {
      criterionId: "overdue",
      facts: "责令限期支付，至2026年3月12日逾期未支付",
      evidenceIds: ["order-scan"],
    },
    {
      criterionId: "amount",
      facts: "拖欠18名劳动者报酬共412000元",
      evidenceIds: ["payroll"],
    },
  ],
  reasons: "经责令限期支付逾期未支付，数额达到规定标准",
};

/** The limit on bidding (M03), chosen with a full test of proportionality. */
export const BIDDING_LIMIT: ChosenMeasure = {
  rowId: "M03",
  edition: STARTER_EDITION.id,
  article: "第四十八条",
  proportionality: {
    gravity: 3,
    link: "拖欠工资发生在承包工程中，与投标活动直接相关",
    milderAlternative: "约谈、责令后仍不支付，较轻措施不足以防止再次拖欠",
  },
};

/** The bar from the civil service (M13): not yet ticked off in the national list, so it may not be used. */
export const CIVIL_SERVICE_BAR: ChosenMeasure = {
  ...BIDDING_LIMIT,
  rowId: "M13",
  article: "第二十六条",
};

export const DECISION_TO_LIST: ProposedDecision = {
  outcome: "list",
  reasons: "符合列入标准，申辩意见已逐条核实",
  measures: [BIDDING_LIMIT],
  removalConditions: "支付全部拖欠工资，期满或者符合提前移出条件",
  removalProcedure: "期满自动移出；提前移出的，向作出决定的机关免费申请",
};

export const DECISION_NOT_TO_LIST: ProposedDecision = {
  outcome: "not-list",
  reasons: "经核实，当事人不负责工资支付",
  measures: [],
  removalConditions: "",
  removalProcedure: "",
};
