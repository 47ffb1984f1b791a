import type { ReactNode } from "react";
import { printDay, weekdayOf } from "../../domain/deadlines/calendar-day.ts";
import type { CountStep } from "../../domain/deadlines/compute.ts";
import { DAY_KIND_TITLES } from "../../domain/glossary.ts";
import { Table, type Column } from "./table.tsx";

const WEEKDAYS = ["日", "一", "二", "三", "四", "五", "六"] as const;

const COLUMNS: readonly Column<CountStep>[] = [
  {
    title: "日期",
    narrow: true,
    cell: (step) => `${printDay(step.day)}（星期${WEEKDAYS[weekdayOf(step.day)] ?? ""}）`,
  },
  { title: "怎样计算", cell: describeStep },
  { title: "日期类别", cell: describeKind },
];

/** A deadline counted day by day. */
export function CountSteps(props: {
  readonly steps: readonly CountStep[];
  readonly label: string;
}): ReactNode {
  return (
    <Table
      caption={`${props.label}：逐日计算`}
      columns={COLUMNS}
      rows={props.steps}
      keyOf={(step) => `${step.role} ${step.day}`}
      empty="没有计算过程"
    />
  );
}

function describeStep(step: CountStep): string {
  switch (step.role) {
    case "first-counted":
      return "期间的第1日（当日不计，自次日起算）";
    case "counted":
      return `计为第${String(step.count ?? "")}个工作日`;
    case "skipped":
      return "不计入";
    case "term-end":
      return "期间届满之日";
    case "rolled-over":
      return "休息日，继续顺延";
    case "rolled-to":
      return "顺延至此日，为最后一日";
  }
}

function describeKind(step: CountStep): string {
  if (step.kind === null) return "不区分工作日";
  const name = step.name === null ? "" : `（${step.name}）`;
  const source = step.notice === null ? "" : `，依据${step.notice}`;
  const provisional = step.provisional ? "，放假安排尚未公布，暂按法定节假日推算" : "";
  return `${DAY_KIND_TITLES[step.kind]}${name}${source}${provisional}`;
}
