import type { ReactNode } from "react";
import type {
  RegisterPage as Found,
  RegisterRow,
} from "../../../api/use-cases/find-register-entries.ts";
import { printDay } from "../../../domain/deadlines/calendar-day.ts";
import { NATIONAL_LISTS } from "../../../domain/packs/list-id.ts";
import { addressOf, Pager } from "../../components/pager.tsx";
import { SearchBar } from "../../components/search-bar.tsx";
import { Table, type Column } from "../../components/table.tsx";
import { Page } from "../../layout/page.tsx";
import type { PageContext } from "../../layout/page-context.ts";
import { printMoment } from "../../words/print-moment.ts";

/** What the public asked for. */
export interface RegisterSearch {
  readonly name: string;
  readonly listId: string;
  readonly cursor: string;
}

const COLUMNS: readonly Column<RegisterRow>[] = [
  { title: "名称", cell: (row) => <a href={`/register/${row.entryId}`}>{row.name}</a> },
  { title: "证件号码（代码）", cell: (row) => row.identifier },
  { title: "名单", cell: (row) => row.listName },
  { title: "决定机关", cell: (row) => row.authorityName },
  { title: "决定书文号", cell: (row) => row.decisionNumber },
  { title: "列入日", cell: (row) => printDay(row.listedOn), narrow: true },
  { title: "公示至", cell: (row) => printDay(row.shownThrough), narrow: true },
];

/** The public register (名单公示): search by name, filter by list. */
export function RegisterPage(props: {
  readonly context: PageContext;
  readonly search: RegisterSearch;
  /** Null where the question itself was wrong. */
  readonly found: Found | null;
  readonly problem: string | null;
}): ReactNode {
  const { context, search, found, problem } = props;
  const { name, listId, cursor } = search;
  return (
    <Page context={context} title="名单查询">
      <h1>严重失信主体名单公示</h1>
      <SearchBar
        action="/register"
        name="name"
        label="当事人名称"
        hint="至少两个字；留空则列出全部"
        submit="查询名单"
        value={name}
      >
        <ListFilter listId={listId} />
      </SearchBar>
      <p role="status">{problem ?? describeFound(found)}</p>
      {found === null ? null : (
        <>
          <Table
            caption="公示中的名单信息"
            columns={COLUMNS}
            rows={found.rows}
            keyOf={(row) => row.entryId}
            empty={<NothingFound search={search} />}
          />
          <Pager
            path="/register"
            query={{ name, list: listId }}
            nextCursor={found.nextCursor}
            isFirst={cursor === ""}
          />
        </>
      )}
      <p className="soft">
        查询结果只反映上述时间的公示情况。已经移出的不再显示，使用本公示信息的，应当随移出同步更新。
        需要成批取用的，请用<a href="/open-data">开放数据</a>。
      </p>
      <p>
        税务机关、人民法院等认定的名单，本市只接收和展示：
        <a href="/register/elsewhere">查询由其他机关认定的名单信息</a>。
      </p>
    </Page>
  );
}

function describeFound(found: Found | null): string {
  if (found === null) return "";
  return `共${String(found.total)}条，数据截至${printMoment(found.asOf)}`;
}

function ListFilter(props: { readonly listId: string }): ReactNode {
  return (
    <div className="field">
      <label htmlFor="list">名单</label>
      <select id="list" name="list" defaultValue={props.listId}>
        <option value="">全部名单</option>
        {Object.entries(NATIONAL_LISTS).map(([id, title]) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </div>
  );
}

function NothingFound(props: { readonly search: RegisterSearch }): ReactNode {
  const { name, listId } = props.search;
  if (name === "" && listId === "") return "现在没有公示中的名单信息。";
  return (
    <>
      没有符合条件的公示信息。<a href={addressOf("/register", {})}>清空查询条件</a>
    </>
  );
}
