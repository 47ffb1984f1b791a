import type { ReactNode } from "react";
import type { ClockView, UpcomingEvent } from "../../../api/use-cases/read-clock.ts";
import { Form } from "../../components/form.tsx";
import { Notice, Panel } from "../../components/panel.tsx";
import { Table, type Column } from "../../components/table.tsx";
import { DayField } from "../../components/text-fields.tsx";
import type { FieldError } from "../../forms/form-check.ts";
import type { FormInput } from "../../forms/form-input.ts";
import { Page } from "../../layout/page.tsx";
import type { PageContext } from "../../layout/page-context.ts";
import { printMoment } from "../../words/print-moment.ts";

const COLUMNS: readonly Column<UpcomingEvent>[] = [
  { title: "时间", cell: (each) => printMoment(each.at), narrow: true },
  { title: "事项", cell: (each) => each.what },
  {
    title: "案件",
    cell: (each) => <a href={`/cases/${each.caseId}`}>{each.caseNumber}</a>,
  },
];

/** The clock of the demonstration: what time it is, what happens next, and the ways forward. */
export function ClockPage(props: {
  readonly context: PageContext;
  readonly clock: ClockView;
  readonly input: FormInput;
  readonly errors: readonly FieldError[];
  /** Cases that had not come to rest when the wait was over. */
  readonly unsettled: number;
}): ReactNode {
  const { context, clock } = props;
  return (
    <Page context={context} title="演示时钟">
      <h1>演示时钟</h1>
      {props.unsettled === 0 ? null : (
        <Notice kind="warning" live>
          <p>有{String(props.unsettled)}项到期事项还没有办完，时钟先停在这里。请稍后再拨。</p>
        </Notice>
      )}
      <p>
        现在是 <span className="big-day">{printMoment(clock.now)}</span>
      </p>
      <p>时钟只能向前拨，不能倒回。拨动途中到期的事项依次办理，与真正等到那一天相同。</p>
      <div className="columns">
        <Panel id="move-day" title="拨到某一天">
          <Form
            action="/clock"
            csrfToken={context.csrfToken}
            submit="拨到这一天"
            input={props.input}
            errors={props.errors}
            label="拨到某一天"
          >
            <DayField name="day" label="日期" hint="拨到当天上午9时" />
          </Form>
        </Panel>
        <Panel id="move-next" title="拨到下一事项">
          <p>拨到下面列表中的第一项发生之时。</p>
          <Form
            action="/clock/next"
            csrfToken={context.csrfToken}
            submit="拨到下一事项"
            label="拨到下一事项"
          />
        </Panel>
      </div>
      <Panel id="next" title="接下来会自动发生的事项">
        <Table
          caption="到期事项"
          captionHidden
          columns={COLUMNS}
          rows={clock.next}
          keyOf={(each) => `${each.caseId} ${each.what} ${String(each.at)}`}
          empty="目前没有会自动发生的事项。"
        />
      </Panel>
    </Page>
  );
}
