import type { ActForm } from "../act-form.ts";
import {
  HEARING_ATTENDANCES,
  HEARING_CLOSURES,
  type HearingSchedule,
} from "../../../../domain/case-file/hearing.ts";
import { printDay } from "../../../../domain/deadlines/calendar-day.ts";
import { HEARING_ATTENDANCE_TITLES, HEARING_CLOSURE_TITLES } from "../../../../domain/glossary.ts";
import { RadioGroup } from "../../../components/choice-fields.tsx";
import { FileField } from "../../../components/file-field.tsx";
import { DayField, TextArea, TextField } from "../../../components/text-fields.tsx";
import type { FormCheck } from "../../../forms/form-check.ts";
import {
  POINT_PLACES,
  readPoints,
  readStatedForm,
  startStatedForm,
  StatedFormField,
  waiverForm,
} from "./statement-fields.tsx";

const OUTCOMES = ["granted", "denied"] as const;
const SIGNATURES = ["signed", "refused"] as const;

/** 申请听证: free of charge, within five working days of the notice. */
export const requestHearing: ActForm = {
  start: startStatedForm,
  fields: ({ isParty }) => (
    <>
      <p>听证应当在告知书送达后五个工作日内申请；不收取任何费用。</p>
      <StatedFormField isParty={isParty} />
      <TextArea name="reasons" label="申请听证的理由" optional rows={3} />
    </>
  ),
  read: (check, subject) => ({
    ...readStatedForm(check, subject),
    reasons: check.optionalText("reasons"),
  }),
};

/** 放弃或者撤回听证: silence is no waiver. */
export const waiveHearing = waiverForm({
  confirm: "放弃后不能再次申请听证。确定放弃吗？",
  evidenceTitle: "放弃听证声明",
});

/** 确定或者变更听证安排. */
export const scheduleHearing: ActForm = {
  start: () => ({ closure: "open", startsAt: "09:00" }),
  fields: ({ file }) => (
    <>
      <p>登记人即为听证主持人，不能是办理过本案的人员。当事人应当在听证日七个工作日前收到通知。</p>
      <DayField name="heldOn" label="听证日" />
      <TextField name="startsAt" label="开始时间" hint="24小时制，如 14:30" />
      <TextField name="place" label="听证地点" />
      <TextField name="presider" label="听证主持人姓名、职务" hint="印在听证通知书上" />
      <RadioGroup
        name="closure"
        label="是否公开举行"
        choices={HEARING_CLOSURES.map((value) => ({
          value,
          label: HEARING_CLOSURE_TITLES[value],
        }))}
      />
      <TextArea
        name="reasons"
        label="延期或者变更的理由"
        optional={file.hearing.schedule === null}
        rows={3}
      />
    </>
  ),
  read: (check, { file }) => ({
    heldOn: check.day("heldOn", "请填写听证日"),
    startsAt: check.text("startsAt", "请填写开始时间"),
    place: check.text("place", "请填写听证地点"),
    presider: check.text("presider", "请填写主持人姓名、职务"),
    closure: check.oneOf("closure", HEARING_CLOSURES, "请选择是否公开举行"),
    reasons:
      file.hearing.schedule === null
        ? check.optionalText("reasons")
        : check.text("reasons", "请写明延期或者变更的理由"),
  }),
};

/** 决定听证主持人是否回避. */
export const answerPresiderObjection: ActForm = {
  fields: ({ file }) => (
    <>
      <p>申请回避的理由：</p>
      <blockquote className="pre-line">{file.hearing.objection ?? "没有待决定的申请"}</blockquote>
      <RadioGroup
        name="outcome"
        label="决定"
        choices={[
          { value: "granted", label: "回避，另定主持人和听证时间" },
          { value: "denied", label: "不回避" },
        ]}
      />
      <TextArea name="reasons" label="理由" rows={3} />
    </>
  ),
  read: (check) => ({
    outcome: check.oneOf("outcome", OUTCOMES, "请选择决定"),
    reasons: check.text("reasons", "请写明理由"),
  }),
};

/** 登记听证笔录. */
export const holdHearing: ActForm = {
  files: true,
  start: () => ({ attendance: "attended", signature: "signed" }),
  fields: ({ file }) => (
    <>
      <p>{describeSchedule(file.hearing.schedule)}</p>
      <RadioGroup
        name="attendance"
        label="到场情况"
        choices={HEARING_ATTENDANCES.map((value) => ({
          value,
          label: HEARING_ATTENDANCE_TITLES[value],
        }))}
      />
      <TextArea name="attendees" label="参加人" hint="当事人、代理人、调查人员、记录人" rows={3} />
      <TextArea name="investigation" label="调查人员提出的事实、证据和处理建议" optional rows={4} />
      {POINT_PLACES.map((place) => (
        <TextArea
          key={place}
          name={`point${String(place)}`}
          label={`当事人的第${String(place)}条申辩、质证意见`}
          optional
          rows={3}
        />
      ))}
      <RadioGroup
        name="signature"
        label="笔录签名"
        choices={[
          { value: "signed", label: "当事人（代理人）核对后签名" },
          { value: "refused", label: "拒绝签名或者未到场，由主持人注明" },
        ]}
      />
      <TextArea name="remark" label="备注" optional rows={2} />
      <FileField name="evidence" label="听证笔录原件" />
    </>
  ),
  read: readHearing,
};

function readHearing(check: FormCheck): unknown {
  return {
    attendance: check.oneOf("attendance", HEARING_ATTENDANCES, "请选择到场情况"),
    attendees: check.text("attendees", "请写明参加人"),
    investigation: check.optionalText("investigation"),
    points: readPoints(check),
    signature: check.oneOf("signature", SIGNATURES, "请选择笔录签名情况"),
    remark: check.optionalText("remark"),
    evidence: check.evidence("evidence", "听证笔录", "record", "请上传听证笔录原件"),
  };
}

function describeSchedule(schedule: HearingSchedule | null): string {
  if (schedule === null) return "听证安排还没有确定。";
  const { heldOn, startsAt, place } = schedule;
  return `听证定于${printDay(heldOn)}${startsAt}在${place}举行。`;
}
