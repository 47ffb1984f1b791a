import type { ActForm } from "../act-form.ts";
import { REVIEW_OPINION } from "./text-forms.tsx";
import { OUTCOME_TITLES } from "../../../words/outcome-titles.ts";
import { RadioGroup, Tick } from "../../../components/choice-fields.tsx";
import { FileField } from "../../../components/file-field.tsx";
import { DayField, TextArea, TextField } from "../../../components/text-fields.tsx";

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

/** 审核同意决定: with whether those in charge are to decide together. */
export const approveDecision: ActForm = {
  fields: () => (
    <>
      <TextArea name="opinion" {...REVIEW_OPINION} />
      <Tick name="deliberation" label="本案重大、复杂，须经集体讨论后签发" />
    </>
  ),
  read: (check) => ({
    opinion: check.text("opinion", `请填写${REVIEW_OPINION.label}`),
    deliberation: check.optionalText("deliberation") === "yes",
  }),
};

const CONCLUSIONS = ["list", "not-list"] as const;

/** 登记集体讨论. */
export const recordDeliberation: ActForm = {
  files: true,
  start: ({ today }) => ({ heldOn: today }),
  fields: () => (
    <>
      <DayField name="heldOn" label="讨论日" />
      <TextArea name="attendees" label="参加人员" hint="写明职务；记录人也写在这里" rows={2} />
      <TextArea name="opinions" label="各人意见" />
      <RadioGroup
        name="conclusion"
        label="讨论结果"
        choices={CONCLUSIONS.map((value) => ({ value, label: OUTCOME_TITLES[value] }))}
      />
      <FileField name="evidence" label="集体讨论记录" />
    </>
  ),
  read: (check) => ({
    heldOn: check.day("heldOn", "请填写讨论日"),
    attendees: check.text("attendees", "请写明参加人员"),
    opinions: check.text("opinions", "请写明各人意见"),
    conclusion: check.oneOf("conclusion", CONCLUSIONS, "请选择讨论结果"),
    evidence: check.evidence("evidence", "集体讨论记录", "record", "请上传集体讨论记录"),
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
