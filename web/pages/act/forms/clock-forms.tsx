import type { ReactNode } from "react";
import type { ActForm } from "../act-form.ts";
import type { CaseFile, HeldDeadline } from "../../../../domain/case-file/state.ts";
import {
  EXTENDABLE_TERMS,
  PAUSABLE_TERMS,
  TERMS,
  type TermId,
} from "../../../../domain/deadlines/terms.ts";
import { printDay } from "../../../../domain/deadlines/calendar-day.ts";
import { RadioGroup } from "../../../components/choice-fields.tsx";
import { TextArea, TextField } from "../../../components/text-fields.tsx";

/** The terms that an act is about, each with where its clock stands. */
function TermChoice(props: {
  readonly file: CaseFile;
  readonly terms: readonly TermId[];
  readonly status: HeldDeadline["status"];
  readonly label: string;
}): ReactNode {
  const { file, terms, status, label } = props;
  const choices = terms.map((value) => {
    const found = file.deadlines.find((each) => each.termId === value && each.status === status);
    const until = found === undefined ? "现在没有这一期限" : `至${printDay(found.endsOn)}`;
    return { value, label: `${TERMS[value].title}（${until}）` };
  });
  return <RadioGroup name="termId" label={label} choices={choices} />;
}

/** 延长办理期限. */
export const extendDeadline: ActForm = {
  fields: ({ file }) => {
    return (
      <>
        <p>只有法律有延长规定、尚未届满的期限可以延长一次；延长后立即告知当事人。</p>
        <TermChoice file={file} terms={EXTENDABLE_TERMS} status="open" label="延长的期限" />
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
      termId: check.oneOf("termId", EXTENDABLE_TERMS, "请选择延长的期限"),
      days,
      article: check.text("article", "请填写依据的文件和条款"),
      reasons: check.text("reasons", "请写明延长的理由"),
    };
  },
};

/** 中止办理期限. */
export const pauseDeadline: ActForm = {
  fields: ({ file }) => (
    <>
      <p>只有规定允许中止的期限可以中止；中止期间不计入期限，恢复后相应顺延。</p>
      <TermChoice file={file} terms={PAUSABLE_TERMS} status="open" label="中止的期限" />
      <TextField name="article" label="规定中止的文件、条款" />
      <TextArea name="reasons" label="中止的理由" />
    </>
  ),
  read: (check) => ({
    termId: check.oneOf("termId", PAUSABLE_TERMS, "请选择中止的期限"),
    article: check.text("article", "请填写依据的文件和条款"),
    reasons: check.text("reasons", "请写明中止的理由"),
  }),
};

/** 恢复计算办理期限. */
export const resumeDeadline: ActForm = {
  fields: ({ file }) => (
    <>
      <TermChoice file={file} terms={PAUSABLE_TERMS} status="paused" label="恢复计算的期限" />
      <TextArea name="reasons" label="恢复计算的理由" hint="写明中止的原因何时消除" />
    </>
  ),
  read: (check) => ({
    termId: check.oneOf("termId", PAUSABLE_TERMS, "请选择恢复计算的期限"),
    reasons: check.text("reasons", "请写明恢复计算的理由"),
  }),
};
