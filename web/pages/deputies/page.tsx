import type { ReactNode } from "react";
import type { DeputyView } from "../../../api/use-cases/deputies.ts";
import { DEPUTISED_ROLES } from "../../../domain/authorities/deputy.ts";
import { printDay } from "../../../domain/deadlines/calendar-day.ts";
import { ROLE_TITLES } from "../../../domain/glossary.ts";
import { SelectField } from "../../components/choice-fields.tsx";
import { Form } from "../../components/form.tsx";
import { Panel } from "../../components/panel.tsx";
import { Table, type Column } from "../../components/table.tsx";
import { DayField, TextArea, TextField } from "../../components/text-fields.tsx";
import type { FieldError } from "../../forms/form-check.ts";
import type { FormInput } from "../../forms/form-input.ts";
import { Page } from "../../layout/page.tsx";
import type { PageContext } from "../../layout/page-context.ts";

const STATE_TITLES: Readonly<Record<DeputyView["state"], string>> = {
  "to-come": "尚未开始",
  "in-force": "代理中",
  over: "已经结束",
};

/** Who stands in for whom, and naming a deputy (代理). */
export function DeputiesPage(props: {
  readonly context: PageContext;
  readonly rows: readonly DeputyView[];
  readonly mayAppoint: boolean;
  readonly input: FormInput;
  readonly errors: readonly FieldError[];
}): ReactNode {
  const { context, rows, mayAppoint } = props;
  return (
    <Page context={context} title="代理">
      <h1>代理</h1>
      <p>
        负责人、审核人员不在时，由同一机关的另一人在一段时间内代行职责。代理期内办理的事项记明“代理”；办理过或者审核过某案的人，代理时也不能签发该案。
      </p>
      <Table
        caption="代理登记"
        columns={columnsOf(context, mayAppoint)}
        rows={rows}
        keyOf={(each) => each.deputyId}
        empty="没有登记过代理。"
      />
      {mayAppoint ? <AppointForm {...props} /> : null}
    </Page>
  );
}

function columnsOf(context: PageContext, mayAppoint: boolean): readonly Column<DeputyView>[] {
  const columns: readonly Column<DeputyView>[] = [
    { title: "机关", cell: (each) => each.authorityName },
    { title: "职责", cell: (each) => ROLE_TITLES[each.role], narrow: true },
    { title: "被代理人", cell: (each) => each.principal },
    { title: "代理人", cell: (each) => each.acting },
    { title: "期间", cell: (each) => `${printDay(each.startsOn)}至${printDay(each.endsOn)}` },
    { title: "原因", cell: (each) => each.reasons },
    { title: "状态", cell: (each) => STATE_TITLES[each.state], narrow: true },
  ];
  if (!mayAppoint) return columns;
  const end: Column<DeputyView> = {
    title: "终止",
    cell: (each) => (each.state === "over" ? "" : <EndForm context={context} deputy={each} />),
    narrow: true,
  };
  return [...columns, end];
}

function EndForm(props: { readonly context: PageContext; readonly deputy: DeputyView }): ReactNode {
  const { context, deputy } = props;
  return (
    <Form
      action={`/deputies/${deputy.deputyId}/end`}
      csrfToken={context.csrfToken}
      submit="终止代理"
      label={`终止${deputy.acting}的代理`}
    >
      {null}
    </Form>
  );
}

function AppointForm(props: {
  readonly context: PageContext;
  readonly input: FormInput;
  readonly errors: readonly FieldError[];
}): ReactNode {
  const { context, input, errors } = props;
  return (
    <Panel id="appoint" title="指定代理">
      <Form
        action="/deputies"
        csrfToken={context.csrfToken}
        submit="指定"
        label="指定代理"
        input={input}
        errors={errors}
      >
        <SelectField
          name="role"
          label="代行的职责"
          choices={DEPUTISED_ROLES.map((role) => ({ value: role, label: ROLE_TITLES[role] }))}
        />
        <TextField name="principal" label="被代理人账号" />
        <TextField name="acting" label="代理人账号" hint="同一机关在用的账号" />
        <DayField name="startsOn" label="开始日" />
        <DayField name="endsOn" label="截止日" hint="当日仍可代理，次日自动失效；不超过一年" />
        <TextArea name="reasons" label="原因" rows={2} />
      </Form>
    </Panel>
  );
}
