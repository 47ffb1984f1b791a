import type { ReactNode } from "react";
import type { Worklist, WorklistRow, WorklistTab } from "../../../api/use-cases/find-case-files.ts";
import type { MessageRow } from "../../../api/use-cases/find-messages.ts";
import { STAGES, type Stage } from "../../../domain/case-file/stages.ts";
import { PARTY_ROLE_TITLES, STAGE_TITLES } from "../../../domain/glossary.ts";
import type { CalendarDay } from "../../../domain/deadlines/calendar-day.ts";
import { printDay } from "../../../domain/deadlines/calendar-day.ts";
import { DeadlineLamp } from "../../components/deadline-lamp.tsx";
import { addressOf, Pager } from "../../components/pager.tsx";
import { Panel } from "../../components/panel.tsx";
import { Table, type Column } from "../../components/table.tsx";
import { Page } from "../../layout/page.tsx";
import type { PageContext } from "../../layout/page-context.ts";
import { printMoment } from "../../words/print-moment.ts";

/** What the desk was asked for; `all` is every case in sight. */
export interface DeskQuery {
  readonly tab: WorklistTab | "all";
  readonly stage: Stage | "";
  readonly search: string;
  readonly cursor: string;
}

export const TAB_TITLES: Readonly<Record<WorklistTab | "all", string>> = {
  todo: "待办",
  ongoing: "在办",
  done: "已办",
  "due-soon": "临期",
  overdue: "逾期",
  all: "全部",
};

const TABS: readonly (WorklistTab | "all")[] = [
  "todo",
  "ongoing",
  "done",
  "due-soon",
  "overdue",
  "all",
];

interface DeskProps {
  readonly context: PageContext;
  readonly worklist: Worklist;
  readonly query: DeskQuery;
  readonly messages: readonly MessageRow[];
}

/** The desk of an official (工作台): what waits, what runs, what is due. */
export function DeskPage(props: DeskProps): ReactNode {
  const { context, worklist, query, messages } = props;
  const canOpen = context.person?.actor.roles.includes("case-officer") === true;
  const { tab, stage, search, cursor } = query;
  return (
    <Page context={context} title="工作台">
      <div className="page-head">
        <h1>工作台</h1>
        {canOpen ? (
          <a className="button" href="/matters/new">
            立案
          </a>
        ) : null}
      </div>
      <Tabs query={query} counts={worklist.counts} />
      <QueryBar query={query} />
      <p role="status" className="soft">
        本页{String(worklist.rows.length)}件
        {worklist.nextCursor === null && cursor === "" ? "，共此一页" : ""}
      </p>
      <Table
        caption={`${TAB_TITLES[tab]}案件`}
        columns={columnsOf(worklist.today)}
        rows={worklist.rows}
        keyOf={(row) => row.caseId}
        empty={<EmptyDesk query={query} />}
      />
      <Pager
        path="/desk"
        query={{ tab, stage, search }}
        nextCursor={worklist.nextCursor}
        isFirst={cursor === ""}
      />
      <Messages messages={messages} />
    </Page>
  );
}

function Tabs(props: {
  readonly query: DeskQuery;
  readonly counts: Worklist["counts"];
}): ReactNode {
  const { query, counts } = props;
  return (
    <nav aria-label="案件分类">
      <ul className="tabs">
        {TABS.map((tab) => (
          <li key={tab}>
            <a
              href={addressOf("/desk", { tab, search: query.search, stage: query.stage })}
              aria-current={tab === query.tab ? "page" : undefined}
            >
              {TAB_TITLES[tab]}
              {tab === "all" ? "" : `（${String(counts[tab])}）`}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function QueryBar(props: { readonly query: DeskQuery }): ReactNode {
  const { tab, stage, search } = props.query;
  return (
    <form method="get" action="/desk" role="search" aria-label="查询案件">
      <input type="hidden" name="tab" value={tab} />
      <div className="query-bar">
        <div className="field">
          <label htmlFor="search">案号、名称或者统一社会信用代码</label>
          <p className="hint" id="search-hint">
            须输入完整的案号、名称或者代码
          </p>
          <input
            id="search"
            name="search"
            type="search"
            autoComplete="off"
            defaultValue={search}
            aria-describedby="search-hint"
          />
        </div>
        <div className="field">
          <label htmlFor="stage">环节</label>
          <select id="stage" name="stage" defaultValue={stage}>
            <option value="">全部环节</option>
            {STAGES.map((each) => (
              <option key={each} value={each}>
                {STAGE_TITLES[each]}
              </option>
            ))}
          </select>
        </div>
        <div className="buttons">
          <button type="submit">查询</button>
          <a className="button plain" href="/desk">
            重置
          </a>
        </div>
      </div>
    </form>
  );
}

function columnsOf(today: CalendarDay): readonly Column<WorklistRow>[] {
  return [
    { title: "案号", cell: (row) => row.caseNumber },
    { title: "当事人", cell: describeParty },
    { title: "认定部门", cell: (row) => row.authorityName },
    {
      title: "环节",
      cell: (row) => <span className="tag tag-blue">{STAGE_TITLES[row.stage]}</span>,
    },
    { title: "期限", cell: (row) => <RowDeadline row={row} today={today} /> },
    { title: "立案日", cell: (row) => printDay(row.openedOn), narrow: true },
    {
      title: "操作",
      cell: (row) => (
        <a href={`/cases/${row.caseId}`}>
          办理<span className="visually-hidden">{row.caseNumber}</span>
        </a>
      ),
    },
  ];
}

function describeParty(row: WorklistRow): ReactNode {
  return (
    <>
      {row.partyName}
      <br />
      <span className="soft small">{PARTY_ROLE_TITLES[row.partyRole]}</span>
    </>
  );
}

function RowDeadline(props: { readonly row: WorklistRow; readonly today: CalendarDay }): ReactNode {
  const { deadline } = props.row;
  if (deadline === null) return <span className="soft">没有正在计算的期限</span>;
  return (
    <>
      {deadline.title}，{printDay(deadline.endsOn)}
      <br />
      <DeadlineLamp deadline={deadline} today={props.today} />
    </>
  );
}

const EMPTY_WORDS: Readonly<Record<WorklistTab | "all", string>> = {
  todo: "没有等您办理的案件。",
  ongoing: "没有正在办理的案件。",
  done: "还没有办结的案件。",
  "due-soon": "三个工作日内没有到期的案件。",
  overdue: "没有逾期的案件。",
  all: "您的办理范围内还没有案件。",
};

function EmptyDesk(props: { readonly query: DeskQuery }): ReactNode {
  const { tab, search, stage } = props.query;
  if (search === "" && stage === "") return EMPTY_WORDS[tab];
  return (
    <>
      没有符合查询条件的案件。<a href={addressOf("/desk", { tab })}>清空查询条件</a>
    </>
  );
}

function Messages(props: { readonly messages: readonly MessageRow[] }): ReactNode {
  return (
    <Panel id="messages" title="提醒">
      {props.messages.length === 0 ? (
        <p className="soft">没有提醒。</p>
      ) : (
        <ul>
          {props.messages.map((message) => (
            <li key={message.messageId}>
              {message.text}（
              {message.caseId === null ? null : (
                <>
                  <a href={`/cases/${message.caseId}`}>{message.caseNumber}</a>，
                </>
              )}
              {printMoment(message.sentAt)}）
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
