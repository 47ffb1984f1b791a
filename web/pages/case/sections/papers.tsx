import { Fragment, type ReactNode } from "react";
import { printDay } from "../../../../domain/deadlines/calendar-day.ts";
import type { PaperView } from "../../../../api/use-cases/find-papers.ts";
import { isVolumeSheet, mustBeServed, VOLUME_SHEETS } from "../../../../domain/papers.ts";
import { PAPER_STATE_TITLES } from "../../../../domain/glossary.ts";
import { Panel } from "../../../components/panel.tsx";
import { Table, type Column } from "../../../components/table.tsx";
import { printDayOr } from "../../../words/print-moment.ts";
import { casePath } from "../case-data.ts";

const COLUMNS: readonly Column<PaperView>[] = [
  { title: "文书", cell: (each) => <PaperTitle paper={each} /> },
  { title: "文号", cell: (each) => each.number },
  { title: "制发日", cell: (each) => printDay(each.issuedOn) },
  {
    title: "送达",
    cell: (each) => printDayOr(each.servedOn, mustBeServed(each.kind) ? "未送达" : "不经送达程序"),
  },
  { title: "状态", cell: (each) => PAPER_STATE_TITLES[each.state] },
  { title: "文件", cell: (each) => <PaperLinks paper={each} /> },
  {
    title: "核验",
    cell: (each) => <a href={`/check/${each.checkCode}`}>核验{<Of paper={each} />}</a>,
  },
];

function PaperTitle(props: { readonly paper: PaperView }): ReactNode {
  const { paper } = props;
  return paper.rendered ? <a href={`/papers/${paper.paperId}`}>{paper.title}</a> : paper.title;
}

function PaperLinks(props: { readonly paper: PaperView }): ReactNode {
  const { paper } = props;
  if (!paper.rendered) return "正在生成，请稍后刷新";
  return (
    <a href={`/papers/${paper.paperId}/file`}>
      下载 PDF
      <Of paper={paper} />
    </a>
  );
}

function Of(props: { readonly paper: PaperView }): ReactNode {
  return <span className="visually-hidden">（{props.paper.number}）</span>;
}

/** The papers of the case (文书), with number, service and file. */
export function PapersSection(props: {
  readonly papers: readonly PaperView[];
  readonly caseId: string;
}): ReactNode {
  return (
    <Panel id="papers" title="文书">
      <Table
        caption="文书目录"
        captionHidden
        columns={COLUMNS}
        rows={props.papers}
        keyOf={(each) => each.paperId}
        empty="还没有制发文书。"
      />
      <VolumeLinks caseId={props.caseId} />
    </Panel>
  );
}

/** The sheets that bind the case into a volume, as of now. */
function VolumeLinks(props: { readonly caseId: string }): ReactNode {
  return (
    <p className="no-print">
      案卷装订：
      {Object.keys(VOLUME_SHEETS)
        .filter(isVolumeSheet)
        .map((sheet, place) => (
          <Fragment key={sheet}>
            {place === 0 ? "" : "、"}
            <a href={`${casePath(props.caseId)}/volume/${sheet}`}>
              {VOLUME_SHEETS[sheet].shortTitle}
            </a>
          </Fragment>
        ))}
      （PDF，按案卷现在的内容生成）
    </p>
  );
}
