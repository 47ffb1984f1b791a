import { PARTY_KIND_TITLES } from "../../glossary.ts";
import { always, signatureCell, shown, STATE_WORDS, type Column } from "./layout.ts";

/** The columns of a list (名单版式): the least that tells people who is listed, by whom, why, until when, and how it ends. */
export const LIST_COLUMNS: readonly Column[] = [
  always("条目编号", (form) => form.entryId, "entry"),
  always("版本号", (form) => String(form.version), "version"),
  always("状态", (form) => STATE_WORDS[form.state], "state"),
  shown("主体名称", (record) => record.party.name, "name"),
  shown("主体类别", (record) => PARTY_KIND_TITLES[record.party.kind]),
  shown(
    "统一社会信用代码（自然人为脱敏证件号码）",
    (record) => record.party.identifier,
    "identifier",
  ),
  always("名单名称", (form) => form.listName),
  always("名单代码", (form) => form.listId),
  shown("列入事由", (record) => record.grounds),
  shown("列入依据", (record) => record.legalBasis.join("；")),
  shown("认定文书", (record) => record.basisDocuments.join("；")),
  shown("列入决定书文号", (record) => record.decisionNumber),
  shown("列入决定日期", (record) => record.decidedOn),
  shown("认定部门", (record) => record.authorityName),
  shown("失信惩戒措施", (record) => record.measures.map((each) => each.title).join("；")),
  shown("移出条件", (record) => record.removalConditions),
  shown("移出程序", (record) => record.removalProcedure),
  shown("复议机关", (record) => record.reconsiderationOrgan),
  shown("诉讼法院", (record) => record.court),
  shown("公示截止日期", (record) => record.listedThrough, "end-day"),
  shown("异议标注起始日", (record) => record.disputedSince ?? ""),
  shown("更正决定书文号", (record) => record.corrections.map((each) => each.number).join("；")),
  always("移出日期", (form) => form.removal?.removedOn ?? ""),
  { heading: "签名", role: "signature", cell: signatureCell },
];
