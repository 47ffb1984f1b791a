import type { ReactNode } from "react";
import { STAGE_TITLES } from "../../domain/glossary.ts";
import type { Stage } from "../../domain/case-file/stages.ts";
import type { ProcessStep, StepState } from "../words/process-steps.ts";

const WIDTH = 118;
const HEIGHT = 52;
const GAP = 36;
const PER_ROW = 7;
const ROW_HEIGHT = 104;

const STATE_WORDS: Readonly<Record<StepState, string>> = {
  done: "已办",
  current: "在办",
  blocked: "受阻",
  "to-do": "未到",
  skipped: "不经过",
};

/** The way of a listing with the place where this case stands, drawn, and as a list below. */
export function ProcessMap(props: { readonly steps: readonly ProcessStep[] }): ReactNode {
  const rows = Math.ceil(props.steps.length / PER_ROW);
  const width = PER_ROW * (WIDTH + GAP) + 6;
  const here = props.steps.find((step) => step.state === "current" || step.state === "blocked");
  const summary = here === undefined ? "程序已经结束" : `现在处于${STAGE_TITLES[here.stage]}环节`;
  return (
    <>
      <svg
        className="process-map"
        viewBox={`0 0 ${String(width)} ${String(rows * ROW_HEIGHT)}`}
        role="img"
        aria-label={`办理流程图：${summary}。文字说明见下方列表。`}
      >
        <defs>
          <marker
            id="arrow"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            orient="auto"
          >
            <path d="M0 0 L8 4 L0 8 z" />
          </marker>
        </defs>
        {props.steps.map((step, index) => (
          <Box key={step.stage} step={step} index={index} last={props.steps.length - 1} />
        ))}
      </svg>
      <StepList steps={props.steps} />
    </>
  );
}

function placeOf(index: number): { readonly x: number; readonly y: number } {
  const row = Math.floor(index / PER_ROW);
  return { x: 4 + (index % PER_ROW) * (WIDTH + GAP), y: 6 + row * ROW_HEIGHT };
}

function Box(props: {
  readonly step: ProcessStep;
  readonly index: number;
  readonly last: number;
}): ReactNode {
  const { step, index, last } = props;
  const { x, y } = placeOf(index);
  const middle = x + WIDTH / 2;
  return (
    <g className={`is-${step.state}`}>
      <rect x={x} y={y} width={WIDTH} height={HEIGHT} rx="5" />
      <text x={middle} y={y + 23}>
        {STAGE_TITLES[step.stage]}
      </text>
      <text className="note" x={middle} y={y + 41}>
        {STATE_WORDS[step.state]}
        {step.since === null ? "" : ` ${step.since.slice(5).replace("-", "/")}`}
      </text>
      {index === last ? null : <path d={arrowFrom(index)} markerEnd="url(#arrow)" />}
    </g>
  );
}

function arrowFrom(index: number): string {
  const from = placeOf(index);
  const to = placeOf(index + 1);
  if (from.y === to.y) return `M${point(from.x + WIDTH, from.y + HEIGHT / 2)} H${String(to.x - 2)}`;
  const turn = from.y + HEIGHT + 18;
  const start = point(from.x + WIDTH / 2, from.y + HEIGHT);
  return `M${start} V${String(turn)} H${String(to.x + WIDTH / 2)} V${String(to.y - 2)}`;
}

function point(x: number, y: number): string {
  return `${String(x)} ${String(y)}`;
}

function StepList(props: { readonly steps: readonly ProcessStep[] }): ReactNode {
  return (
    <details>
      <summary>以列表查看流程</summary>
      <ol>
        {props.steps.map((step) => (
          <li key={step.stage} aria-current={isHere(step) ? "step" : undefined}>
            {describe(step.stage, step)}
          </li>
        ))}
      </ol>
    </details>
  );
}

function isHere(step: ProcessStep): boolean {
  return step.state === "current" || step.state === "blocked";
}

function describe(stage: Stage, step: ProcessStep): string {
  const since = step.since === null ? "" : `，${step.since}起`;
  const why = step.reason === null ? "" : `，${step.reason}`;
  return `${STAGE_TITLES[stage]}：${STATE_WORDS[step.state]}${since}${why}`;
}
