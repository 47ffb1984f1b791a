import type { ReactNode } from "react";
import { printDay } from "../../../domain/deadlines/calendar-day.ts";
import type { CalendarNotice } from "../../../domain/deadlines/calendar.ts";
import { MARK_TITLES, REGION_TITLES } from "../../../domain/glossary.ts";
import { choicesOf, SelectField } from "../../components/choice-fields.tsx";
import { Form } from "../../components/form.tsx";
import { Panel } from "../../components/panel.tsx";
import { Table, type Column } from "../../components/table.tsx";
import { DayField, TextArea, TextField } from "../../components/text-fields.tsx";
import type { FieldError } from "../../forms/form-check.ts";
import type { FormInput } from "../../forms/form-input.ts";
import { Page } from "../../layout/page.tsx";
import type { PageContext } from "../../layout/page-context.ts";

const COLUMNS: readonly Column<CalendarNotice>[] = [
  { title: "年度", cell: (each) => String(each.year), narrow: true },
  { title: "地区", cell: (each) => REGION_TITLES[each.region] },
  { title: "通知", cell: (each) => `${each.number}（${MARK_TITLES[each.mark]}）` },
  {
    title: "放假",
    cell: ({ offDays }) =>
      offDays.map(({ name, from, to }) => `${name}${printDay(from)}至${printDay(to)}`).join("；"),
  },
  { title: "调休上班", cell: ({ workDays }) => workDays.map(printDay).join("、") },
];

/** The notices on days off by which time limits are counted (放假安排); a legal officer enters new ones. */
export function CalendarPage(props: {
  readonly context: PageContext;
  readonly notices: readonly CalendarNotice[];
  readonly input: FormInput;
  readonly errors: readonly FieldError[];
  readonly mayEnter: boolean;
}): ReactNode {
  const { context, notices } = props;
  return (
    <Page context={context} title="放假安排">
      <h1>放假安排</h1>
      <p>
        工作日按国务院办公厅和自治区的放假通知计算。通知尚未发布的年度，暂按法定节假日计算并标明；通知录入后，全部案件中未届满的期限重新计算，记入案卷并通知有关人员。
      </p>
      {props.mayEnter ? <NoticeForm {...props} /> : null}
      <Table
        caption="已录入的通知"
        columns={COLUMNS}
        rows={notices}
        keyOf={(each) => `${each.region} ${each.number}`}
        empty="没有通知。"
      />
    </Page>
  );
}

function NoticeForm(props: {
  readonly context: PageContext;
  readonly input: FormInput;
  readonly errors: readonly FieldError[];
}): ReactNode {
  return (
    <Panel id="enter-notice" title="录入通知">
      <Form
        action="/law/calendar"
        csrfToken={props.context.csrfToken}
        submit="录入并重新计算期限"
        input={props.input}
        errors={props.errors}
        guard
      >
        <TextField name="number" label="文号或者标题" short />
        <SelectField name="region" label="适用地区" choices={choicesOf(REGION_TITLES)} />
        <TextField name="year" label="年度" hint="如 2027" short maxLength={4} />
        <DayField name="issuedOn" label="发布日" />
        <TextArea
          name="offDays"
          label="放假"
          hint="每行一个节日：名称 首日 末日，如：国庆节 2027-10-01 2027-10-07"
        />
        <TextArea
          name="workDays"
          label="调休上班日"
          hint="每行一个日期，都是周六或者周日"
          optional
        />
        <TextArea
          name="cancels"
          label="取消的调休上班日"
          hint="延长假期等情形；每行一个日期"
          optional
        />
      </Form>
    </Panel>
  );
}
