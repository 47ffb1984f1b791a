import type { ActForm } from "../act-form.ts";
import { TERMS, type TermId } from "../../../../domain/deadlines/terms.ts";
import { printDay } from "../../../../domain/deadlines/calendar-day.ts";
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

const EXTENDABLE: readonly TermId[] = Object.values(TERMS)
  .filter((term) => term.extension !== undefined)
  .map((term) => term.id);

/** 延长办理期限. */
export const extendDeadline: ActForm = {
  fields: ({ file }) => {
    const open = file.deadlines.filter(
      (each) => each.status === "open" && EXTENDABLE.includes(each.termId),
    );
    return (
      <>
        <p>只有法律有延长规定、尚未届满的期限可以延长一次；延长后立即告知当事人。</p>
        <RadioGroup
          name="termId"
          label="延长的期限"
          choices={EXTENDABLE.map((value) => {
            const running = open.find((each) => each.termId === value);
            const until = running === undefined ? "现在没有计算" : `至${printDay(running.endsOn)}`;
            return { value, label: `${TERMS[value].title}（${until}）` };
          })}
        />
        <TextField name="days" label="延长的天数" hint="按该期限的单位，例如工作日" short />
        <TextField name="article" label="规定延长和长度的文件、条款" />
        <TextArea name="reasons" label="延长的理由" />
      </>
    );
  },
  read: (check) => {
    const days = Number(check.text("days", "请填写延长的天数"));
    if (!Number.isInteger(days) || days < 1) check.complain("days", "请填写 1 以上的整数");
    return {
      termId: check.oneOf("termId", EXTENDABLE, "请选择延长的期限"),
      days,
      article: check.text("article", "请填写依据的文件和条款"),
      reasons: check.text("reasons", "请写明延长的理由"),
    };
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
