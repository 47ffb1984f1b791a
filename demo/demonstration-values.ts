import type { Citation } from "../domain/law/citation.ts";
import type { PackValues, TermLength } from "../domain/packs/law-pack.ts";

/** A value that the demonstration's legal officer enters where the shipped pack has none. */
export interface DemonstrationValue {
  readonly field: keyof PackValues;
  readonly value: TermLength;
  readonly citation: Omit<Citation, "mark">;
}

const CITATION = { instrument: "演示数值（演示用途，非法律规定）", article: "无条款" } as const;

/** Made-up time limits, for the demonstration only: no text of law was found that sets them. */
export const DEMONSTRATION_VALUES: readonly DemonstrationValue[] = [
  { field: "defenseDays", value: { length: 5, unit: "working-day" }, citation: CITATION },
  { field: "objectionAnswerDays", value: { length: 5, unit: "working-day" }, citation: CITATION },
];
