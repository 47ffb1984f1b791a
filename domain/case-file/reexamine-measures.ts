import type { CalendarDay } from "../deadlines/calendar-day.ts";
import type { DecideContext } from "./context.ts";
import { stamp } from "./decide.ts";
import type { CaseEvent, CaseEventData } from "./events.ts";
import type { CaseFile } from "./state.ts";

/** A measure whose row ends, because a new edition of the catalog does not hold it (失去清单依据的措施). */
export interface LostMeasure {
  readonly rowId: string;
  readonly edition: string;
  /** The last day on which the row could be used. */
  readonly lastDay: CalendarDay;
}

/**
 * Looks at the measures of a case again after a new edition of the catalog came in (新版清单实施后重新审视措施), and records each one that
 * loses its row, once.
 *
 * Nothing is changed by it: officials are told, and R27 stands against whatever would carry the measure on. A case that has ended has
 * nothing to lose.
 */
export function reexamineMeasures(file: CaseFile, context: DecideContext): readonly CaseEvent[] {
  if (file.removal !== null || file.outcome === "not-listed" || file.outcome === "withdrawn") {
    return [];
  }
  const measures = file.proposal?.measures ?? file.measures;
  const known = new Set(
    (file.lostMeasures ?? []).map(({ rowId, edition }) => `${edition}/${rowId}`),
  );
  const lost = measures.flatMap(({ rowId, edition }): CaseEventData[] => {
    const row = context.catalog.find((each) => each.id === rowId && each.edition === edition);
    const lastDay = row?.inForceTo ?? null;
    if (lastDay === null || known.has(`${edition}/${rowId}`)) return [];
    return [{ type: "MeasureLost", measure: { rowId, edition, lastDay } }];
  });
  return stamp(lost, "system", context);
}
