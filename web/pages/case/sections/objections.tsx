import type { ReactNode } from "react";
import type { RecordObjection } from "../../../../domain/case-file/objection.ts";
import { printDay } from "../../../../domain/deadlines/calendar-day.ts";
import {
  DISPUTED_ITEM_TITLES,
  OBJECTION_OUTCOME_TITLES,
  OBJECTOR_TITLES,
} from "../../../../domain/glossary.ts";
import { Panel } from "../../../components/panel.tsx";
import { Table, type Column } from "../../../components/table.tsx";

const COLUMNS: readonly Column<RecordObjection>[] = [
  { title: "提出日", cell: (each) => printDay(each.filedOn), narrow: true },
  { title: "提出人", cell: (each) => OBJECTOR_TITLES[each.raisedBy] },
  { title: "事项", cell: (each) => DISPUTED_ITEM_TITLES[each.item] },
  { title: "内容", cell: (each) => each.statement },
  { title: "核实情况", cell: describeFinding },
  { title: "处理结果", cell: describeAnswer },
];

/** Objections to the published record (对公示信息的异议); nothing where there were none. */
export function ObjectionsSection(props: {
  readonly objections: readonly RecordObjection[];
}): ReactNode {
  if (props.objections.length === 0) return null;
  return (
    <Panel id="objections" title="对公示信息的异议">
      <Table
        caption="对公示信息的异议"
        columns={COLUMNS}
        rows={props.objections}
        keyOf={(each) => each.objectionId}
        empty="没有异议。"
      />
    </Panel>
  );
}

function describeFinding({ finding, returnReasons }: RecordObjection): string {
  if (finding !== null) return `${OBJECTION_OUTCOME_TITLES[finding.outcome]}：${finding.findings}`;
  return returnReasons === "" ? "尚未核实" : `已退回重新核实：${returnReasons}`;
}

function describeAnswer({ answer }: RecordObjection): string {
  if (answer === null) return "尚未处理";
  const outcome = OBJECTION_OUTCOME_TITLES[answer.outcome];
  return `${printDay(answer.answeredOn)}${outcome}，理由：${answer.reasons}`;
}
