import { printDay } from "./calendar-day.ts";
import type { CountedDeadline, CountStep, TermUnit } from "./compute.ts";

/** Units of time as people write them. */
export const UNIT_WORDS: Readonly<Record<TermUnit, string>> = {
  "working-day": "个工作日",
  day: "日",
  month: "个月",
  year: "年",
};

/** Prints a length of time as people write it: 5个工作日, 60日, 6个月, 3年. */
export function printLength(length: number, unit: TermUnit): string {
  return `${length}${UNIT_WORDS[unit]}`;
}

/** The part of a counted deadline that the sentence needs. */
export type Explainable = Pick<
  CountedDeadline,
  "startsOn" | "endsOn" | "length" | "unit" | "steps"
>;

/**
 * Says in one Chinese sentence how a deadline was counted, naming skipped holidays, rolling and what is provisional.
 *
 * Example: 自2026年3月27日次日起算7个工作日（清明节放假不计），至2026年4月8日止
 */
export function explainDeadline(counted: Explainable): string {
  const { startsOn, endsOn, length, unit } = counted;
  const holidays = namesOf(counted.steps.filter((step) => step.role === "skipped"));
  const skipped = holidays === "" ? "" : `（${holidays}放假不计）`;
  const provisional = printProvisional(counted.steps);
  if (endsOn < startsOn) {
    return `自${printDay(startsOn)}前一日起倒数${printLength(length, unit)}${skipped}，至${printDay(endsOn)}止${provisional}`;
  }
  const start = `自${printDay(startsOn)}次日起算${printLength(length, unit)}${skipped}`;
  return `${start}，${printEnd(counted)}${provisional}`;
}

function printEnd(counted: Explainable): string {
  const rolledTo = counted.steps.find((step) => step.role === "rolled-to");
  const termEnd = counted.steps.find((step) => step.role === "term-end");
  if (rolledTo === undefined || termEnd === undefined) return `至${printDay(counted.endsOn)}止`;
  const why = termEnd.name === null ? "休息日" : `${termEnd.name}假期`;
  return `至${printDay(termEnd.day)}届满，该日为${why}，顺延至${printDay(rolledTo.day)}`;
}

function namesOf(steps: readonly CountStep[]): string {
  const names = steps.map((step) => step.name).filter((name) => name !== null);
  return [...new Set(names)].join("、");
}

function printProvisional(steps: readonly CountStep[]): string {
  const years = steps.filter((step) => step.provisional).map((step) => step.day.slice(0, 4));
  if (years.length === 0) return "";
  const named = [...new Set(years)].sort().join("、");
  return `（${named}年放假安排尚未全部公布，暂按法定节假日推算，公布后重新计算）`;
}
