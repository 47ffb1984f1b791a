import type { ActForm } from "../act-form.ts";
import { printCitation } from "../../../../domain/law/citation.ts";
import { printLength } from "../../../../domain/deadlines/explain.ts";
import { RadioGroup, SelectField } from "../../../components/choice-fields.tsx";
import { FileField } from "../../../components/file-field.tsx";
import { DayField, TextArea, TextField } from "../../../components/text-fields.tsx";

/** 登记履行义务情况. */
export const recordFulfilment: ActForm = {
  files: true,
  start: ({ today }) => ({ fulfilledOn: today }),
  fields: () => (
    <>
      <DayField name="fulfilledOn" label="履行完毕之日" />
      <TextArea name="remark" label="履行情况" rows={3} />
      <FileField name="evidence" label="履行的证明" />
    </>
  ),
  read: (check) => ({
    fulfilledOn: check.day("fulfilledOn", "请填写履行完毕之日"),
    remark: check.text("remark", "请写明履行情况"),
    evidence: check.evidence("evidence", "履行义务证明", "document", "请上传履行的证明"),
  }),
};

const STARTS = { decision: "自作出列入决定之日", correction: "自完成整改之日" } as const;

/** 选择适用的提前移出期限. */
export const chooseConflictingSource: ActForm = {
  fields: ({ pack }) => (
    <>
      <p>以下依据对提前移出的最短期限规定不一致，由法制负责人选择适用并说明理由。</p>
      <RadioGroup
        name="sourceId"
        label="适用的依据"
        choices={pack.earlyRemoval.conflict.map((source) => ({
          value: source.id,
          label: source.title,
          hint: `${STARTS[source.startEvent]}起${printLength(source.length, source.unit)}；${source.citations.map(printCitation).join("；")}`,
        }))}
      />
      <TextArea name="reasons" label="适用该依据的理由" rows={3} />
    </>
  ),
  read: (check) => ({
    sourceId: check.text("sourceId", "请选择适用的依据"),
    reasons: check.text("reasons", "请写明适用该依据的理由"),
  }),
};

/** 申请信用修复, free of charge. */
export const applyForRepair: ActForm = {
  files: true,
  fields: () => (
    <>
      <p>申请信用修复不收取任何费用。受理机关在3个工作日内决定是否受理。</p>
      <TextArea
        name="statement"
        label="申请事项和理由"
        hint="写明已经履行的义务和采取的整改措施"
        rows={5}
      />
      <FileField name="pledge" label="信用承诺书" />
      <FileField name="evidence" label="履行义务、整改的证明材料" optional multiple />
    </>
  ),
  read: (check) => ({
    statement: check.text("statement", "请写明申请事项和理由"),
    pledge: check.evidence("pledge", "信用承诺书", "statement", "请上传信用承诺书"),
    evidence: check.evidenceList("evidence", "修复申请材料", "document"),
  }),
};

/** 登记依据文书被撤销. */
export const recordBasisAnnulled: ActForm = {
  files: true,
  grave: true,
  confirm: "登记后，未公示的案件终止，公示中的立即停止展示。确定登记吗？",
  start: ({ today }) => ({ annulledOn: today }),
  fields: ({ file }) => (
    <>
      <SelectField
        name="documentId"
        label="被撤销的依据文书"
        empty="请选择"
        choices={file.basisDocuments
          .filter((each) => each.annulledOn === null)
          .map((each) => ({ value: each.documentId, label: each.number }))}
      />
      <TextField name="organ" label="作出撤销的机关" short />
      <TextField name="number" label="撤销文书文号" short />
      <DayField name="annulledOn" label="撤销日" />
      <FileField name="evidence" label="撤销文书" />
    </>
  ),
  read: (check) => ({
    documentId: check.text("documentId", "请选择被撤销的依据文书"),
    organ: check.text("organ", "请填写作出撤销的机关"),
    number: check.text("number", "请填写撤销文书文号"),
    annulledOn: check.day("annulledOn", "请填写撤销日"),
    evidence: check.evidence("evidence", "撤销文书", "document", "请上传撤销文书"),
  }),
};

/** 改按新版规则包办理. */
export const moveToPackVersion: ActForm = {
  fields: ({ file, pack }) => (
    <>
      <p>
        本案现按规则包第{file.packVersion}版办理。启用的版本见
        <a href={`/law/packs/${encodeURIComponent(pack.listId)}`}>{pack.listName}规则包</a>
        。改版后未届满的期限随即重新计算。
      </p>
      <TextField name="version" label="改按的版本" hint="例如：1.2" short maxLength={40} />
      <TextArea name="reasons" label="理由" rows={3} />
    </>
  ),
  read: (check) => ({
    version: check.text("version", "请填写改按的版本"),
    reasons: check.text("reasons", "请写明理由"),
  }),
};
