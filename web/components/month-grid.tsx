import type { ReactNode } from "react";
import { weekdayOf } from "../../domain/deadlines/calendar-day.ts";
import type { CountedDeadline, CountStep } from "../../domain/deadlines/compute.ts";
import type { DescribedDay } from "../../domain/deadlines/describe-months.ts";
import { DAY_KIND_TITLES } from "../../domain/glossary.ts";

const WEEKDAYS = ["一", "二", "三", "四", "五", "六", "日"] as const;

interface GridProps {
  readonly counted: CountedDeadline;
  readonly days: readonly DescribedDay[];
}

/** The months of a time limit as sheets of a calendar: what kind of day each is, how it counts, where the limit ends. */
export function MonthGrid(props: GridProps): ReactNode {
  const months = [...new Set(props.days.map((each) => each.day.slice(0, 7)))];
  return (
    <div className="months">
      {months.map((month) => (
        <Month key={month} month={month} {...props} />
      ))}
    </div>
  );
}

function Month(props: GridProps & { readonly month: string }): ReactNode {
  const { month, counted } = props;
  const days = props.days.filter((each) => each.day.startsWith(month));
  const [year, number] = month.split("-").map(Number);
  return (
    <table className="month">
      <caption>{`${String(year)}年${String(number)}月`}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((weekday) => (
            <th key={weekday} scope="col">
              {weekday}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {cutWeeks(days).map((week) => (
          <tr key={week.find((each) => each !== null)?.day}>
            {week.map((found, at) =>
              found === null ? (
                <td key={WEEKDAYS[at]} />
              ) : (
                <Day key={found.day} found={found} counted={counted} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day(props: {
  readonly found: DescribedDay;
  readonly counted: CountedDeadline;
}): ReactNode {
  const { found, counted } = props;
  const { day, kind, name } = found;
  const isOff = kind === "weekend" || kind === "public-holiday";
  const isEnd = day === counted.endsOn;
  const isStart = day === counted.startsOn;
  const classes = [isOff ? "is-off" : "", isStart ? "is-start" : "", isEnd ? "is-end" : ""];
  return (
    <td className={classes.filter((each) => each !== "").join(" ") || undefined}>
      <span className="month-day">{Number(day.slice(8))}</span>
      {kind === "working-day" || kind === "weekend" ? null : (
        <span className="month-kind">{name ?? DAY_KIND_TITLES[kind]}</span>
      )}
      <span className="month-mark">{markOf(day, counted)}</span>
    </td>
  );
}

function markOf(day: string, counted: CountedDeadline): string {
  if (day === counted.startsOn) return "起算日，不计";
  const steps = counted.steps.filter((step) => step.day === day);
  const words = steps.map(describeStep).filter((word) => word !== "");
  return [...words, ...(day === counted.endsOn ? ["最后一日"] : [])].join("，");
}

function describeStep(step: CountStep): string {
  switch (step.role) {
    case "first-counted":
      return "第1日";
    case "counted":
      return `第${String(step.count ?? "")}个`;
    case "term-end":
      return "届满";
    case "skipped":
    case "rolled-over":
    case "rolled-to":
      return "";
  }
}

/** Days in rows of seven from Monday on; null where the month has not begun or has ended. */
function cutWeeks(days: readonly DescribedDay[]): readonly (readonly (DescribedDay | null)[])[] {
  const first = days[0];
  const before = first === undefined ? 0 : (weekdayOf(first.day) + 6) % 7;
  const cells: (DescribedDay | null)[] = [...Array.from({ length: before }, () => null), ...days];
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}
