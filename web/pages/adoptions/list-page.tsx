import type { ReactNode } from "react";
import type { AdoptionView } from "../../../api/use-cases/find-adoptions.ts";
import { printDay } from "../../../domain/deadlines/calendar-day.ts";
import {
  ADOPTION_STAGE_TITLES,
  AREA_TITLES,
  LEGAL_RANK_TITLES,
  LEGISLATIVE_MATTER_TITLES,
  REGULATION_ORGAN_TITLES,
} from "../../../domain/glossary.ts";
import { choicesOf, SelectField } from "../../components/choice-fields.tsx";
import { RefusalBox, type ShownRefusal } from "../../components/findings-list.tsx";
import { Form } from "../../components/form.tsx";
import { Panel } from "../../components/panel.tsx";
import { Table, type Column } from "../../components/table.tsx";
import { DayField, TextField } from "../../components/text-fields.tsx";
import type { FieldError } from "../../forms/form-check.ts";
import { EMPTY_INPUT, type FormInput } from "../../forms/form-input.ts";
import { Page } from "../../layout/page.tsx";
import type { PageContext } from "../../layout/page-context.ts";

const COLUMNS: readonly Column<AdoptionView>[] = [
  {
    title: "名单",
    cell: ({ adoption }) => (
      <a href={`/law/adoptions/${adoption.adoptionId}`}>{adoption.listName}</a>
    ),
  },
  { title: "提出机关", cell: ({ adoption }) => adoption.proposer },
  { title: "步骤", cell: ({ adoption }) => ADOPTION_STAGE_TITLES[adoption.stage] },
  { title: "登记日", cell: ({ adoption }) => printDay(adoption.registeredOn), narrow: true },
  {
    title: "尚缺",
    cell: ({ missing }) => (missing.length === 0 ? "没有" : `${String(missing.length)}项`),
    narrow: true,
  },
];

/** Lists that would exist here alone (拟设的地方名单), and the form that enters one. */
export function AdoptionsPage(props: {
  readonly context: PageContext;
  readonly rows: readonly AdoptionView[];
  readonly input?: FormInput;
  readonly errors: readonly FieldError[];
  readonly refusal: ShownRefusal | null;
}): ReactNode {
  const { context, rows, errors, refusal, input = EMPTY_INPUT } = props;
  const mayRegister = context.person?.actor.roles.includes("supervisor") === true;
  return (
    <Page context={context} title="地方名单制定" crumbs={[{ title: "名单规则包", path: "/law" }]}>
      <h1>地方名单制定</h1>
      {refusal === null ? null : <RefusalBox refusal={refusal} />}
      <p>
        仅在地方实施的名单须由地方性法规规定，征求六个方面的意见，公开征求意见不少于三十日，并在四个网站公开认定标准。哪一步不符合规定，就在哪一步不予办理。
      </p>
      <Table
        caption="拟设的地方名单"
        columns={COLUMNS}
        rows={rows}
        keyOf={({ adoption }) => adoption.adoptionId}
        empty="没有登记拟设的地方名单。"
      />
      {mayRegister ? <RegistrationForm context={context} input={input} errors={errors} /> : null}
    </Page>
  );
}

function RegistrationForm(props: {
  readonly context: PageContext;
  readonly input: FormInput;
  readonly errors: readonly FieldError[];
}): ReactNode {
  const { context, input, errors } = props;
  return (
    <Panel id="register" title="登记拟设的名单">
      <Form
        action="/law/adoptions"
        csrfToken={context.csrfToken}
        submit="登记"
        label="登记拟设的名单"
        input={input}
        errors={errors}
        guard
      >
        <TextField name="listName" label="名单名称" />
        <TextField name="code" label="名单代码" hint="小写字母、数字和连字符" short />
        <TextField name="proposer" label="提出机关" />
        <SelectField
          name="area"
          label="设列领域"
          choices={choicesOf(AREA_TITLES)}
          empty="不属于以上任何一类"
          optional
        />
        <TextField name="name" label="设列依据名称" hint="全称，不加书名号" />
        <TextField name="number" label="公布文号" optional short />
        <TextField name="article" label="规定认定标准的条款" short />
        <SelectField name="rank" label="效力层级" choices={choicesOf(LEGAL_RANK_TITLES)} />
        <SelectField name="organ" label="制定机关" choices={choicesOf(REGULATION_ORGAN_TITLES)} />
        <SelectField
          name="matter"
          label="规定事项"
          choices={choicesOf(LEGISLATIVE_MATTER_TITLES)}
        />
        <DayField name="inForceFrom" label="施行日" hint="草案不填" optional />
        <DayField name="inForceTo" label="失效日" optional />
      </Form>
    </Panel>
  );
}
