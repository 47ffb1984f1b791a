import type { CaseEvent } from "./events.ts";
import type { CaseFile } from "./state.ts";

/** Events of undoing a wrong listing. */
export type HarmEvent = Extract<
  CaseEvent,
  { type: "HarmItemsOpened" | "HarmItemSettled" | "HarmRepaired" }
>;

/** What undoing a wrong listing (消除影响) changes in a case. */
export function evolveHarm(file: CaseFile, event: HarmEvent): CaseFile {
  switch (event.type) {
    case "HarmItemsOpened":
      return { ...file, harmItems: event.items };
    case "HarmItemSettled": {
      const { itemId, result, evidence } = event;
      const done = { result, evidenceId: evidence.evidenceId };
      return {
        ...file,
        harmItems: file.harmItems.map((each) =>
          each.itemId === itemId ? { ...each, done } : each,
        ),
        evidence: [...file.evidence, evidence],
      };
    }
    case "HarmRepaired":
      return { ...file, harmStatement: event.statement };
  }
}
