import type { ReactNode } from "react";
import type { HeldDeadline } from "../../domain/case-file/state.ts";
import { printDay, type CalendarDay } from "../../domain/deadlines/calendar-day.ts";
import { TERMS } from "../../domain/deadlines/terms.ts";
import { Citations } from "./citation.tsx";
import { CountSteps } from "./count-steps.tsx";
import { DeadlineLamp, type LampColor } from "./deadline-lamp.tsx";

/** A deadline with what a page says of it. */
export type ShownDeadline = HeldDeadline & {
  readonly explanation: string;
  readonly remainingWorkingDays: number | null;
  readonly lamp: LampColor;
};

const STRIP_COLORS: Readonly<Record<LampColor, string | undefined>> = {
  none: undefined,
  green: "is-green",
  yellow: "is-amber",
  red: "is-red",
};

/** Whether a clock still runs: it is open, or ran out without the act that it waits for. */
export function isRunning(deadline: Pick<HeldDeadline, "status">): boolean {
  return deadline.status === "open" || deadline.status === "missed";
}

/** The clocks that run now, each with its start, its end, what is left, and how it was counted. */
export function ClockStrip(props: {
  readonly deadlines: readonly ShownDeadline[];
  readonly today: CalendarDay;
}): ReactNode {
  const running = props.deadlines.filter(isRunning);
  if (running.length === 0) return <p className="soft">现在没有正在计算的期限。</p>;
  return (
    <ul className="clock-strip">
      {running.map((deadline) => (
        <Clock key={deadline.deadlineId} deadline={deadline} today={props.today} />
      ))}
    </ul>
  );
}

function Clock(props: {
  readonly deadline: ShownDeadline;
  readonly today: CalendarDay;
}): ReactNode {
  const { deadline, today } = props;
  const term = TERMS[deadline.termId];
  return (
    <li className={STRIP_COLORS[deadline.lamp]}>
      <p>
        <strong>{term.title}</strong> <DeadlineLamp deadline={deadline} today={today} />
      </p>
      <p>
        {term.startEvent}：{printDay(deadline.startsOn)}；最后一日：
        <strong>{printDay(deadline.endsOn)}</strong>
      </p>
      <HowCounted deadline={deadline} />
    </li>
  );
}

/** The sentence and the days of a count, folded away. */
export function HowCounted(props: { readonly deadline: ShownDeadline }): ReactNode {
  const { deadline } = props;
  const { title, citations } = TERMS[deadline.termId];
  return (
    <details>
      <summary>
        如何计算<span className="visually-hidden">（{title}）</span>
      </summary>
      <p>{deadline.explanation}。</p>
      <p>
        依据：
        <Citations citations={citations} />
      </p>
      <CountSteps steps={deadline.steps} label={title} />
    </details>
  );
}
