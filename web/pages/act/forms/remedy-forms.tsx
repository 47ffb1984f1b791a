import type { ActForm } from "../act-form.ts";
import { REMEDY_KINDS, REMEDY_OUTCOMES } from "../../../../domain/case-file/remedy.ts";
import { REMEDY_KIND_TITLES, REMEDY_OUTCOME_TITLES } from "../../../../domain/glossary.ts";
import { CheckboxGroup, RadioGroup, Tick } from "../../../components/choice-fields.tsx";
import { FileField } from "../../../components/file-field.tsx";
import { DayField, TextField } from "../../../components/text-fields.tsx";

/** 登记复议、诉讼. */
export const registerRemedy: ActForm = {
  files: true,
  start: ({ today }) => ({ receivedOn: today }),
  fields: () => (
    <>
      <p>
        复议的答复期限自收到副本之日起计算；诉讼的答辩期限以法院通知为准。完整案卷可以在案卷页下载。
      </p>
      <RadioGroup
        name="remedy"
        label="救济途径"
        choices={REMEDY_KINDS.map((value) => ({ value, label: REMEDY_KIND_TITLES[value] }))}
      />
      <TextField name="organ" label="复议机关或者法院" />
      <TextField name="number" label="案号" short />
      <DayField name="receivedOn" label="收到申请书（起诉状）副本之日" />
      <Tick name="simplified" label="复议适用简易程序" hint="简易程序的答复期限为五个工作日" />
      <FileField name="evidence" label="答复（应诉）通知书和副本" />
    </>
  ),
  read: (check) => ({
    remedy: check.oneOf("remedy", REMEDY_KINDS, "请选择救济途径"),
    organ: check.text("organ", "请填写复议机关或者法院"),
    number: check.text("number", "请填写案号"),
    receivedOn: check.day("receivedOn", "请填写收到副本之日"),
    simplified: check.optionalText("simplified") === "yes",
    evidence: check.evidence("evidence", "答复（应诉）通知书", "document", "请上传通知书和副本"),
  }),
};

/** 登记复议、诉讼答复. */
export const answerRemedy: ActForm = {
  files: true,
  start: ({ today }) => ({ answeredOn: today }),
  fields: () => (
    <>
      <DayField name="answeredOn" label="提交答复、证据和依据之日" />
      <FileField name="evidence" label="答复书和提交回执" />
    </>
  ),
  read: (check) => ({
    answeredOn: check.day("answeredOn", "请填写提交日"),
    evidence: check.evidence("evidence", "答复书和回执", "document", "请上传答复书和回执"),
  }),
};

/** 登记停止执行. */
export const suspendEnforcement: ActForm = {
  files: true,
  start: ({ today }) => ({ orderedOn: today }),
  confirm: "登记后立即停止公示，通知实施单位暂停措施；列入期限不顺延。确定登记吗？",
  fields: () => (
    <>
      <TextField name="number" label="停止执行决定（裁定）文号" short />
      <DayField name="orderedOn" label="决定日" />
      <FileField name="evidence" label="停止执行决定（裁定）" />
    </>
  ),
  read: (check) => ({
    number: check.text("number", "请填写文号"),
    orderedOn: check.day("orderedOn", "请填写决定日"),
    evidence: check.evidence("evidence", "停止执行决定", "document", "请上传停止执行决定"),
  }),
};

/** 登记恢复执行. */
export const resumeEnforcement: ActForm = {
  files: true,
  start: ({ today }) => ({ resumedOn: today }),
  fields: () => (
    <>
      <TextField name="number" label="恢复执行文书文号" short />
      <DayField name="resumedOn" label="恢复日" />
      <FileField name="evidence" label="恢复执行文书" />
    </>
  ),
  read: (check) => ({
    number: check.text("number", "请填写文号"),
    resumedOn: check.day("resumedOn", "请填写恢复日"),
    evidence: check.evidence("evidence", "恢复执行文书", "document", "请上传恢复执行文书"),
  }),
};

/** 登记复议、诉讼结果. */
export const recordRemedyOutcome: ActForm = {
  files: true,
  grave: true,
  confirm: "登记后立即按结果执行：撤销、确认违法的停止公示。确定登记吗？",
  start: ({ today }) => ({ decidedOn: today }),
  fields: ({ file }) => (
    <>
      <RadioGroup
        name="outcome"
        label="处理结果"
        choices={REMEDY_OUTCOMES.map((value) => ({ value, label: REMEDY_OUTCOME_TITLES[value] }))}
      />
      <TextField name="number" label="复议决定（裁判）文号" short />
      <DayField name="decidedOn" label="作出日" />
      <CheckboxGroup
        name="keptMeasureIds"
        label="变更的，勾选保留的措施"
        choices={(file.proposal?.measures ?? []).map((each) => ({
          value: each.rowId,
          label: `${each.rowId}（${each.article}）`,
        }))}
      />
      <FileField name="evidence" label="复议决定书（裁判文书）" />
    </>
  ),
  read: (check) => ({
    outcome: check.oneOf("outcome", REMEDY_OUTCOMES, "请选择处理结果"),
    number: check.text("number", "请填写文号"),
    decidedOn: check.day("decidedOn", "请填写作出日"),
    keptMeasureIds: check.texts("keptMeasureIds"),
    evidence: check.evidence("evidence", "复议决定书（裁判文书）", "document", "请上传文书"),
  }),
};
