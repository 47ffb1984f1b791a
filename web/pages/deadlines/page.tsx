import type { ReactNode } from "react";
import type { PicturedDeadline } from "../../../api/use-cases/calculate-deadlines.ts";
import { printDay } from "../../../domain/deadlines/calendar-day.ts";
import { explainDeadline } from "../../../domain/deadlines/compute.ts";
import { REGION_TITLES, ROLL_RULE_TITLES } from "../../../domain/glossary.ts";
import { choicesOf, SelectField, type Choice } from "../../components/choice-fields.tsx";
import { CountSteps } from "../../components/count-steps.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { MonthGrid } from "../../components/month-grid.tsx";
import { Panel } from "../../components/panel.tsx";
import { DayField, TextField } from "../../components/text-fields.tsx";
import type { FieldError } from "../../forms/form-check.ts";
import { FormFields } from "../../forms/form-context.tsx";
import type { FormInput } from "../../forms/form-input.ts";
import { Page } from "../../layout/page.tsx";
import type { PageContext } from "../../layout/page-context.ts";

const UNITS: readonly Choice[] = [
  { value: "working-day", label: "工作日" },
  { value: "day", label: "日" },
  { value: "month", label: "月" },
  { value: "year", label: "年" },
];
const ROLL_RULES = choicesOf(ROLL_RULE_TITLES);
const REGIONS = choicesOf(REGION_TITLES);
const DIRECTIONS: readonly Choice[] = [
  { value: "after", label: "自起算日向后" },
  { value: "before", label: "自起算日向前（如听证七个工作日前通知）" },
];

/** The calculation of a time limit (期限计算), as a picture of days and as a list. */
export function DeadlinesPage(props: {
  readonly context: PageContext;
  readonly input: FormInput;
  readonly errors: readonly FieldError[];
  readonly pictured: PicturedDeadline | null;
}): ReactNode {
  const { context, input, errors, pictured } = props;
  return (
    <Page context={context} title="期限计算">
      <h1>期限计算</h1>
      <p>
        起算日当日不计；工作日按国务院办公厅和自治区的放假通知计算，调休上班日计入。计算结果供参考，案件中的期限以案卷记载为准。
        <a href="/law/calendar">查看所依据的放假安排</a>
      </p>
      {pictured === null ? null : <Answer {...pictured} />}
      <Panel id="question" title="要计算的期限">
        <ErrorSummary errors={errors} />
        <form method="get" action="/deadlines" noValidate>
          <FormFields input={input} errors={errors}>
            <DayField name="startsOn" label="起算日" hint="如送达之日、决定之日" />
            <TextField name="length" label="长度" hint="正整数，如 5" short />
            <SelectField name="unit" label="单位" choices={UNITS} />
            <SelectField name="rollRule" label="最后一日为休息日的" choices={ROLL_RULES} />
            <SelectField name="region" label="日历" choices={REGIONS} />
            <SelectField name="direction" label="方向" choices={DIRECTIONS} />
          </FormFields>
          <button type="submit">计算</button>
        </form>
      </Panel>
    </Page>
  );
}

function Answer({ counted, days }: PicturedDeadline): ReactNode {
  return (
    <>
      <Panel id="answer" title={`最后一日：${printDay(counted.endsOn)}`}>
        <p role="status">{explainDeadline(counted)}。</p>
        <MonthGrid counted={counted} days={days} />
        <p className="soft">
          灰色为不上班的日子，虚线框为起算日，深色为最后一日。较长的期限只画出起算和届满的月份。
        </p>
      </Panel>
      <Panel id="steps" title="逐日列表">
        <CountSteps steps={counted.steps} label="期限" />
      </Panel>
    </>
  );
}
