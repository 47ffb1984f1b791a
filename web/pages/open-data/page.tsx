import type { ReactNode } from "react";
import { OPEN_DATA_COLUMNS, type OpenDataColumn } from "../../../domain/publication/open-data.ts";
import { Panel } from "../../components/panel.tsx";
import { Table, type Column } from "../../components/table.tsx";
import { Page } from "../../layout/page.tsx";
import type { PageContext } from "../../layout/page-context.ts";

interface Form {
  readonly title: string;
  readonly path: string;
  readonly use: string;
}

const FORMS: readonly Form[] = [
  { title: "全量快照（CSV）", path: "/api/open-data/listings.csv", use: "用表格软件打开" },
  {
    title: "全量快照（JSON Lines）",
    path: "/api/open-data/listings.jsonl",
    use: "程序取用，每行一个条目",
  },
  {
    title: "全量快照（FollowTheMoney）",
    path: "/api/open-data/listings.ftm.json",
    use: "合规筛查工具导入",
  },
  {
    title: "变更流（JSON）",
    path: "/api/open-data/changes?since=0",
    use: "只取新的变更：ADD 新列、MOD 变更、DEL 移出",
  },
  { title: "名单动态（Atom）", path: "/api/open-data/feed.atom", use: "用订阅软件关注" },
  { title: "每日锚", path: "/open-data/anchors", use: "检验办理记录没有被改动" },
];

const FORM_COLUMNS: readonly Column<Form>[] = [
  { title: "数据", cell: (form) => <a href={form.path}>{form.title}</a> },
  { title: "用途", cell: (form) => form.use },
  { title: "地址", cell: (form) => <code>{form.path}</code> },
];

const FIELD_COLUMNS: readonly Column<OpenDataColumn>[] = [
  { title: "字段", cell: (field) => field.title },
  { title: "JSON 中的名称", cell: (field) => <code>{field.name}</code> },
];

/** The open data of the register (开放数据): forms, how to keep a copy true, terms, fields. */
export function OpenDataPage(props: { readonly context: PageContext }): ReactNode {
  return (
    <Page context={props.context} title="开放数据">
      <h1>严重失信主体名单开放数据</h1>
      <p>
        与<a href="/register">名单查询</a>
        同源、同样脱敏，只含公示中的条目；移出的条目即时从快照中消失，
        在变更流中以移出记录（DEL）告知。
      </p>
      <Panel id="forms" title="数据">
        <Table
          caption="开放数据的形式"
          columns={FORM_COLUMNS}
          rows={FORMS}
          keyOf={formKey}
          empty="没有数据"
        />
      </Panel>
      <Panel id="sync" title="怎样与名单保持一致">
        <ol>
          <li>
            取一次全量快照，记下响应头 <code>X-Change-Number</code> 中的变更序号。
          </li>
          <li>
            以该序号为 <code>since</code> 请求变更流，按顺序处理：ADD、MOD 写入或者替换该条目，DEL
            删除该条目。
          </li>
          <li>
            记下返回的 <code>next</code>，下次从这里继续；<code>more</code> 为 true 时立即再取。
          </li>
        </ol>
        <p>
          快照、单个条目和动态支持 ETag（未变化时返回 304），快照支持分段下载（Range）。单个条目：
          <code>/api/register/条目编号</code>。接口说明：<a href="/openapi.json">OpenAPI</a>。
        </p>
      </Panel>
      <Panel id="terms" title="使用条件">
        <ul>
          <li>每次使用前先同步变更；收到 DEL 的，立即删除该条目及其副本，并告知转交过的下游。</li>
          <li>不得把已经移出的信息继续公布、提供或者用于对当事人的评价。</li>
          <li>展示时注明来源和取得时间，不得改动内容；内容与名单查询不一致的，以名单查询为准。</li>
          <li>不得用于识别被遮蔽的身份信息，不得与其他数据比对还原。</li>
        </ul>
      </Panel>
      <Panel id="fields" title="字段">
        <Table
          caption="快照的字段"
          columns={FIELD_COLUMNS}
          rows={OPEN_DATA_COLUMNS}
          keyOf={fieldKey}
          empty="没有字段"
        />
      </Panel>
    </Page>
  );
}

const formKey = (form: Form): string => form.path;
const fieldKey = (field: OpenDataColumn): string => field.name;
