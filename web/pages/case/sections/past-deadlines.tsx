import type { ReactNode } from "react";
import { printDay } from "../../../../domain/deadlines/calendar-day.ts";
import { TERMS } from "../../../../domain/deadlines/terms.ts";
import { HowCounted, isRunning, type ShownDeadline } from "../../../components/clock-strip.tsx";
import { Table, type Column } from "../../../components/table.tsx";
import { DEADLINE_STATUS_TITLES } from "../../../words/outcome-titles.ts";

const COLUMNS: readonly Column<ShownDeadline>[] = [
  { title: "期限", cell: (each) => TERMS[each.termId].title },
  { title: "起算", cell: (each) => printDay(each.startsOn), narrow: true },
  { title: "最后一日", cell: (each) => printDay(each.endsOn), narrow: true },
  { title: "结果", cell: (each) => DEADLINE_STATUS_TITLES[each.status] },
  { title: "计算", cell: (each) => <HowCounted deadline={each} /> },
];

/** Clocks that no longer run, folded away. */
export function PastDeadlines(props: { readonly deadlines: readonly ShownDeadline[] }): ReactNode {
  const past = props.deadlines.filter((each) => !isRunning(each));
  if (past.length === 0) return null;
  return (
    <details>
      <summary>已经结束的期限（{past.length}）</summary>
      <Table
        caption="已经结束的期限"
        columns={COLUMNS}
        rows={past}
        keyOf={(each) => each.deadlineId}
        empty="没有"
      />
    </details>
  );
}
