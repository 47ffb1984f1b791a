import type { ReactNode } from "react";
import type { PaperView } from "../../../api/use-cases/find-papers.ts";
import { printDay } from "../../../domain/deadlines/calendar-day.ts";
import { PAPER_STATE_TITLES } from "../../../domain/glossary.ts";
import { Panel } from "../../components/panel.tsx";
import { Table, type Column } from "../../components/table.tsx";
import { printDayOr } from "../../words/print-moment.ts";

const COLUMNS: readonly Column<PaperView>[] = [
  {
    title: "文书",
    cell: (paper) =>
      paper.rendered ? <a href={`/papers/${paper.paperId}`}>{paper.title}</a> : paper.title,
  },
  { title: "文号", cell: (paper) => paper.number },
  { title: "制发日", cell: (paper) => printDay(paper.issuedOn), narrow: true },
  { title: "送达日", cell: (paper) => printDayOr(paper.servedOn, "不经送达程序") },
  { title: "效力", cell: (paper) => PAPER_STATE_TITLES[paper.state] },
  {
    title: "文件",
    cell: (paper) =>
      paper.rendered ? (
        <a href={`/papers/${paper.paperId}/file`}>
          PDF<span className="visually-hidden">（{paper.title}）</span>
        </a>
      ) : (
        "正在生成"
      ),
  },
];

/** The papers that reached the party. */
export function OwnPapers(props: { readonly papers: readonly PaperView[] }): ReactNode {
  return (
    <Panel id="papers" title="文书">
      <Table
        caption="您的文书"
        captionHidden
        columns={COLUMNS}
        rows={props.papers}
        keyOf={(paper) => paper.paperId}
        empty="还没有送达您的文书。"
      />
    </Panel>
  );
}
