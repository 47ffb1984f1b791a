import type { ReactNode } from "react";
import type { IncidentView } from "../../../api/use-cases/find-incidents.ts";
import { printDay } from "../../../domain/deadlines/calendar-day.ts";
import { INCIDENT_KIND_TITLES, INCIDENT_STATE_TITLES } from "../../../domain/glossary.ts";
import { choicesOf, SelectField } from "../../components/choice-fields.tsx";
import { Facts } from "../../components/facts.tsx";
import { RefusalBox, type ShownRefusal } from "../../components/findings-list.tsx";
import { Form } from "../../components/form.tsx";
import { Pager } from "../../components/pager.tsx";
import { Panel } from "../../components/panel.tsx";
import { Table, type Column } from "../../components/table.tsx";
import { DayField, TextArea, TextField } from "../../components/text-fields.tsx";
import type { FieldError } from "../../forms/form-check.ts";
import type { FormInput } from "../../forms/form-input.ts";
import { Page } from "../../layout/page.tsx";
import type { PageContext } from "../../layout/page-context.ts";
import { printMoment } from "../../words/print-moment.ts";

/** A form that was sent and is shown again, with what is wrong. */
export interface SentForm {
  readonly form: "enter" | "report" | "close";
  readonly input: FormInput;
  readonly errors: readonly FieldError[];
}

const COLUMNS: readonly Column<IncidentView>[] = [
  {
    title: "问责事项",
    cell: (each) => (
      <a href={`/oversight/incidents/${each.incidentId}`}>{INCIDENT_KIND_TITLES[each.kind]}</a>
    ),
  },
  { title: "状态", cell: (each) => INCIDENT_STATE_TITLES[each.state] },
  { title: "情形", cell: (each) => each.cause },
  { title: "机关", cell: (each) => each.authorityName ?? "" },
  { title: "案件", cell: (each) => each.caseNumber ?? "" },
  { title: "登记时间", cell: (each) => printMoment(each.openedAt), narrow: true },
];

function shownAgain(
  sent: SentForm | null,
  form: SentForm["form"],
): { input?: FormInput; errors?: readonly FieldError[] } {
  return sent?.form === form ? { input: sent.input, errors: sent.errors } : {};
}

function isSupervisor({ person }: PageContext): boolean {
  return person?.actor.roles.includes("supervisor") === true;
}

/** The register of matters of accountability (问责事项登记簿). */
export function IncidentsPage(props: {
  readonly context: PageContext;
  readonly rows: readonly IncidentView[];
  readonly nextCursor: string | null;
  readonly isFirst: boolean;
  readonly sent: SentForm | null;
}): ReactNode {
  const { context, rows, nextCursor, isFirst, sent } = props;
  return (
    <Page context={context} title="问责事项">
      <h1>问责事项</h1>
      <p>
        逾期、列入有误以及目录、清单之外的行为登记在此。牵头单位须向有关单位的主管单位通报，通报后才能办结。
      </p>
      <Table
        caption="问责事项登记簿"
        columns={COLUMNS}
        rows={rows}
        keyOf={(each) => each.incidentId}
        empty="还没有登记。"
      />
      <Pager path="/oversight/incidents" query={{}} nextCursor={nextCursor} isFirst={isFirst} />
      {isSupervisor(context) ? (
        <Panel id="enter" title="登记问责事项">
          <Form
            action="/oversight/incidents"
            csrfToken={context.csrfToken}
            submit="登记"
            label="登记问责事项"
            {...shownAgain(sent, "enter")}
          >
            <SelectField name="kind" label="种类" choices={choicesOf(INCIDENT_KIND_TITLES)} />
            <TextArea name="cause" label="情形" hint="不写当事人的姓名、名称和号码" rows={3} />
          </Form>
        </Panel>
      ) : null}
    </Page>
  );
}

/** One matter of accountability, and what is to be done with it. */
export function IncidentPage(props: {
  readonly context: PageContext;
  readonly incident: IncidentView;
  readonly sent: SentForm | null;
  readonly refusal: ShownRefusal | null;
}): ReactNode {
  const { context, incident, sent, refusal } = props;
  const title = INCIDENT_KIND_TITLES[incident.kind];
  return (
    <Page
      context={context}
      title={`问责事项：${title}`}
      crumbs={[{ title: "问责事项", path: "/oversight/incidents" }]}
    >
      <h1>{title}</h1>
      {refusal === null ? null : <RefusalBox refusal={refusal} />}
      <Panel id="facts" title={INCIDENT_STATE_TITLES[incident.state]}>
        <Facts facts={describe(incident)} />
      </Panel>
      {isSupervisor(context) && incident.state !== "settled" ? (
        <Handling context={context} incident={incident} sent={sent} />
      ) : null}
    </Page>
  );
}

function describe(incident: IncidentView): readonly (readonly [string, ReactNode])[] {
  const { report, caseId, caseNumber } = incident;
  return [
    ["情形", incident.cause],
    ["机关", incident.authorityName ?? "没有指明"],
    ["名单", incident.listName ?? "没有指明"],
    ["案件", caseId === null ? "没有指明" : <a href={`/cases/${caseId}`}>{caseNumber}</a>],
    ["登记时间", printMoment(incident.openedAt)],
    ["登记人", incident.openedBy === "system" ? "系统自动登记" : "牵头单位登记"],
    [
      "通报",
      report === null
        ? "还没有通报"
        : `${printDay(report.reportedOn)}向${report.organ}通报（${report.number}）`,
    ],
    ["处理结果", incident.outcome ?? "还没有办结"],
  ];
}

function Handling(props: {
  readonly context: PageContext;
  readonly incident: IncidentView;
  readonly sent: SentForm | null;
}): ReactNode {
  const { context, incident, sent } = props;
  const path = `/oversight/incidents/${incident.incidentId}`;
  return (
    <div className="columns">
      <Panel id="report" title="通报主管单位">
        <Form
          action={`${path}/reports`}
          csrfToken={context.csrfToken}
          submit="登记通报"
          label="通报主管单位"
          {...shownAgain(sent, "report")}
        >
          <TextField name="organ" label="主管单位" />
          <TextField name="number" label="通报文号" short />
          <DayField name="reportedOn" label="通报日" />
        </Form>
      </Panel>
      <Panel id="close" title="办结">
        <Form
          action={`${path}/closures`}
          csrfToken={context.csrfToken}
          submit="办结"
          label="办结问责事项"
          {...shownAgain(sent, "close")}
        >
          <TextArea name="outcome" label="责任认定和处理结果" rows={3} />
        </Form>
      </Panel>
    </div>
  );
}
