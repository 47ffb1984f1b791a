import type { ActForm } from "../act-form.ts";
import { FileField } from "../../../components/file-field.tsx";
import { DayField, TextArea, TextField } from "../../../components/text-fields.tsx";

/** 登记重整、和解，暂停公示. */
export const suspendForReorganization: ActForm = {
  files: true,
  start: ({ today }) => ({ ruledOn: today }),
  confirm: "登记后立即停止公示，通知实施单位暂停措施；列入期限不顺延。确定登记吗？",
  fields: () => (
    <>
      <p>人民法院裁定批准重整计划、认可和解协议后，依企业申请办理。</p>
      <TextField name="court" label="裁定法院" />
      <TextField name="number" label="裁定书文号" short />
      <DayField name="ruledOn" label="裁定日" />
      <FileField name="evidence" label="裁定书和企业的申请" />
    </>
  ),
  read: (check) => ({
    court: check.text("court", "请填写裁定法院"),
    number: check.text("number", "请填写裁定书文号"),
    ruledOn: check.day("ruledOn", "请填写裁定日"),
    evidence: check.evidence("evidence", "重整、和解裁定书", "document", "请上传裁定书"),
  }),
};

/** 重整、和解结束，恢复公示. */
export const resumeAfterReorganization: ActForm = {
  files: true,
  start: ({ today }) => ({ endedOn: today }),
  fields: () => (
    <>
      <DayField name="endedOn" label="结束之日" />
      <TextArea name="reasons" label="恢复的理由" hint="写明计划执行完毕、终止执行或者其他情况" />
      <FileField name="evidence" label="证明材料" />
    </>
  ),
  read: (check) => ({
    endedOn: check.day("endedOn", "请填写结束之日"),
    reasons: check.text("reasons", "请写明恢复的理由"),
    evidence: check.evidence("evidence", "重整、和解结束的材料", "document", "请上传证明材料"),
  }),
};
