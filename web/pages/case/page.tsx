import type { ReactNode } from "react";
import { STAGE_TITLES } from "../../../domain/glossary.ts";
import { ClockStrip } from "../../components/clock-strip.tsx";
import { Panel } from "../../components/panel.tsx";
import { ProcessMap } from "../../components/process-map.tsx";
import { Page } from "../../layout/page.tsx";
import type { PageContext } from "../../layout/page-context.ts";
import { ENDING_TITLES } from "../../words/outcome-titles.ts";
import { findProcessSteps } from "../../words/process-steps.ts";
import { casePath, type CaseData } from "./case-data.ts";
import { ActsSection } from "./sections/acts.tsx";
import { Basics } from "./sections/basics.tsx";
import { DecisionSection } from "./sections/decision.tsx";
import { DefenseSection } from "./sections/defense.tsx";
import { HarmSection } from "./sections/harm.tsx";
import { HearingSection } from "./sections/hearing.tsx";
import { EvidenceSection } from "./sections/evidence.tsx";
import { GroundsSection } from "./sections/grounds.tsx";
import { LogSection } from "./sections/log.tsx";
import { MeasuresSection } from "./sections/measures.tsx";
import { ObjectionsSection } from "./sections/objections.tsx";
import { PapersSection } from "./sections/papers.tsx";
import { PastDeadlines } from "./sections/past-deadlines.tsx";
import { PublicationSection } from "./sections/publication.tsx";
import { RefusalsSection } from "./sections/refusals.tsx";
import { RemediesSection } from "./sections/remedies.tsx";
import { RepairSection } from "./sections/repair.tsx";
import { ServiceSection } from "./sections/service.tsx";

interface CasePageProps {
  readonly context: PageContext;
  readonly data: CaseData;
}

/** The page of a case: where it stands, what can be done, and everything that is in it. */
export function CasePage(props: CasePageProps): ReactNode {
  const { context, data } = props;
  const { view } = data;
  const { file, pack } = view;
  return (
    <Page
      context={context}
      title={`案件 ${file.caseNumber}`}
      crumbs={[{ title: "工作台", path: "/desk" }]}
    >
      <CaseHead data={data} />
      <Contents />
      <Panel id="clocks" title="期限">
        <ClockStrip deadlines={view.deadlines} today={view.today} />
        <PastDeadlines deadlines={view.deadlines} />
      </Panel>
      <ActsSection caseId={file.caseId} acts={data.acts} />
      <Panel id="process" title="办理流程">
        <ProcessMap
          steps={findProcessSteps(
            file,
            data.events.map((row) => row.event),
            pack,
          )}
        />
      </Panel>
      <Basics view={view} csrfToken={context.csrfToken} />
      <GroundsSection file={file} pack={pack} />
      <EvidenceSection caseId={file.caseId} evidence={file.evidence} />
      <MeasuresSection measures={file.measures} />
      <PapersSection papers={data.papers} caseId={file.caseId} />
      <ServiceSection file={file} />
      <DefenseSection file={file} />
      <HearingSection file={file} />
      <DecisionSection file={file} />
      <PublicationSection file={file} pack={pack} deliveries={data.deliveries} />
      <RepairSection file={file} pack={pack} />
      <ObjectionsSection objections={file.objections} />
      <RemediesSection remedies={file.remedies} />
      <HarmSection items={file.harmItems} />
      <RefusalsSection refusals={data.refusals} />
      <LogSection events={data.events} />
    </Page>
  );
}

function CaseHead(props: { readonly data: CaseData }): ReactNode {
  const { file, party } = props.data.view;
  return (
    <div className="page-head">
      <h1>
        {file.caseNumber} {party.name}
      </h1>
      <p>
        <span className="tag tag-blue">{STAGE_TITLES[file.stage]}</span>{" "}
        {file.outcome === null ? null : (
          <span className="tag tag-grey">{ENDING_TITLES[file.outcome]}</span>
        )}{" "}
        <a className="no-print" href={`${casePath(file.caseId)}/archive`}>
          下载案卷（ZIP）
        </a>{" "}
        <button type="button" className="plain" data-print="" hidden>
          打印
        </button>
      </p>
    </div>
  );
}

const CONTENTS: readonly (readonly [id: string, title: string])[] = [
  ["clocks", "期限"],
  ["acts", "办理"],
  ["process", "流程"],
  ["basics", "基本信息"],
  ["grounds", "事由与依据"],
  ["evidence", "证据"],
  ["measures", "措施"],
  ["papers", "文书"],
  ["service", "送达"],
  ["defense", "陈述申辩"],
  ["decision", "决定"],
  ["publication", "公示"],
  ["repair", "修复"],
  ["refusals", "拒绝记录"],
  ["log", "日志"],
];

function Contents(): ReactNode {
  return (
    <nav aria-label="本页目录" className="no-print">
      <ul className="toc">
        {CONTENTS.map(([id, title]) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
