import type { ReactNode } from "react";
import type { Remedy } from "../../../../domain/case-file/remedy.ts";
import { printDay } from "../../../../domain/deadlines/calendar-day.ts";
import { REMEDY_KIND_TITLES, REMEDY_OUTCOME_TITLES } from "../../../../domain/glossary.ts";
import { Panel } from "../../../components/panel.tsx";
import { Table, type Column } from "../../../components/table.tsx";
import { printDayOr } from "../../../words/print-moment.ts";

const COLUMNS: readonly Column<Remedy>[] = [
  { title: "途径", cell: (each) => REMEDY_KIND_TITLES[each.remedy] },
  { title: "机关、案号", cell: (each) => `${each.organ}，${each.number}` },
  { title: "收到副本", cell: (each) => printDay(each.receivedOn), narrow: true },
  { title: "提交答复", cell: (each) => printDayOr(each.answeredOn, "尚未提交"), narrow: true },
  { title: "停止执行", cell: (each) => each.suspendedBy ?? "没有" },
  { title: "结果", cell: (each) => describeRuling(each) },
];

/** Reconsideration and lawsuits (复议、诉讼); nothing where there were none. */
export function RemediesSection(props: { readonly remedies: readonly Remedy[] }): ReactNode {
  if (props.remedies.length === 0) return null;
  return (
    <Panel id="remedies" title="复议、诉讼">
      <Table
        caption="复议、诉讼"
        columns={COLUMNS}
        rows={props.remedies}
        keyOf={(each) => each.remedyId}
        empty="没有复议、诉讼。"
      />
    </Panel>
  );
}

function describeRuling({ ruling }: Remedy): string {
  if (ruling === null) return "办理中";
  return `${printDay(ruling.decidedOn)}${REMEDY_OUTCOME_TITLES[ruling.outcome]}（${ruling.number}）`;
}
