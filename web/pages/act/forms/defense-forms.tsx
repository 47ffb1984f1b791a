import type { ReactNode } from "react";
import type { ActForm, ActSubject } from "../act-form.ts";
import { findUnansweredPoints, type CaseFile } from "../../../../domain/case-file/state.ts";
import type { DefensePoint } from "../../../../domain/case-file/content.ts";
import { RadioGroup, SelectField, Tick } from "../../../components/choice-fields.tsx";
import { FileField } from "../../../components/file-field.tsx";
import { TextArea, TextField } from "../../../components/text-fields.tsx";
import type { FormCheck } from "../../../forms/form-check.ts";
import {
  POINT_PLACES,
  readPoints,
  readStatedForm,
  startStatedForm,
  StatedFormField,
  waiverForm,
} from "./statement-fields.tsx";

/** 陈述申辩: every point has a field of its own and gets an answer of its own. */
export const stateDefense: ActForm = {
  files: true,
  start: (subject) => ({
    ...startStatedForm(subject),
    ...(subject.isParty ? {} : { minutesSignature: "signed" }),
  }),
  fields: ({ isParty }) => (
    <>
      <StatedFormField isParty={isParty} />
      {isParty ? null : <MinutesFields />}
      {POINT_PLACES.map((place) => (
        <TextArea
          key={place}
          name={`point${String(place)}`}
          label={`第${String(place)}条意见`}
          optional={place > 1}
          rows={3}
          {...(place === 1 ? { hint: "一条意见写一格，每条都会得到单独的答复" } : {})}
        />
      ))}
      <FileField name="evidence" label="证据材料" optional multiple />
      <TextField name="agentName" label="代理人（由他人代为陈述的填写）" optional />
      <FileField name="agentAuthority" label="授权委托书" optional />
      <Tick
        name="final"
        label="陈述完毕，不再补充"
        hint="勾选后陈述申辩即告结束；不勾选的，期限届满前还可以补充"
      />
    </>
  ),
  read: readDefense,
};

const SIGNATURES = ["signed", "refused"] as const;

/** What the record of an oral defense needs (陈述申辩笔录); of no account for a written one. */
function MinutesFields(): ReactNode {
  return (
    <fieldset className="boxed">
      <legend>陈述申辩笔录（口头提出的须填写）</legend>
      <TextField name="minutesPlace" label="笔录地点" optional short />
      <TextField
        name="minutesSpeaker"
        label="陈述人"
        optional
        short
        hint="写明姓名和身份，例如法定代表人、委托代理人"
      />
      <SelectField
        name="minutesSignature"
        label="核对签名"
        choices={[
          { value: "signed", label: "核对无误后签名" },
          { value: "refused", label: "没有签名，已注明情况" },
        ]}
      />
      <TextArea name="minutesRemark" label="笔录备注" optional rows={2} />
    </fieldset>
  );
}

function readMinutes(check: FormCheck): object {
  const place = check.optionalText("minutesPlace");
  const speaker = check.optionalText("minutesSpeaker");
  const remark = check.optionalText("minutesRemark");
  const signature = check.oneOf("minutesSignature", SIGNATURES, "请选择核对签名的情况");
  if (place === "") check.complain("minutesPlace", "请填写笔录地点");
  if (speaker === "") check.complain("minutesSpeaker", "请填写陈述人");
  if (signature === "refused" && remark === "") {
    check.complain("minutesRemark", "请注明陈述人没有签名的情况");
  }
  return { minutes: { place, speaker, signature, remark } };
}

function readDefense(check: FormCheck, subject: ActSubject): unknown {
  const form = readStatedForm(check, subject);
  const points = readPoints(check);
  if (points.length === 0) check.complain("point1", "请至少写明一条意见");
  const isOral = "form" in form && form.form === "oral";
  return {
    ...form,
    ...(isOral ? readMinutes(check) : {}),
    points,
    evidence: check.evidenceList("evidence", "陈述申辩材料", "statement"),
    final: check.optionalText("final") === "yes",
    ...readAgent(check),
  };
}

/** A name without an authority, or an authority without a name, speaks for nobody. */
function readAgent(check: FormCheck): object {
  const name = check.optionalText("agentName");
  const [uploadId] = check.optionalUploads("agentAuthority");
  if (name === "" && uploadId === undefined) return {};
  if (name === "") check.complain("agentName", "请写明代理人的姓名或者名称");
  if (uploadId === undefined) check.complain("agentAuthority", "请上传授权委托书");
  const authority = { uploadId: uploadId ?? "", title: "授权委托书", kind: "document" };
  return { agent: { name, authority } };
}

/** 明示放弃陈述申辩: silence is never a waiver. */
export const waiveDefense = waiverForm({
  confirm: "放弃后陈述申辩期限即告结束，不能收回。确定放弃吗？",
  evidenceTitle: "放弃陈述申辩声明",
  intro: "不作任何表示不等于放弃。放弃须有当事人签名的书面声明，或者记入笔录。",
});

const ANSWERS = ["accepted", "not-accepted"] as const;

/** 逐条核实答复. */
export const answerDefense: ActForm = {
  fields: ({ file }) => (
    <>
      {findOpenPoints(file).map((point, index) => (
        <AnswerFields key={point.pointId} point={point} place={index + 1} />
      ))}
    </>
  ),
  read: (check, { file }) => ({ answers: readAnswers(check, file) }),
};

function AnswerFields(props: { readonly point: DefensePoint; readonly place: number }): ReactNode {
  const place = String(props.place);
  return (
    <fieldset className="boxed">
      <legend>{`意见${place}`}</legend>
      <blockquote className="pre-line">{props.point.text}</blockquote>
      <RadioGroup
        name={`outcome${place}`}
        label={`对意见${place}的核实结论`}
        choices={[
          { value: "accepted", label: "采纳" },
          { value: "not-accepted", label: "不予采纳" },
        ]}
      />
      <TextArea name={`reasons${place}`} label={`意见${place}的核实情况和理由`} rows={3} />
    </fieldset>
  );
}

function findOpenPoints(file: CaseFile): readonly DefensePoint[] {
  const open = findUnansweredPoints(file);
  return file.statements
    .flatMap((statement) => statement.points)
    .filter((point) => open.includes(point.pointId));
}

function readAnswers(check: FormCheck, file: CaseFile): readonly unknown[] {
  return findOpenPoints(file).map((point, index) => {
    const place = String(index + 1);
    return {
      pointId: point.pointId,
      outcome: check.oneOf(`outcome${place}`, ANSWERS, `请选择对意见${place}的核实结论`),
      reasons: check.text(`reasons${place}`, `请写明意见${place}的核实情况和理由`),
    };
  });
}
