import type { ReactNode } from "react";
import type { LeadImportView } from "../../../api/use-cases/find-lead-imports.ts";
import type { LeadReadingRow } from "../../../api/use-cases/find-lead-readings.ts";
import type { LeadRow, LeadState } from "../../../api/use-cases/find-leads.ts";
import { printDay } from "../../../domain/deadlines/calendar-day.ts";
import { LEAD_STATE_TITLES, PARTY_KIND_TITLES } from "../../../domain/glossary.ts";
import { Pager } from "../../components/pager.tsx";
import { Panel } from "../../components/panel.tsx";
import { Table, type Column } from "../../components/table.tsx";
import type { FieldError } from "../../forms/form-check.ts";
import type { FormInput } from "../../forms/form-input.ts";
import { Page } from "../../layout/page.tsx";
import type { PageContext } from "../../layout/page-context.ts";
import { printMoment } from "../../words/print-moment.ts";
import { ImportsPanel, UploadPanel, WholeNameForm } from "./import-panels.tsx";

export interface LeadsPageProps {
  readonly context: PageContext;
  readonly mayWork: boolean;
  readonly state: LeadState;
  readonly leads: readonly LeadRow[];
  readonly nextCursor: string | null;
  readonly isFirst: boolean;
  /** Who was looked for; null where the list is not a search. */
  readonly who: FormInput | null;
  readonly imports: readonly LeadImportView[];
  readonly uploadErrors: readonly FieldError[];
  readonly searchErrors: readonly FieldError[];
  /** Null for those who don't oversee. */
  readonly readings: readonly LeadReadingRow[] | null;
}

const LEAD_COLUMNS: readonly Column<LeadRow>[] = [
  { title: "行政相对人", cell: (lead) => <a href={`/leads/${lead.leadId}`}>{lead.name}</a> },
  { title: "代码（证件号码）", cell: (lead) => lead.identifier, narrow: true },
  { title: "类别", cell: (lead) => PARTY_KIND_TITLES[lead.partyKind] },
  { title: "处罚决定书文号", cell: (lead) => lead.documentNumber },
  { title: "处罚决定日期", cell: (lead) => printDay(lead.decidedOn), narrow: true },
  { title: "处罚机关", cell: (lead) => lead.decidingOrgan },
];

const READING_COLUMNS: readonly Column<LeadReadingRow>[] = [
  { title: "何人", cell: (row) => row.userName },
  { title: "何时", cell: (row) => printMoment(row.readAt), narrow: true },
  { title: "查看", cell: (row) => (row.leadId === null ? "导入文件中有误的行" : "一条线索") },
  { title: "事由", cell: (row) => row.purpose },
];

/** Leads (线索): what came in as penalty records, and what was made of it. */
export function LeadsPage(props: LeadsPageProps): ReactNode {
  const { context, state } = props;
  const query = state === "pending" ? {} : { state };
  return (
    <Page context={context} title="线索">
      <h1>线索：“双公示”行政处罚记录</h1>
      <p>
        行政处罚记录只是线索，是否立案、是否列入由承办机关依法决定。自然人的姓名和证件号码在列表中脱敏；查看明文即登记。
      </p>
      <Panel id="leads" title={props.who === null ? LEAD_STATE_TITLES[state] : "查找结果"}>
        <StateTabs current={props.who === null ? state : null} />
        <Table
          caption="线索"
          captionHidden
          columns={LEAD_COLUMNS}
          rows={props.leads}
          keyOf={(lead) => lead.leadId}
          empty="没有线索。"
        />
        {props.who === null ? (
          <Pager
            path="/leads"
            query={query}
            nextCursor={props.nextCursor}
            isFirst={props.isFirst}
          />
        ) : null}
      </Panel>
      <Panel id="search" title="查找">
        <WholeNameForm
          context={context}
          action={`/leads/search?state=${state}`}
          submit="查找线索"
          hint="当事人信息加密存放，只能按完整的名称或者号码查找"
          who={props.who}
          errors={props.searchErrors}
        />
      </Panel>
      {props.mayWork ? (
        <UploadPanel
          context={context}
          action="/leads/imports"
          label="“双公示”行政处罚记录"
          header="第一行为数据项标识符（CF_XDR_MC 等）或者中文名称"
          errors={props.uploadErrors}
        />
      ) : null}
      <ImportsPanel imports={props.imports} />
      {props.readings === null ? null : <ReadingsPanel readings={props.readings} />}
    </Page>
  );
}

function ReadingsPanel(props: { readonly readings: readonly LeadReadingRow[] }): ReactNode {
  return (
    <Panel id="readings" title="线索查询登记簿（最近的）">
      <Table
        caption="线索查询登记簿"
        captionHidden
        columns={READING_COLUMNS}
        rows={props.readings}
        keyOf={(row) => row.readingId}
        empty="没有人查看过线索的明文。"
      />
    </Panel>
  );
}

function StateTabs(props: { readonly current: LeadState | null }): ReactNode {
  return (
    <nav aria-label="线索分类">
      <ul className="tabs">
        {(["pending", "used", "set-aside"] as const).map((each) => (
          <li key={each}>
            <a
              href={`/leads?state=${each}`}
              aria-current={each === props.current ? "page" : undefined}
            >
              {LEAD_STATE_TITLES[each]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
