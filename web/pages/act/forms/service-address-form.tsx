import type { ActForm } from "../act-form.ts";
import { Tick } from "../../../components/choice-fields.tsx";
import { FileField } from "../../../components/file-field.tsx";
import { DayField, TextArea, TextField } from "../../../components/text-fields.tsx";

/** 确认送达地址: the consequences are told before the address is given. */
export const confirmServiceAddress: ActForm = {
  files: true,
  start: ({ today }) => ({ confirmedOn: today }),
  fields: ({ isParty }) => (
    <>
      <p>
        确认的送达地址适用于本案的各项文书。地址变更的，应当及时书面告知本机关；没有告知的，按已确认的地址送达。
        新的确认书代替以前的确认书。
      </p>
      <TextField name="recipient" label="收件人" short />
      <TextArea name="address" label="送达地址" rows={2} />
      <TextField name="phone" label="联系电话" short />
      <Tick
        name="electronic"
        label="同意电子送达"
        hint="同意后文书可以只发送到下面的电子地址；不同意的，文书以其他方式送达"
      />
      <TextField
        name="electronicAddress"
        label="电子地址"
        optional
        hint="同意电子送达的须填写，例如电子邮箱、传真号"
      />
      <DayField name="confirmedOn" label="确认日期" />
      {isParty ? null : <FileField name="evidence" label="当事人签名或者盖章的确认书" />}
    </>
  ),
  read: (check, { isParty }) => {
    const electronic = check.optionalText("electronic") === "yes";
    const electronicAddress = check.optionalText("electronicAddress");
    if (electronic && electronicAddress === "") {
      check.complain("electronicAddress", "同意电子送达的，请填写电子地址");
    }
    return {
      recipient: check.text("recipient", "请填写收件人"),
      address: check.text("address", "请填写送达地址"),
      phone: check.text("phone", "请填写联系电话"),
      electronic,
      electronicAddress,
      confirmedOn: check.day("confirmedOn", "请填写确认日期"),
      evidence: isParty
        ? null
        : check.evidence("evidence", "送达地址确认书", "statement", "请上传签名的确认书"),
    };
  },
};
