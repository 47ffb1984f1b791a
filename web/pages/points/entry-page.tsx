import type { ReactNode } from "react";
import type { DistributionRow } from "../../../api/use-cases/find-distribution.ts";
import { Table, type Column } from "../../components/table.tsx";
import { Page } from "../../layout/page.tsx";
import type { PageContext } from "../../layout/page-context.ts";
import { printMoment } from "../../words/print-moment.ts";

const COLUMNS: readonly Column<DistributionRow>[] = [
  {
    title: "对接点",
    cell: ({ channel, channelTitle, receiver }) => (
      <>
        <a href={`/publication/points/${channel}`}>{channelTitle}</a>
        {receiver === null ? null : `：${receiver}`}
      </>
    ),
  },
  {
    title: "仍在展示",
    cell: (each) => (each.stillShows ? <span className="tag tag-amber">是</span> : "否"),
    narrow: true,
  },
  {
    title: "已证明收到",
    cell: (each) => (each.provenVersion === null ? "没有" : `第${String(each.provenVersion)}版`),
  },
  { title: "最新发出", cell: (each) => `第${String(each.version)}版` },
  { title: "回执", cell: describeReceipt },
  {
    title: "核对一致",
    cell: (each) => (each.verifiedAt === null ? "没有" : printMoment(each.verifiedAt)),
  },
];

function describeReceipt({ receivedAt, receiptId }: DistributionRow): ReactNode {
  if (receivedAt === null) return "没有";
  return (
    <>
      {printMoment(receivedAt)} <code>{receiptId ?? ""}</code>
    </>
  );
}

/** Who has which version of an entry with what proof, and who still shows it (分发台账). */
export function EntryPage(props: {
  readonly context: PageContext;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly rows: readonly DistributionRow[];
}): ReactNode {
  const { context, caseId, caseNumber, rows } = props;
  const showing = rows.filter((row) => row.stillShows && row.receiver === null).length;
  return (
    <Page
      context={context}
      title={`谁仍在展示：${caseNumber}`}
      crumbs={[{ title: "公示分发", path: "/publication" }]}
    >
      <h1>谁仍在展示：{caseNumber}</h1>
      <p>{`按最近的接收证明，${String(showing)}处仍在展示本条名单信息。`}</p>
      <Table
        caption="各处持有的版本"
        columns={COLUMNS}
        rows={rows}
        keyOf={({ channel, receiver }) => `${channel}/${receiver ?? ""}`}
        empty="还没有向任何地方分发。"
      />
      <p>
        <a href={`/cases/${caseId}`}>返回案卷</a>
      </p>
    </Page>
  );
}
