import type { ReactNode } from "react";
import type { ServiceAttempt, ServiceRecord } from "../../../../domain/case-file/content.ts";
import type { CaseFile } from "../../../../domain/case-file/state.ts";
import { printDay } from "../../../../domain/deadlines/calendar-day.ts";
import { SERVICE_METHOD_TITLES, SERVICE_RECEIVER_TITLES } from "../../../../domain/glossary.ts";
import { PAPER_KINDS } from "../../../../domain/papers.ts";
import { Panel } from "../../../components/panel.tsx";
import { Table, type Column } from "../../../components/table.tsx";
import { casePath } from "../case-data.ts";

const ATTEMPTS: readonly Column<ServiceAttempt>[] = [
  { title: "日期", cell: (each) => printDay(each.attemptedOn), narrow: true },
  { title: "方式", cell: (each) => SERVICE_METHOD_TITLES[each.method] },
  { title: "结果", cell: (each) => each.result },
];

/** How papers reached the party (送达), attempts included. */
export function ServiceSection(props: { readonly file: CaseFile }): ReactNode {
  const { file } = props;
  const notice = file.serviceNotice;
  return (
    <Panel id="service" title="送达">
      <p>
        电子送达书面同意：
        {file.electronicServiceAgreedOn === null
          ? "没有"
          : `有（${printDay(file.electronicServiceAgreedOn)}起，${describeEnd(file)}）`}
      </p>
      <Table
        caption="送达记录"
        columns={serviceColumns(file)}
        rows={file.services}
        keyOf={(each) => each.paperIds.join()}
        empty="还没有送达记录。"
      />
      <Table
        caption="未成功的送达"
        columns={ATTEMPTS}
        rows={file.attempts}
        keyOf={(each) => `${each.attemptedOn} ${each.method} ${each.result}`}
        empty="没有未成功的送达。"
      />
      {notice === null ? null : (
        <p>
          公告送达正在进行：{printDay(notice.publishedOn)}发布于{notice.place}。
        </p>
      )}
    </Panel>
  );
}

function serviceColumns(file: CaseFile): readonly Column<ServiceRecord>[] {
  return [
    { title: "送达日", cell: (each) => printDay(each.servedOn), narrow: true },
    { title: "方式", cell: (each) => SERVICE_METHOD_TITLES[each.method] },
    { title: "文书", cell: (each) => nameThePapers(each, file) },
    { title: "签收人", cell: describeSignatory },
    { title: "见证人", cell: (each) => each.witness },
    { title: "备注", cell: (each) => each.remark },
    {
      title: "送达证明",
      cell: (each) =>
        each.evidenceId === null ? (
          "没有"
        ) : (
          <a href={`${casePath(file.caseId)}/evidence/${each.evidenceId}`}>
            查看<span className="visually-hidden">{printDay(each.servedOn)}的送达证明</span>
          </a>
        ),
    },
  ];
}

function nameThePapers(service: ServiceRecord, file: CaseFile): string {
  const served = file.papers.filter((paper) => service.paperIds.includes(paper.paperId));
  return served.map((paper) => PAPER_KINDS[paper.kind].shortTitle).join("、");
}

function describeEnd({ electronicServiceEndsOn: endsOn = null }: CaseFile): string {
  return endsOn === null ? "没有登记截止日" : `至${printDay(endsOn)}`;
}

function describeSignatory({ signatory, receiver }: ServiceRecord): string {
  if (signatory === "" || receiver === undefined) return signatory;
  return `${signatory}（${SERVICE_RECEIVER_TITLES[receiver]}）`;
}
