import type { ActForm } from "../act-form.ts";
import { Tick } from "../../../components/choice-fields.tsx";
import { FileField } from "../../../components/file-field.tsx";
import { DayField, TextField } from "../../../components/text-fields.tsx";

/** 提交法制审核: nothing to fill in. */
export const submitForReview: ActForm = {
  fields: () => <p>提交后，事由、依据文书、措施不能再修改，由法制审核人员审核。</p>,
  read: () => ({}),
};

/** 登记上级机关同意. */
export const recordUpperConsent: ActForm = {
  files: true,
  start: ({ today }) => ({ consentedOn: today }),
  fields: () => (
    <>
      <TextField name="organ" label="上级机关" short />
      <TextField name="number" label="同意文书文号" short />
      <DayField name="consentedOn" label="同意日" />
      <FileField name="evidence" label="同意文书" />
    </>
  ),
  read: (check) => ({
    organ: check.text("organ", "请填写上级机关"),
    number: check.text("number", "请填写同意文书文号"),
    consentedOn: check.day("consentedOn", "请填写同意日"),
    evidence: check.evidence("evidence", "上级机关同意文书", "document", "请上传同意文书"),
  }),
};

/** 签发决定: the hash of the draft on the page goes along, so that nothing else is signed. */
export const signDecision: ActForm = {
  confirm: "签发后决定即成立，不能收回。确定签发吗？",
  grave: true,
  start: ({ file }) => ({ draftHash: file.proposal?.draftHash ?? "" }),
  fields: ({ file }) => (
    <>
      <p>
        草稿散列：<code>{file.proposal?.draftHash ?? "没有草稿"}</code>
      </p>
      <input type="hidden" name="draftHash" value={file.proposal?.draftHash ?? ""} />
      <Tick name="seen" label="我已阅看以上草稿全文，同意签发" />
    </>
  ),
  read: (check) => {
    if (check.optionalText("seen") !== "yes") {
      check.complain("seen", "请阅看草稿全文后勾选");
    }
    return { draftHash: check.text("draftHash", "没有可以签发的草稿") };
  },
};
