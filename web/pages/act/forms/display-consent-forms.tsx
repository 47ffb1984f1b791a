import { Tick } from "../../../components/choice-fields.tsx";
import { FileField } from "../../../components/file-field.tsx";
import { DayField, TextArea, TextField } from "../../../components/text-fields.tsx";
import type { ActForm } from "../act-form.ts";

/** 同意向社会公示: what it means is told before it is asked, and that nobody has to. */
export const consentToDisplay: ActForm = {
  files: true,
  start: ({ today }) => ({ consentedOn: today, purpose: "向社会公示本人的列入信息" }),
  fields: ({ isParty }) => (
    <>
      <p>
        法律、法规没有规定须向社会公示您的列入信息，没有您的同意就只共享给实施措施的单位。同意与否由您自己决定，不影响案件的处理结果；
        同意后公示的姓名和证件号码经过脱敏处理，您可以随时撤回，撤回后各公示渠道即予撤下。
      </p>
      <DayField name="consentedOn" label="同意的日期" />
      <TextField name="purpose" label="同意的目的" />
      <DayField
        name="endsOn"
        label="同意的截止日"
        hint="到期自动停止公示；不得没有期限，也不超过五年"
      />
      <Tick name="voluntary" label="本人自愿，没有强制或者捆绑" />
      {isParty ? null : <FileField name="evidence" label="当事人签名的同意书" />}
    </>
  ),
  read: (check, { isParty }) => ({
    consentedOn: check.day("consentedOn", "请填写同意的日期"),
    purpose: check.optionalText("purpose"),
    endsOn: check.optionalDay("endsOn"),
    voluntary: check.optionalText("voluntary") === "yes",
    evidence: isParty
      ? null
      : check.evidence("evidence", "公示同意书", "statement", "请上传当事人签名的同意书"),
  }),
};

/** 撤回公示的同意. */
export const revokeDisplayConsent: ActForm = {
  fields: () => (
    <TextArea
      name="remark"
      label="说明"
      optional
      hint="撤回后各公示渠道即予撤下，仍共享给实施措施的单位"
      rows={2}
    />
  ),
  read: (check) => ({ remark: check.optionalText("remark") }),
};
