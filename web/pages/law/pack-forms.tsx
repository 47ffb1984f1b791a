import type { ReactNode } from "react";
import type { LawPackView } from "../../../api/use-cases/law-packs.ts";
import type { TermUnit } from "../../../domain/deadlines/compute.ts";
import { PACK_VALUE_TITLES } from "../../../domain/glossary.ts";
import { choicesOf, RadioGroup, SelectField } from "../../components/choice-fields.tsx";
import { Form } from "../../components/form.tsx";
import { Panel } from "../../components/panel.tsx";
import { TextArea, TextField } from "../../components/text-fields.tsx";
import type { FieldError } from "../../forms/form-check.ts";
import type { FormInput } from "../../forms/form-input.ts";
import { valueFields } from "../../../domain/packs/pack-values.ts";

/** A form of this page that was sent and is shown again. */
export interface SentForm {
  readonly form: "value" | "source" | "basis";
  readonly input: FormInput;
  readonly errors: readonly FieldError[];
}

export interface PackFormProps {
  readonly view: LawPackView;
  readonly csrfToken: string;
  readonly sent: SentForm | null;
}

export const UNIT_TITLES: Readonly<Record<TermUnit, string>> = {
  "working-day": "工作日",
  day: "日",
  month: "个月",
  year: "年",
};

/** A legal officer enters a value with its source. */
export function EnterValueForm(props: PackFormProps): ReactNode {
  const { view, csrfToken } = props;
  return (
    <Panel id="enter-value" title="录入数值">
      <Form
        action={`/law/packs/${encodeURIComponent(view.listId)}/values`}
        csrfToken={csrfToken}
        submit="录入为新的版本"
        label="录入数值"
        {...shownAgain(props, "value")}
      >
        <SelectField
          name="field"
          label="数值"
          choices={valueFields(view.newest.pack).map((field) => ({
            value: field,
            label: PACK_VALUE_TITLES[field],
          }))}
        />
        <TextField name="length" label="期限长度" hint="阿拉伯数字" short maxLength={4} />
        <SelectField name="unit" label="期限单位" choices={choicesOf(UNIT_TITLES)} />
        <TextField name="instrument" label="依据文件" hint="全称，不加书名号" />
        <TextField name="article" label="依据条款" hint="例如：第六条" short />
      </Form>
    </Panel>
  );
}

/** A legal officer chooses between sources in conflict, for the whole pack. */
export function ChooseSourceForm(props: PackFormProps): ReactNode {
  const { view, csrfToken } = props;
  const { conflict } = view.newest.pack.earlyRemoval;
  if (conflict.length < 2) return null;
  return (
    <Panel id="choose-source" title="选定提前移出的依据">
      <Form
        action={`/law/packs/${encodeURIComponent(view.listId)}/source`}
        csrfToken={csrfToken}
        submit="选定为新的版本"
        label="选定提前移出的依据"
        {...shownAgain(props, "source")}
      >
        <RadioGroup
          name="sourceId"
          label="适用的依据"
          choices={conflict.map((source) => ({ value: source.id, label: source.title }))}
        />
        <TextArea name="sourceReasons" label="适用该依据的理由" rows={3} />
      </Form>
    </Panel>
  );
}

export function shownAgain(
  { sent }: PackFormProps,
  form: SentForm["form"],
): { input?: FormInput; errors?: readonly FieldError[] } {
  return sent?.form === form ? { input: sent.input, errors: sent.errors } : {};
}
