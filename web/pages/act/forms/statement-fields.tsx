import type { ReactNode } from "react";
import type { ActForm, ActSubject } from "../act-form.ts";
import { RadioGroup } from "../../../components/choice-fields.tsx";
import { FileField } from "../../../components/file-field.tsx";
import { DayField } from "../../../components/text-fields.tsx";
import type { FormCheck } from "../../../forms/form-check.ts";

const STATED_FORMS = ["written", "oral"] as const;
const WAIVER_FORMS = ["signed-form", "minutes"] as const;

/** The places of the points that a party can state in one form; each point has a field of its own. */
export const POINT_PLACES = [1, 2, 3, 4, 5] as const;

/** The points that were filled in, in their order. */
export function readPoints(check: FormCheck): readonly string[] {
  return POINT_PLACES.map((place) => check.optionalText(`point${String(place)}`)).filter(
    (text) => text !== "",
  );
}

/** What an officer's form starts with, where the party's own way of stating is known. */
export function startStatedForm({ isParty }: ActSubject): Readonly<Record<string, string>> {
  return isParty ? {} : { form: "written" };
}

/** How the party came forward, as an officer takes it down; on the party's own page it is known. */
export function StatedFormField({ isParty }: Pick<ActSubject, "isParty">): ReactNode {
  if (isParty) return null;
  return (
    <RadioGroup
      name="form"
      label="当事人提出的方式"
      choices={[
        { value: "written", label: "书面" },
        { value: "oral", label: "口头（已作笔录）" },
      ]}
    />
  );
}

/** Reads it; nothing on the party's own page. */
export function readStatedForm(check: FormCheck, { isParty }: ActSubject): object {
  if (isParty) return {};
  const form = check.oneOf("form", STATED_FORMS, "请选择提出的方式");
  return form === null ? {} : { form };
}

interface WaiverOptions {
  readonly confirm: string;
  /** As what the signed form or the minutes are kept. */
  readonly evidenceTitle: string;
  readonly intro?: string;
}

/** A form of an express waiver (明示放弃), in a signed form or in minutes: silence is never one. */
export function waiverForm({ confirm, evidenceTitle, intro }: WaiverOptions): ActForm {
  return {
    files: true,
    confirm,
    start: ({ today, isParty }) => ({
      waivedOn: today,
      ...(isParty ? { form: "signed-form" } : {}),
    }),
    fields: () => (
      <>
        {intro === undefined ? null : <p>{intro}</p>}
        <DayField name="waivedOn" label="放弃日期" />
        <RadioGroup
          name="form"
          label="放弃的方式"
          choices={[
            { value: "signed-form", label: "当事人签名的书面声明" },
            { value: "minutes", label: "记入笔录" },
          ]}
        />
        <FileField name="evidence" label="书面声明或者笔录" />
      </>
    ),
    read: (check) => ({
      waivedOn: check.day("waivedOn", "请填写放弃日期"),
      form: check.oneOf("form", WAIVER_FORMS, "请选择放弃的方式"),
      evidence: check.evidence("evidence", evidenceTitle, "statement", "请上传书面声明或者笔录"),
    }),
  };
}
