import type { ReactNode } from "react";
import type {
  DivergenceView,
  HeldRow,
  readPoint,
  WaitingRow,
} from "../../../api/use-cases/find-points.ts";
import { POINTS } from "../../../domain/publication/points/index.ts";
import { Facts, type Fact } from "../../components/facts.tsx";
import { Form } from "../../components/form.tsx";
import { Panel } from "../../components/panel.tsx";
import { Table, type Column } from "../../components/table.tsx";
import { Page } from "../../layout/page.tsx";
import type { PageContext } from "../../layout/page-context.ts";
import { describeFailure } from "../../words/failure-words.ts";
import { printMoment } from "../../words/print-moment.ts";
import { describeConnection, describeState } from "./page.tsx";
import { AUDIENCE_TITLES, PROOF_TITLES, WITHHELD_TITLES, describeHours } from "./point-words.ts";

type Point = Awaited<ReturnType<typeof readPoint>>;

const STATES: Readonly<Record<string, string>> = {
  shown: "展示",
  suspended: "停止展示",
  removed: "移出",
};

const WAITING: readonly Column<WaitingRow>[] = [
  { title: "案号", cell: (each) => <a href={`/cases/${each.caseId}`}>{each.caseNumber}</a> },
  { title: "内容", cell: (each) => STATES[each.state ?? ""] ?? "—", narrow: true },
  { title: "版本", cell: (each) => `第${String(each.version)}版`, narrow: true },
  { title: "未成功次数", cell: (each) => `${String(each.attempts)}次` },
  {
    title: "原因",
    cell: (each) => (each.lastFailure === null ? "—" : describeFailure(each.lastFailure)),
  },
  { title: "下次发送", cell: (each) => momentOr(each.nextAttemptAt) },
];

const HELD: readonly Column<HeldRow>[] = [
  {
    title: "案号",
    cell: (each) => <a href={`/publication/entries/${each.caseId}`}>{each.caseNumber}</a>,
  },
  { title: "版本", cell: (each) => `第${String(each.version)}版`, narrow: true },
  {
    title: "回执",
    cell: (each) => (
      <>
        {printMoment(each.receivedAt)} <code>{each.receiptId}</code>
      </>
    ),
  },
  { title: "核对一致", cell: (each) => momentOr(each.verifiedAt) },
];

const DIVERGENCES: readonly Column<DivergenceView>[] = [
  { title: "种类", cell: (each) => each.title },
  {
    title: "案号",
    cell: (each) =>
      each.caseId === null ? "—" : <a href={`/cases/${each.caseId}`}>{each.caseNumber}</a>,
  },
  { title: "差异", cell: describeDifferences },
  { title: "发现", cell: (each) => printMoment(each.foundAt) },
  { title: "处理", cell: describeEnd },
];

function describeDifferences({ differences }: DivergenceView): string {
  if (differences.length === 0) return "—";
  return differences
    .map((each) => `${each.field}：应为“${each.expected}”，展示为“${each.found}”`)
    .join("；");
}

function describeEnd({ alarmedAt, endedAt }: DivergenceView): ReactNode {
  if (endedAt !== null) return `${printMoment(endedAt)}已消除`;
  if (alarmedAt !== null) return <span className="tag tag-red">已登记为问责事项</span>;
  return <span className="tag tag-amber">已再次发送</span>;
}

function momentOr(moment: Date | null): string {
  return moment === null ? "没有" : printMoment(moment);
}

/** One place to which listings go: state, backlog, last receipt, divergences, and sending again. */
export function PointPage(props: {
  readonly context: PageContext;
  readonly point: Point;
  readonly maySendAgain: boolean;
}): ReactNode {
  const { context, point, maySendAgain } = props;
  return (
    <Page context={context} title={point.title}>
      <h1>{point.title}</h1>
      <Panel id="state" title="状态">
        <Facts facts={factsOf(point)} />
      </Panel>
      <Panel id="waiting" title="待送达">
        <Table
          caption="待送达的条目，撤下和移出在先"
          captionHidden
          columns={WAITING}
          rows={point.waiting}
          keyOf={(each) => each.caseId}
          empty="没有待送达的条目。"
        />
        {maySendAgain ? (
          <Form
            action={`/publication/points/${point.channel}/send-again`}
            csrfToken={context.csrfToken}
            submit="立即再次发送"
            label="立即再次发送"
          >
            <p className="soft">不等到下次发送的时间，现在就发送全部待送达的条目。</p>
          </Form>
        ) : (
          <p className="soft">办理案件的人员和牵头单位可以立即再次发送。</p>
        )}
      </Panel>
      <Panel id="divergences" title="不一致">
        <Table
          caption="该处展示的内容与公示记录的差异"
          captionHidden
          columns={DIVERGENCES}
          rows={point.divergences}
          keyOf={(each) => each.divergenceId}
          empty="没有发现过不一致。"
        />
      </Panel>
      <Panel id="holds" title="仍在展示的条目">
        <p className="soft">{describeHolding(point)}</p>
        <Table
          caption="按最近的接收证明，该处仍在展示的条目，新近的在先"
          captionHidden
          columns={HELD}
          rows={point.holds}
          keyOf={(each) => each.caseId}
          empty="没有仍在展示的条目。"
        />
      </Panel>
    </Page>
  );
}

function describeHolding({ holding, holds }: Point): string {
  const all = `按最近的接收证明，该处仍在展示${String(holding)}条。`;
  return holds.length < holding ? `${all}列出最近的${String(holds.length)}条。` : all;
}

function factsOf(point: Point): readonly Fact[] {
  const { audience, proof, withheld } = POINTS[point.channel];
  return [
    ["状态", describeState(point)],
    ["连接方式", describeConnection(point.form)],
    ["接收时段", describeHours(point.hours)],
    ["受众", AUDIENCE_TITLES[audience]],
    ["接收证明", PROOF_TITLES[proof]],
    ["不提供的内容", withheld.map((part) => WITHHELD_TITLES[part]).join("、") || "没有"],
    ["依据", point.source],
    ["最近的回执", momentOr(point.lastReceipt)],
    ["最近的核对", momentOr(point.lastCompared)],
    ["最早的待送达", momentOr(point.oldestWaiting)],
  ];
}
