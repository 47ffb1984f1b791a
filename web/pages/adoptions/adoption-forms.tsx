import type { ReactNode } from "react";
import type { AdoptionView } from "../../../api/use-cases/find-adoptions.ts";
import type { AdoptionCommandKind } from "../../../domain/adoption/adoption.ts";
import {
  CONSULTED_GROUP_TITLES,
  CRITERIA_SECTION_TITLES,
  CRITERIA_SITE_TITLES,
  REGISTRY_ACT_TITLES,
} from "../../../domain/glossary.ts";
import { choicesOf, SelectField } from "../../components/choice-fields.tsx";
import { FileField } from "../../components/file-field.tsx";
import { Form } from "../../components/form.tsx";
import { Panel } from "../../components/panel.tsx";
import { DayField, TextArea, TextField } from "../../components/text-fields.tsx";
import type { FieldError } from "../../forms/form-check.ts";
import type { FormInput } from "../../forms/form-input.ts";
import type { PageContext } from "../../layout/page-context.ts";

/** A form of this page that was sent and is shown again. */
export interface SentForm {
  readonly kind: AdoptionCommandKind;
  readonly input: FormInput;
  readonly errors: readonly FieldError[];
}

/** The fields of each act, drawn when they are shown. */
const FIELDS: Readonly<Record<AdoptionCommandKind, () => ReactNode>> = {
  "state-criteria": () => (
    <>
      <TextArea
        name="criteria"
        label="认定标准"
        hint="每条一行：条款｜标准；同组标准符合其中一项即可的，行首加“或”和空格"
        rows={6}
      />
      <TextArea
        name="removalConditions"
        label={CRITERIA_SECTION_TITLES.removalConditions}
        rows={3}
      />
      <TextArea name="removalProcedure" label={CRITERIA_SECTION_TITLES.removalProcedure} rows={3} />
      <TextArea name="remedyMeasures" label={CRITERIA_SECTION_TITLES.remedyMeasures} rows={3} />
    </>
  ),
  "record-consultation": () => (
    <>
      <SelectField
        name="group"
        label="方面"
        choices={choicesOf(CONSULTED_GROUP_TITLES).filter(({ value }) => value !== "public")}
      />
      <TextField name="consulted" label="征求对象" hint="写单位名称，不写个人信息" />
      <DayField name="consultedOn" label="征求意见日" />
      <TextArea name="result" label="意见" rows={3} />
      <FileField name="proof" label="材料" />
    </>
  ),
  "open-comment": () => (
    <>
      <DayField name="openedOn" label="公开日" hint="当日不计入三十日" />
      <TextField name="place" label="公开网址或者载体" />
    </>
  ),
  "close-comment": () => (
    <>
      <DayField name="closedOn" label="截止日" hint="接受意见的最后一日" />
      <TextField name="received" label="收到意见数" hint="阿拉伯数字" short maxLength={7} />
      <TextArea name="digest" label="意见采纳情况" rows={4} />
      <FileField name="proof" label="材料" />
    </>
  ),
  "publish-criteria": () => (
    <>
      <SelectField name="site" label="网站" choices={choicesOf(CRITERIA_SITE_TITLES)} />
      <TextField name="url" label="网址" hint="以 http:// 或者 https:// 开头" maxLength={500} />
      <DayField name="capturedOn" label="核查日" />
      <FileField name="proof" label="网页留存件" />
    </>
  ),
  "adopt-list": () => <p>制定后生成该名单的规则包草案，录入各项期限并经两人同意后启用。</p>,
  "abandon-list": () => <TextArea name="reasons" label="终止的理由" rows={3} />,
};

/** The forms of what this person can do with the proposed list now. */
export function AdoptionForms(props: {
  readonly context: PageContext;
  readonly view: AdoptionView;
  readonly sent: SentForm | null;
}): ReactNode {
  const { context, view, sent } = props;
  return view.acts.map((kind) => (
    <Panel key={kind} id={kind} title={REGISTRY_ACT_TITLES[kind]}>
      <Form
        action={`/law/adoptions/${view.adoption.adoptionId}/acts/${kind}`}
        csrfToken={context.csrfToken}
        submit={REGISTRY_ACT_TITLES[kind]}
        label={REGISTRY_ACT_TITLES[kind]}
        files={TAKES_FILES.includes(kind)}
        grave={kind === "abandon-list"}
        {...(sent?.kind === kind ? { input: sent.input, errors: sent.errors } : {})}
      >
        {FIELDS[kind]()}
      </Form>
    </Panel>
  ));
}

const TAKES_FILES: readonly AdoptionCommandKind[] = [
  "record-consultation",
  "close-comment",
  "publish-criteria",
];
