import type { ReactNode } from "react";
import type { ElsewherePage, ElsewhereRow } from "../../../api/use-cases/find-elsewhere.ts";
import { printDay } from "../../../domain/deadlines/calendar-day.ts";
import { FED_LISTS } from "../../../domain/elsewhere/elsewhere-columns.ts";
import { Pager } from "../../components/pager.tsx";
import { Notice } from "../../components/panel.tsx";
import { SearchBar } from "../../components/search-bar.tsx";
import { Table, type Column } from "../../components/table.tsx";
import { Page } from "../../layout/page.tsx";
import type { PageContext } from "../../layout/page-context.ts";
import { printMoment } from "../../words/print-moment.ts";

/** What was asked for. */
export interface ElsewhereSearch {
  readonly name: string;
  readonly listId: string;
  readonly cursor: string;
}

const COLUMNS: readonly Column<ElsewhereRow>[] = [
  { title: "名称", cell: (row) => row.name },
  { title: "统一社会信用代码", cell: (row) => row.identifier },
  { title: "名单", cell: (row) => row.listName },
  { title: "认定机关", cell: (row) => row.authorityName },
  { title: "认定文书号", cell: (row) => row.documentNumber },
  { title: "列入日期", cell: (row) => (row.listedOn === null ? "" : printDay(row.listedOn)) },
  {
    title: "截止日期",
    cell: (row) => (row.shownThrough === null ? "未定" : printDay(row.shownThrough)),
  },
];

/** What others decided and this place only shows (由其他机关认定的名单信息). */
export function RegisterElsewherePage(props: {
  readonly context: PageContext;
  readonly search: ElsewhereSearch;
  /** Null where the question itself was wrong. */
  readonly found: ElsewherePage | null;
  readonly problem: string | null;
}): ReactNode {
  const { context, search, found, problem } = props;
  return (
    <Page
      context={context}
      title="由其他机关认定的名单信息"
      crumbs={[{ title: "名单查询", path: "/register" }]}
    >
      <h1>由其他机关认定的名单信息</h1>
      <Notice kind="info">
        <p>
          以下名单由列明的机关认定，本市不作认定，只接收、展示并落实措施。有异议、申请修复或者移出的，请向认定机关提出。认定机关移出的，这里随即不再展示。自然人不在这里展示。
        </p>
      </Notice>
      <SearchBar
        action="/register/elsewhere"
        name="name"
        label="主体名称"
        hint="至少两个字；留空则列出全部"
        submit="查询"
        value={search.name}
      >
        <ListFilter listId={search.listId} />
      </SearchBar>
      <p role="status">{problem ?? describeFound(found)}</p>
      {found === null ? null : (
        <>
          <Table
            caption="由其他机关认定的名单信息"
            captionHidden
            columns={COLUMNS}
            rows={found.rows}
            keyOf={(row) => row.entryId}
            empty="没有符合条件的信息。"
          />
          <Pager
            path="/register/elsewhere"
            query={{ name: search.name, list: search.listId }}
            nextCursor={found.nextCursor}
            isFirst={search.cursor === ""}
          />
        </>
      )}
    </Page>
  );
}

function describeFound(found: ElsewherePage | null): string {
  if (found === null) return "";
  return `共${String(found.total)}条，数据截至${printMoment(found.asOf)}`;
}

function ListFilter(props: { readonly listId: string }): ReactNode {
  return (
    <div className="field">
      <label htmlFor="list">名单</label>
      <select id="list" name="list" defaultValue={props.listId}>
        <option value="">全部名单</option>
        {FED_LISTS.map(({ listId, listName, decidedBy }) => (
          <option key={listId} value={listId}>
            {`${listName}（${decidedBy}认定）`}
          </option>
        ))}
      </select>
    </div>
  );
}
