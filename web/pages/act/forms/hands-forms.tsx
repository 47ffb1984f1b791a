import type { ActForm } from "../act-form.ts";
import { RadioGroup } from "../../../components/choice-fields.tsx";
import { FileField } from "../../../components/file-field.tsx";
import { DayField, TextArea, TextField } from "../../../components/text-fields.tsx";

/** 移交承办. */
export const handOverCase: ActForm = {
  fields: () => (
    <>
      <TextField name="officer" label="新承办人的账号" hint="须为本机关的承办人" short />
      <TextArea name="reasons" label="移交的理由" />
    </>
  ),
  read: (check) => ({
    officer: check.text("officer", "请填写新承办人的账号"),
    reasons: check.text("reasons", "请写明移交的理由"),
  }),
};

const OUTCOMES = ["granted", "denied"] as const;

/** 决定承办人是否回避. */
export const answerOfficerObjection: ActForm = {
  fields: ({ file }) => (
    <>
      {file.officerObjection === null ? null : <p>申请回避的理由：{file.officerObjection}</p>}
      <RadioGroup
        name="outcome"
        label="决定"
        choices={[
          { value: "granted", label: "回避，由他人接办" },
          { value: "denied", label: "不回避，继续办理" },
        ]}
      />
      <TextField name="officer" label="接办的承办人的账号（决定回避时填写）" short />
      <TextArea name="reasons" label="决定的理由" />
    </>
  ),
  read: (check) => {
    const outcome = check.oneOf("outcome", OUTCOMES, "请选择决定");
    const officer = check.optionalText("officer");
    if (outcome === "granted" && officer === "") {
      check.complain("officer", "决定回避的，请填写接办的承办人的账号");
    }
    return { outcome, officer, reasons: check.text("reasons", "请写明决定的理由") };
  },
};

/** 登记当事人死亡、终止. */
export const recordPartyEnded: ActForm = {
  files: true,
  grave: true,
  confirm: "登记后程序终止、案件归档。确定登记吗？",
  fields: ({ file }) => {
    const what = file.partyKind === "natural-person" ? "死亡" : "终止（注销、撤销）";
    return (
      <>
        <DayField name="endedOn" label={`当事人${what}之日`} />
        <FileField name="evidence" label={`${what}的证明`} />
      </>
    );
  },
  read: (check) => ({
    endedOn: check.day("endedOn", "请填写日期"),
    evidence: check.evidence("evidence", "当事人死亡、终止的证明", "document", "请上传证明"),
  }),
};

/** 移送有权机关. */
export const transferCase: ActForm = {
  grave: true,
  confirm: "移送后本机关终止程序，已经告知的当事人另行告知。确定移送吗？",
  fields: () => (
    <>
      <TextField name="organ" label="移送的机关" />
      <TextArea name="reasons" label="移送的理由" hint="写明为什么由该机关管辖" />
    </>
  ),
  read: (check) => ({
    organ: check.text("organ", "请填写移送的机关"),
    reasons: check.text("reasons", "请写明移送的理由"),
  }),
};
