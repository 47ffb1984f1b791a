import type { ReactNode } from "react";
import type { LeadImportView } from "../../../api/use-cases/find-lead-imports.ts";
import type {
  ElsewhereListingView,
  ElsewhereMessageView,
  ElsewhereSource,
} from "../../../api/use-cases/oversee-elsewhere.ts";
import { printDay } from "../../../domain/deadlines/calendar-day.ts";
import { FED_LISTS } from "../../../domain/elsewhere/elsewhere-columns.ts";
import { SelectField } from "../../components/choice-fields.tsx";
import { Panel } from "../../components/panel.tsx";
import { Table, type Column } from "../../components/table.tsx";
import type { FieldError } from "../../forms/form-check.ts";
import type { FormInput } from "../../forms/form-input.ts";
import { Page } from "../../layout/page.tsx";
import type { PageContext } from "../../layout/page-context.ts";
import { printMoment } from "../../words/print-moment.ts";
import { ImportsPanel, UploadPanel, WholeNameForm } from "../leads/import-panels.tsx";
import { BasisPanel } from "./basis-panel.tsx";
import { describeToldState } from "./told-words.ts";

export interface ElsewherePageProps {
  readonly context: PageContext;
  readonly mayImport: boolean;
  readonly mayEnterBasis: boolean;
  /** What was sent with the form of a basis that could not be entered. */
  readonly basis: FormInput | null;
  readonly basisErrors: readonly FieldError[];
  readonly sources: readonly ElsewhereSource[];
  readonly listings: readonly ElsewhereListingView[];
  readonly messages: readonly ElsewhereMessageView[];
  readonly imports: readonly LeadImportView[];
  /** Who was looked for; null where the list is not a search. */
  readonly who: FormInput | null;
  readonly searchErrors: readonly FieldError[];
  readonly uploadErrors: readonly FieldError[];
}

const SOURCE_COLUMNS: readonly Column<ElsewhereSource>[] = [
  { title: "名单", cell: (each) => each.listName },
  { title: "由谁认定", cell: (each) => each.decidedBy },
  { title: "推送", cell: (each) => (each.isConnected ? "已接通" : "没有接通"), narrow: true },
  { title: "在名单上", cell: (each) => String(each.shown), narrow: true },
  {
    title: "没有送达措施实施单位",
    cell: (each) =>
      each.untold === 0 ? (
        "没有"
      ) : (
        <span className="tag tag-amber">{`${String(each.untold)}条`}</span>
      ),
  },
  {
    title: "实施单位知悉个人身份的依据",
    cell: (each) => (each.sharingBasis === "" ? "没有，对实施单位也脱敏" : each.sharingBasis),
  },
  {
    title: "最近收到",
    cell: (each) => (each.lastReceivedAt === null ? "没有" : printMoment(each.lastReceivedAt)),
  },
];

const STATES = { shown: "在名单上", ended: "已到期", withdrawn: "已移出" } as const;

const LISTING_COLUMNS: readonly Column<ElsewhereListingView>[] = [
  { title: "主体", cell: (row) => row.name },
  { title: "代码（证件号码）", cell: (row) => row.identifier },
  { title: "名单", cell: (row) => row.listName },
  { title: "认定机关和文书号", cell: (row) => `${row.authorityName} ${row.documentNumber}`.trim() },
  { title: "列入", cell: (row) => (row.listedOn === null ? "" : printDay(row.listedOn)) },
  {
    title: "状态",
    cell: (row) =>
      row.removedOn === null
        ? STATES[row.state]
        : `${STATES[row.state]}（${printDay(row.removedOn)}）`,
  },
  { title: "措施实施单位", cell: describeToldState },
];

const MESSAGE_COLUMNS: readonly Column<ElsewhereMessageView>[] = [
  { title: "名单", cell: (row) => row.listName },
  { title: "收到", cell: (row) => printMoment(row.receivedAt), narrow: true },
  {
    title: "有误的记录",
    cell: (row) =>
      row.rejected.map(({ index, problems }) => (
        <span key={index}>{`第${String(index + 1)}条：${problems}　`}</span>
      )),
  },
];

/** What others decide and this place only receives: sources, records, files (外部认定的名单). */
export function ElsewherePage(props: ElsewherePageProps): ReactNode {
  const { context } = props;
  return (
    <Page context={context} title="外部认定的名单">
      <h1>外部认定的名单</h1>
      <p>
        这些名单由其他机关认定，本市只接收、展示并落实措施，不立案、不认定、不移出。收到列入或者移出的，当日告知措施实施单位；当日没有送达的，登记为问责事项。
      </p>
      <Panel id="sources" title="名单和来源">
        <Table
          caption="名单和来源"
          captionHidden
          columns={SOURCE_COLUMNS}
          rows={props.sources}
          keyOf={(each) => each.listId}
          empty="没有只接收的名单。"
        />
      </Panel>
      <ListingsPanel {...props} />
      {props.mayImport ? <FeedPanel context={context} errors={props.uploadErrors} /> : null}
      {props.mayEnterBasis ? (
        <BasisPanel
          context={context}
          sources={props.sources}
          input={props.basis}
          errors={props.basisErrors}
        />
      ) : null}
      <ImportsPanel imports={props.imports} />
      <Panel id="messages" title="推送中有误的记录">
        <Table
          caption="推送中有误的记录"
          captionHidden
          columns={MESSAGE_COLUMNS}
          rows={props.messages}
          keyOf={(row) => row.messageId}
          empty="没有。"
        />
      </Panel>
    </Page>
  );
}

function ListingsPanel(props: ElsewherePageProps): ReactNode {
  const { context, who, listings, searchErrors } = props;
  return (
    <Panel id="listings" title={who === null ? "最近的变更" : "查找结果"}>
      <Table
        caption="外部认定的名单信息"
        captionHidden
        columns={LISTING_COLUMNS}
        rows={listings}
        keyOf={(row) => row.entryId}
        empty="没有。"
      />
      <WholeNameForm
        context={context}
        action="/elsewhere/search"
        submit="查找"
        hint="主体信息加密存放，只能按完整的名称或者号码查找；自然人脱敏显示"
        who={who}
        errors={searchErrors}
      />
    </Panel>
  );
}

function FeedPanel(props: {
  readonly context: PageContext;
  readonly errors: readonly FieldError[];
}): ReactNode {
  return (
    <UploadPanel
      context={props.context}
      action="/elsewhere/imports"
      label="认定机关提供的名单文件"
      header="第一行为数据项名称（记录编号、状态、数据更新时间等）。没有列出的记录不视为移出"
      errors={props.errors}
    >
      <SelectField
        name="list"
        label="名单"
        choices={FED_LISTS.map(({ listId, listName, decidedBy }) => ({
          value: listId,
          label: `${listName}（${decidedBy}认定）`,
        }))}
      />
    </UploadPanel>
  );
}
