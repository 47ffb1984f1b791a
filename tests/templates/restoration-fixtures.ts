import { parseDay } from "../../domain/deadlines/calendar-day.ts";
import type { PaperDataByKind } from "../../templates/papers/data-by-kind.ts";
import {
  channels,
  company,
  contact,
  decision,
  LIST,
  measures,
  partyDetails,
  remedies,
} from "./paper-parts.ts";

const removalDecision = {
  title: "移出严重失信主体名单决定书",
  number: "苍人社移决〔2027〕1号",
  issuedOn: parseDay("2027-04-06"),
};
const notice = {
  title: "拟恢复列入严重失信主体名单告知书",
  number: "苍人社恢告〔2027〕1号",
  issuedOn: parseDay("2027-05-06"),
};
const matter = {
  ...company,
  listName: LIST,
  partyDetails,
  listingDecision: decision,
  removalDecision,
  findings: ["支付凭证系伪造，经银行核实没有付款"],
  evidence: ["银行核实函"],
  legalBasis: ["《应急管理部令第11号（安全生产严重失信主体名单）》关于提前移出中弄虚作假的规定"],
  listedUntil: parseDay("2029-03-27"),
};

/** Complete data of the papers that restore a listing, or do not. */
export const RESTORATION_PAPERS: Pick<
  PaperDataByKind,
  "restoration-notice" | "restoration-decision" | "restoration-end-notice"
> = {
  "restoration-notice": {
    ...matter,
    number: notice.number,
    issuedOn: notice.issuedOn,
    defenseTerm: "五个工作日",
    defenseTermBasis: "《本系统采用的解读》示例",
    contact,
  },
  "restoration-decision": {
    ...matter,
    number: "苍人社恢决〔2027〕1号",
    issuedOn: parseDay("2027-06-01"),
    notice,
    noticeServedOn: parseDay("2027-05-07"),
    defense: [{ point: "凭证由他人提供", answer: "不予采纳，凭证由你单位提交" }],
    reasons: ["移出所依据的材料不实"],
    channels,
    receivers: ["失信惩戒措施实施单位"],
    measures,
    remedies,
  },
  "restoration-end-notice": {
    ...company,
    number: "苍人社不恢告〔2027〕1号",
    issuedOn: parseDay("2027-05-11"),
    listName: LIST,
    removalDecision,
    notice,
    reasons: ["经核实凭证真实"],
    contact,
  },
};
