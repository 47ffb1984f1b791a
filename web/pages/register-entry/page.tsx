import type { ReactNode } from "react";
import type { RegisterEntryView } from "../../../api/use-cases/read-register-entry.ts";
import { printDay } from "../../../domain/deadlines/calendar-day.ts";
import { PARTY_ROLE_TITLES } from "../../../domain/glossary.ts";
import type { ListingRecord, RecordedMeasure } from "../../../domain/publication/listing-record.ts";
import { Facts } from "../../components/facts.tsx";
import { Panel } from "../../components/panel.tsx";
import { Table, type Column } from "../../components/table.tsx";
import { Page } from "../../layout/page.tsx";
import type { PageContext } from "../../layout/page-context.ts";
import { printMoment } from "../../words/print-moment.ts";

/** One entry of the public register; of one that was taken down, only that it was. */
export function RegisterEntryPage(props: {
  readonly context: PageContext;
  readonly view: RegisterEntryView;
}): ReactNode {
  const { context, view } = props;
  const crumbs = [{ title: "名单查询", path: "/register" }];
  if (view.state === "shown") {
    return (
      <Page context={context} title={`名单信息：${view.entry.party.name}`} crumbs={crumbs}>
        <ShownEntry entry={view.entry} asOf={view.asOf} />
      </Page>
    );
  }
  return (
    <Page context={context} title="名单信息" crumbs={crumbs}>
      <h1>名单信息</h1>
      <TakenDown view={view} />
      <p className="soft">数据截至{printMoment(view.asOf)}。</p>
    </Page>
  );
}

function TakenDown(props: {
  readonly view: Exclude<RegisterEntryView, { state: "shown" }>;
}): ReactNode {
  const { view } = props;
  if (view.state === "suspended") {
    return <p>这条名单信息因认定依据发生变化，已停止展示，正在处理。</p>;
  }
  const on = view.removedOn === null ? "" : `已于${printDay(view.removedOn)}`;
  return (
    <>
      <p>
        <strong>这条信息{on === "" ? "已" : on}移出</strong>“{view.listName}”，不再公示。
      </p>
      <p>移出后，任何单位不得再以此为由采取失信惩戒措施。</p>
    </>
  );
}

/** Whose entry it is and how it stands; an objection is marked where nobody can miss it. */
function EntryHead(props: { readonly entry: ListingRecord; readonly asOf: Date }): ReactNode {
  const { entry, asOf } = props;
  return (
    <>
      <div className="page-head">
        <h1 data-field="party.name">{entry.party.name}</h1>
        <p>
          <span className="tag tag-blue">公示中</span>{" "}
          {entry.disputedSince === null ? null : <span className="tag tag-amber">异议处理中</span>}
        </p>
      </div>
      <p className="soft">数据截至{printMoment(asOf)}。</p>
      {entry.disputedSince === null ? null : (
        <p>
          自{printDay(entry.disputedSince)}起有人对这条信息提出异议，{entry.authorityName}
          正在核实。核实结束前，请谨慎使用。
        </p>
      )}
    </>
  );
}

/** Who was listed, by whom and until when. */
function ListingFacts(props: { readonly entry: ListingRecord }): ReactNode {
  const { entry } = props;
  const { party } = entry;
  const isPerson = party.kind === "natural-person";
  return (
    <Panel id="listing" title="列入情况">
      <Facts
        facts={[
          [
            isPerson ? "居民身份证号码" : "统一社会信用代码",
            <Shown key="who" field="party.identifier" text={party.identifier} />,
          ],
          ["列入身份", PARTY_ROLE_TITLES[party.role]],
          ["名单", entry.listName],
          ["决定机关", entry.authorityName],
          ["决定书文号", <Shown key="number" field="decisionNumber" text={entry.decisionNumber} />],
          ...entry.corrections.map(({ number, correctedOn }): [string, string] => [
            "更正决定书",
            `${number}（${printDay(correctedOn)}）`,
          ]),
          ["列入日", printDay(entry.decidedOn)],
          [
            "公示期",
            <>
              自{printDay(entry.decidedOn)}至
              <time dateTime={entry.listedThrough} data-field="listedThrough">
                {printDay(entry.listedThrough)}
              </time>
              ，期满自动移出
            </>,
          ],
        ]}
      />
    </Panel>
  );
}

function ShownEntry(props: { readonly entry: ListingRecord; readonly asOf: Date }): ReactNode {
  const { entry, asOf } = props;
  return (
    <>
      <EntryHead entry={entry} asOf={asOf} />
      <ListingFacts entry={entry} />
      <Panel id="grounds" title="事由与依据">
        <p className="pre-line">{entry.grounds}</p>
        <h3>认定依据文书</h3>
        <TextList texts={entry.basisDocuments} />
        <h3>法律依据</h3>
        <TextList texts={entry.legalBasis} />
      </Panel>
      <Panel id="measures" title="失信惩戒措施">
        <Measures measures={entry.measures} />
      </Panel>
      <Panel id="removal" title="移出条件和程序">
        <Facts
          facts={[
            ["移出条件", entry.removalConditions],
            ["移出程序", entry.removalProcedure],
          ]}
        />
      </Panel>
      <Panel id="remedies" title="救济途径">
        <p>
          对列入决定不服的，可以自收到决定书之日起六十日内向{entry.reconsiderationOrgan}
          申请行政复议，或者六个月内向{entry.court}提起行政诉讼。
        </p>
        <p>认为公示信息有误的，可以向{entry.authorityName}提出异议，不收费。</p>
      </Panel>
    </>
  );
}

/** A value with its name, so that what the page shows can be read back and compared with the record. */
function Shown(props: { readonly field: string; readonly text: string }): ReactNode {
  return <span data-field={props.field}>{props.text}</span>;
}

function TextList(props: { readonly texts: readonly string[] }): ReactNode {
  return (
    <ul>
      {props.texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

const MEASURE_COLUMNS: readonly Column<RecordedMeasure>[] = [
  { title: "措施", cell: (each) => each.title },
  { title: "依据", cell: (each) => each.article },
  { title: "实施单位", cell: (each) => each.implementers.join("、") },
  { title: "期限", cell: (each) => each.term },
];

function Measures(props: { readonly measures: readonly RecordedMeasure[] }): ReactNode {
  return (
    <Table
      caption="失信惩戒措施"
      captionHidden
      columns={MEASURE_COLUMNS}
      rows={props.measures}
      keyOf={(each) => each.rowId}
      empty="没有惩戒措施。"
    />
  );
}
