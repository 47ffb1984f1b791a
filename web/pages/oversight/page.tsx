import type { ReactNode } from "react";
import type { ReadingRow } from "../../../api/use-cases/find-readings.ts";
import type {
  IncidentCount,
  ListStatistics,
  RuleCount,
  Statistics,
} from "../../../api/use-cases/find-statistics.ts";
import { printDay } from "../../../domain/deadlines/calendar-day.ts";
import { ErrorSummary } from "../../components/error-summary.tsx";
import { Pager } from "../../components/pager.tsx";
import { Panel } from "../../components/panel.tsx";
import { Table, type Column } from "../../components/table.tsx";
import { DayField } from "../../components/text-fields.tsx";
import type { FieldError } from "../../forms/form-check.ts";
import { FormFields } from "../../forms/form-context.tsx";
import type { FormInput } from "../../forms/form-input.ts";
import { Page } from "../../layout/page.tsx";
import type { PageContext } from "../../layout/page-context.ts";
import { printMoment } from "../../words/print-moment.ts";

const LIST_COLUMNS: readonly Column<ListStatistics>[] = [
  { title: "名单", cell: (each) => each.listName },
  { title: "立案", cell: (each) => String(each.opened), narrow: true },
  { title: "列入", cell: (each) => String(each.listed), narrow: true },
  { title: "不予列入", cell: (each) => String(each.notListed), narrow: true },
  { title: "终止", cell: (each) => String(each.withdrawn), narrow: true },
  { title: "到期移出", cell: (each) => String(each.removedByExpiry), narrow: true },
  { title: "修复移出", cell: (each) => String(each.removedByRepair), narrow: true },
  { title: "撤销", cell: (each) => String(each.annulled), narrow: true },
  { title: "异议", cell: (each) => String(each.objections), narrow: true },
  { title: "复议、诉讼", cell: (each) => String(each.remedies), narrow: true },
  { title: "期限办理", cell: (each) => String(each.deadlinesMet), narrow: true },
  { title: "期限逾期", cell: (each) => String(each.deadlinesLate), narrow: true },
];

const RULE_COLUMNS: readonly Column<RuleCount>[] = [
  { title: "规则", cell: (each) => each.ruleId, narrow: true },
  { title: "内容", cell: (each) => each.title },
  { title: "次数", cell: (each) => String(each.count), narrow: true },
];

const INCIDENT_COLUMNS: readonly Column<IncidentCount>[] = [
  { title: "问责事项", cell: (each) => each.title },
  { title: "登记", cell: (each) => String(each.opened), narrow: true },
  { title: "未办结", cell: (each) => String(each.unclosed), narrow: true },
];

const READING_COLUMNS: readonly Column<ReadingRow>[] = [
  { title: "时间", cell: (each) => printMoment(each.readAt), narrow: true },
  { title: "人员", cell: (each) => each.userName },
  { title: "案件", cell: (each) => each.caseNumber },
  { title: "目的", cell: (each) => each.purpose },
];

/** Numbers of a period and the register of looks (监督). */
export function OversightPage(props: {
  readonly context: PageContext;
  readonly input: FormInput;
  readonly errors: readonly FieldError[];
  readonly statistics: Statistics | null;
  readonly readings: readonly ReadingRow[];
  readonly nextCursor: string | null;
  readonly isFirst: boolean;
}): ReactNode {
  const { context, input, errors, statistics, readings } = props;
  return (
    <Page context={context} title="监督统计">
      <h1>监督统计</h1>
      <Panel id="period" title="统计期间">
        <ErrorSummary errors={errors} />
        <form method="get" action="/oversight" noValidate>
          <FormFields input={input} errors={errors}>
            <DayField name="from" label="起始日" />
            <DayField name="to" label="终止日" hint="含当日" />
          </FormFields>
          <button type="submit">统计</button>
        </form>
      </Panel>
      {statistics === null ? null : <Numbers statistics={statistics} />}
      <Panel id="readings" title="查询登记簿">
        <p>每次查看当事人明文信息都登记人员、案件、时间和目的，不能修改、删除。</p>
        <Table
          caption="查询登记簿"
          captionHidden
          columns={READING_COLUMNS}
          rows={readings}
          keyOf={(each) => each.readingId}
          empty="还没有登记。"
        />
        <Pager path="/oversight" query={{}} nextCursor={props.nextCursor} isFirst={props.isFirst} />
      </Panel>
    </Page>
  );
}

function Numbers(props: { readonly statistics: Statistics }): ReactNode {
  const { from, to, lists, refusals, incidents } = props.statistics;
  return (
    <Panel id="numbers" title={`${printDay(from)}至${printDay(to)}`}>
      <Table
        caption="各名单办理情况"
        columns={LIST_COLUMNS}
        rows={lists}
        keyOf={(each) => each.listId}
        empty="期间内没有办理。"
      />
      <Table
        caption="依法不能办理的次数"
        columns={RULE_COLUMNS}
        rows={refusals}
        keyOf={(each) => each.ruleId}
        empty="期间内没有。"
      />
      <Table
        caption="问责事项"
        columns={INCIDENT_COLUMNS}
        rows={incidents}
        keyOf={(each) => each.kind}
        empty="期间内没有登记。"
      />
      <p>
        <a href="/oversight/incidents">问责事项登记簿</a>
      </p>
    </Panel>
  );
}
