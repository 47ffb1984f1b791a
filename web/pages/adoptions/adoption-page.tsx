import type { ReactNode } from "react";
import type { AdoptionStep, AdoptionView } from "../../../api/use-cases/find-adoptions.ts";
import type { ListAdoption } from "../../../domain/adoption/adoption.ts";
import { printDay } from "../../../domain/deadlines/calendar-day.ts";
import {
  ADOPTION_EVENT_TITLES,
  ADOPTION_STAGE_TITLES,
  AREA_TITLES,
  CONSULTED_GROUP_TITLES,
  CRITERIA_SECTION_TITLES,
  CRITERIA_SITE_TITLES,
  LEGAL_RANK_TITLES,
  LEGISLATIVE_MATTER_TITLES,
  REGULATION_ORGAN_TITLES,
} from "../../../domain/glossary.ts";
import { CountSteps } from "../../components/count-steps.tsx";
import { Facts } from "../../components/facts.tsx";
import { FindingsList, RefusalBox, type ShownRefusal } from "../../components/findings-list.tsx";
import { Panel } from "../../components/panel.tsx";
import { Table, type Column } from "../../components/table.tsx";
import { Page } from "../../layout/page.tsx";
import type { PageContext } from "../../layout/page-context.ts";
import { printMoment } from "../../words/print-moment.ts";
import { AdoptionForms, type SentForm } from "./adoption-forms.tsx";

/** One list that would exist here alone: how far it is, what is missing, and what can be done. */
export function AdoptionPage(props: {
  readonly context: PageContext;
  readonly view: AdoptionView & { readonly steps: readonly AdoptionStep[] };
  readonly sent: SentForm | null;
  readonly refusal: ShownRefusal | null;
}): ReactNode {
  const { context, view, sent, refusal } = props;
  const { adoption, missing } = view;
  return (
    <Page
      context={context}
      title={`地方名单制定：${adoption.listName}`}
      crumbs={[{ title: "地方名单制定", path: "/law/adoptions" }]}
    >
      <h1>{adoption.listName}</h1>
      {refusal === null ? null : <RefusalBox refusal={refusal} />}
      <Panel id="basics" title={ADOPTION_STAGE_TITLES[adoption.stage]}>
        <Facts facts={describeBasics(adoption)} />
      </Panel>
      {missing.length === 0 ? null : (
        <Panel id="missing" title="制定前尚缺的事项">
          <FindingsList findings={missing} />
        </Panel>
      )}
      <Criteria adoption={adoption} />
      <Opinions adoption={adoption} />
      <Sites adoption={adoption} />
      <AdoptionForms context={context} view={view} sent={sent} />
      <Panel id="steps" title="办理经过">
        <Table
          caption="办理经过"
          captionHidden
          columns={STEP_COLUMNS}
          rows={view.steps}
          keyOf={(each) => `${each.type} ${each.at.toISOString()}`}
          empty="没有"
        />
      </Panel>
    </Page>
  );
}

const STEP_COLUMNS: readonly Column<AdoptionStep>[] = [
  { title: "时间", cell: (each) => printMoment(each.at), narrow: true },
  { title: "事项", cell: (each) => ADOPTION_EVENT_TITLES[each.type] },
  { title: "办理人", cell: (each) => each.userName },
];

function describeBasics(adoption: ListAdoption): readonly (readonly [string, ReactNode])[] {
  const { basis, area, adoptedOn, abandonedBecause } = adoption;
  const from = basis.inForceFrom === null ? "草案" : `自${printDay(basis.inForceFrom)}起施行`;
  return [
    ["名单代码", adoption.listId],
    ["提出机关", adoption.proposer],
    ["设列领域", area === null ? "不属于四类领域" : AREA_TITLES[area]],
    ["设列依据", `《${basis.name}》${basis.article}（${LEGAL_RANK_TITLES[basis.rank]}，${from}）`],
    ["制定机关", REGULATION_ORGAN_TITLES[basis.organ]],
    ["规定事项", LEGISLATIVE_MATTER_TITLES[basis.matter]],
    ["登记日", printDay(adoption.registeredOn)],
    ["制定日", adoptedOn === null ? "没有制定" : printDay(adoptedOn)],
    ...(abandonedBecause === "" ? [] : [["终止的理由", abandonedBecause] as const]),
  ];
}

function Criteria(props: { readonly adoption: ListAdoption }): ReactNode {
  const { criteria } = props.adoption;
  return (
    <Panel id="criteria" title="认定标准">
      {criteria === null ? (
        <p className="soft">还没有填写。</p>
      ) : (
        <>
          <ol>
            {criteria.criteria.map((each) => (
              <li key={`${each.title}${each.article}`}>
                {each.title}（{each.article}，
                {each.group === "all" ? "必须符合" : "同组标准符合其中一项即可"}）
              </li>
            ))}
          </ol>
          <Facts
            facts={[
              [CRITERIA_SECTION_TITLES.removalConditions, criteria.removalConditions],
              [CRITERIA_SECTION_TITLES.removalProcedure, criteria.removalProcedure],
              [CRITERIA_SECTION_TITLES.remedyMeasures, criteria.remedyMeasures],
            ]}
          />
        </>
      )}
    </Panel>
  );
}

function Opinions(props: { readonly adoption: ListAdoption }): ReactNode {
  const { adoptionId, consultations, comment } = props.adoption;
  return (
    <Panel id="opinions" title="征求意见">
      <Table
        caption="征求意见"
        captionHidden
        columns={[
          { title: "方面", cell: (each) => CONSULTED_GROUP_TITLES[each.group] },
          { title: "对象", cell: (each) => each.consulted },
          { title: "日期", cell: (each) => printDay(each.consultedOn), narrow: true },
          { title: "意见", cell: (each) => each.result },
          { title: "材料", cell: (each) => <Proof id={adoptionId} evidence={each.evidence} /> },
        ]}
        rows={consultations}
        keyOf={(each) => `${each.group} ${each.evidence.evidenceId}`}
        empty="还没有登记。"
      />
      <h3>公开征求意见</h3>
      {comment === null ? (
        <p className="soft">还没有公开。</p>
      ) : (
        <>
          <p>
            {printDay(comment.openedOn)}在{comment.place}公开，最早可以在
            {printDay(comment.earliestCloseOn)}截止。
            {comment.closed === null
              ? comment.isOver
                ? "已满三十日，请登记截止和采纳情况。"
                : "尚未满三十日。"
              : `${printDay(comment.closed.closedOn)}截止，收到意见${String(comment.closed.received)}条。${comment.closed.digest}`}
          </p>
          <CountSteps steps={comment.steps} label="公开征求意见" />
        </>
      )}
    </Panel>
  );
}

function Sites(props: { readonly adoption: ListAdoption }): ReactNode {
  const { adoptionId, captures } = props.adoption;
  return (
    <Panel id="sites" title="公开认定标准">
      <Table
        caption="公开认定标准"
        captionHidden
        columns={[
          { title: "网站", cell: (each) => CRITERIA_SITE_TITLES[each.site] },
          { title: "网址", cell: (each) => each.url },
          { title: "核查日", cell: (each) => printDay(each.capturedOn), narrow: true },
          { title: "材料", cell: (each) => <Proof id={adoptionId} evidence={each.evidence} /> },
        ]}
        rows={captures}
        keyOf={(each) => each.site}
        empty="还没有登记。"
      />
    </Panel>
  );
}

function Proof(props: {
  readonly id: string;
  readonly evidence: { readonly evidenceId: string; readonly title: string };
}): ReactNode {
  const { evidenceId, title } = props.evidence;
  return <a href={`/api/list-adoptions/${props.id}/evidence/${evidenceId}`}>{title}</a>;
}
