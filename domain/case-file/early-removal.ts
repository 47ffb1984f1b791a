import type { CalendarDay } from "../deadlines/calendar-day.ts";
import { computeDeadline } from "../deadlines/compute.ts";
import type { ConflictingSource } from "../packs/law-pack.ts";
import type { DecideContext } from "./context.ts";
import type { CaseFile } from "./state.ts";

/** One source's answer to when removal may be asked for (可申请提前移出之日); null while its start is unknown. */
export interface EarlyRemovalDay {
  readonly source: ConflictingSource;
  readonly from: CalendarDay | null;
}

/**
 * The first day for early removal under every source (提前移出最早日).
 *
 * A decision of 2026-03-27 under "one year from the decision" gives 2027-03-27; arrears paid on 2026-04-22 under "six months after
 * correction" give 2026-10-22. A minimum period is reached from its corresponding day on and does not roll.
 */
export function findEarlyRemovalDays(
  file: CaseFile,
  context: Pick<DecideContext, "pack" | "calendar">,
): readonly EarlyRemovalDay[] {
  return context.pack.earlyRemoval.conflict.map((source) => {
    const startsOn =
      source.startEvent === "decision" ? file.decision?.signedOn : file.fulfilment?.fulfilledOn;
    return { source, from: startsOn === undefined ? null : countFrom(source, startsOn, context) };
  });
}

/** The day under the source that governs: the only one, or the one a legal officer chose for the case or the pack; undefined while a conflict is open. */
export function findGoverningRemovalDay(
  file: CaseFile,
  context: Pick<DecideContext, "pack" | "calendar">,
): EarlyRemovalDay | undefined {
  const days = findEarlyRemovalDays(file, context);
  if (days.length === 1) return days[0];
  const chosen = file.conflictChoice?.sourceId ?? context.pack.earlyRemoval.choice?.sourceId;
  return days.find((day) => day.source.id === chosen);
}

function countFrom(
  source: ConflictingSource,
  startsOn: CalendarDay,
  context: Pick<DecideContext, "pack" | "calendar">,
): CalendarDay {
  return computeDeadline({
    startsOn,
    length: source.length,
    unit: source.unit,
    rollRule: "none",
    direction: "after",
    region: context.pack.calendarRegion,
    calendar: context.calendar,
  }).endsOn;
}
