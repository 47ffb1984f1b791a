import type { ReactNode } from "react";

/** One step of a way with a fixed order. */
export interface Step {
  readonly title: string;
  readonly state: "done" | "current" | "to-do";
  readonly note?: string;
}

const STATE_WORDS = { done: "已完成", current: "正在进行", "to-do": "未开始" } as const;

/** A row of steps; the present one is marked for screen readers too. */
export function Steps(props: {
  readonly label: string;
  readonly steps: readonly Step[];
}): ReactNode {
  return (
    <ol className="steps" aria-label={props.label}>
      {props.steps.map((step) => (
        <li
          key={step.title}
          className={step.state === "done" ? "done" : undefined}
          aria-current={step.state === "current" ? "step" : undefined}
        >
          {step.title}
          {step.note === undefined ? "" : `（${step.note}）`}
          <span className="visually-hidden">：{STATE_WORDS[step.state]}</span>
        </li>
      ))}
    </ol>
  );
}
