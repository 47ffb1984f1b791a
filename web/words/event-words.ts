import type { CaseEvent } from "../../domain/case-file/events.ts";

/** What the log of a case says of an event: one line, and what was written down with it. */
export interface EventWords {
  readonly title: string;
  readonly details: readonly string[];
}

/** Events of certain types. */
export type Of<Type extends CaseEvent["type"]> = Extract<CaseEvent, { type: Type }>;

/** One line and what was written down with it; what is empty is left out. */
export function words(title: string, details: readonly string[] = []): EventWords {
  return { title, details: details.filter((detail) => detail.trim() !== "") };
}
