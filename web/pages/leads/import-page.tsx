import type { ReactNode } from "react";
import type { LeadImportView, LeftRow } from "../../../api/use-cases/find-lead-imports.ts";
import { Facts, type Fact } from "../../components/facts.tsx";
import { Notice, Panel } from "../../components/panel.tsx";
import { Table, type Column } from "../../components/table.tsx";
import { Page } from "../../layout/page.tsx";
import type { PageContext } from "../../layout/page-context.ts";
import { printMoment } from "../../words/print-moment.ts";
import { describeImport } from "./import-words.ts";

const REFRESH_SECONDS = 2;
const LEADS = { title: "线索", path: "/leads" };
const ELSEWHERE = { title: "外部认定的名单", path: "/elsewhere" };

const LEFT_COLUMNS: readonly Column<LeftRow>[] = [
  { title: "行号", cell: (row) => String(row.rowNumber), narrow: true },
  { title: "结果", cell: (row) => (row.outcome === "rejected" ? "有误" : "重复"), narrow: true },
  {
    title: "问题",
    cell: (row) => row.findings.map((each) => `${each.title}：${each.message}`).join("；"),
  },
];

/** One import (导入进度): how far it is, what was taken in, what was not and why. */
export function ImportPage(props: {
  readonly context: PageContext;
  readonly view: LeadImportView & { readonly leftRows: readonly LeftRow[] };
  readonly mayWork: boolean;
}): ReactNode {
  const { context, view } = props;
  const isOpen = view.state === "waiting" || view.state === "running";
  return (
    <Page
      context={context}
      title="导入进度"
      crumbs={[view.listId === null ? LEADS : ELSEWHERE]}
      {...(isOpen ? { refreshSeconds: REFRESH_SECONDS } : {})}
    >
      <h1>导入：{view.fileName}</h1>
      <Notice kind={noticeKindOf(view.state)} live>
        <p data-await-outcome={isOpen ? "" : undefined}>{describeImport(view)}</p>
        {view.fault === null ? null : <p>{view.fault}</p>}
      </Notice>
      <Facts facts={factsOf(view)} />
      {view.rejected > 0 && props.mayWork ? (
        <p>
          <a href={`/leads/imports/${view.importId}/report`}>下载问题清单（CSV）</a>
          ：在表中更正后可以原样再次导入，已经收取的不会重复。清单含明文，下载即登记。
        </p>
      ) : null}
      <Panel id="left" title="没有收取的行（至多列出 100 行）">
        <Table
          caption="没有收取的行"
          captionHidden
          columns={LEFT_COLUMNS}
          rows={view.leftRows}
          keyOf={(row) => String(row.rowNumber)}
          empty={isOpen ? "到目前为止没有。" : "没有。"}
        />
      </Panel>
    </Page>
  );
}

function noticeKindOf(state: LeadImportView["state"]): "info" | "success" | "warning" {
  if (state === "failed") return "warning";
  return state === "done" ? "success" : "info";
}

function factsOf(view: LeadImportView): readonly Fact[] {
  const { encoding, unknownColumns, finishedAt } = view;
  const size = `${(view.bytes / 1024 / 1024).toFixed(2)} MB`;
  const facts: Fact[] = [
    ["格式", encoding === null ? view.format.toUpperCase() : `CSV，${encoding.toUpperCase()} 编码`],
    ["大小", size],
    ["收到", `${printMoment(view.uploadedAt)}，${view.uploadedByName}`],
  ];
  if (finishedAt !== null) facts.push(["结束", printMoment(finishedAt)]);
  if (unknownColumns.length > 0) facts.push(["没有使用的列", unknownColumns.join("、")]);
  return facts;
}
