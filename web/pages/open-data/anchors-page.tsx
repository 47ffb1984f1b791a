import type { ReactNode } from "react";
import type { AnchorRow } from "../../../api/use-cases/read-anchors.ts";
import { printDay } from "../../../domain/deadlines/calendar-day.ts";
import { Panel } from "../../components/panel.tsx";
import { Table, type Column } from "../../components/table.tsx";
import { Page } from "../../layout/page.tsx";
import type { PageContext } from "../../layout/page-context.ts";
import { printMoment } from "../../words/print-moment.ts";

const COLUMNS: readonly Column<AnchorRow>[] = [
  { title: "日期", cell: (row) => printDay(row.day), narrow: true },
  { title: "序号", cell: (row) => String(row.sequence), narrow: true },
  { title: "散列（SM3）", cell: (row) => <code>{row.hash}</code> },
  { title: "制作", cell: (row) => printMoment(row.madeAt), narrow: true },
];

/** The daily anchors (每日锚): what they prove, and how anybody can check it. */
export function AnchorsPage(props: {
  readonly context: PageContext;
  readonly anchors: readonly AnchorRow[];
}): ReactNode {
  return (
    <Page
      context={props.context}
      title="每日锚"
      crumbs={[{ title: "开放数据", path: "/open-data" }]}
    >
      <h1>每日锚：记录没有被改动的凭据</h1>
      <p>
        每个案件的办理事件连成一条散列链。每日结束后，全部案件的链首归为一个根，签名并与前一日的锚相连，随即在这里公布。此后任何人改写、删除、调换或者截去已经发生的事件，都与已公布的锚不符。锚中不含任何案件内容，也不能由此得知是哪一案。
      </p>
      <Panel id="check" title="怎样检验">
        <ol>
          <li>
            下载<a href="/api/open-data/anchors.jsonl">全部每日锚</a>和
            <a href="/api/open-data/keys.json">公钥</a>
            ，自行保存；隔日再下载的锚应当包含此前的每一个。
          </li>
          <li>
            用随系统源代码提供的独立检验程序（tools/verify，Python）检验锚，或者连同导出的案卷一起检验。
          </li>
        </ol>
      </Panel>
      <Panel id="anchors" title="最近的锚">
        <Table
          caption="最近的锚"
          captionHidden
          columns={COLUMNS}
          rows={props.anchors}
          keyOf={(row) => String(row.sequence)}
          empty="还没有锚：第一个锚在系统启用后随即制作。"
        />
      </Panel>
    </Page>
  );
}
