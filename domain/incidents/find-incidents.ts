import type { CaseEvent } from "../case-file/events.ts";
import type { CaseFile } from "../case-file/state.ts";
import { printDay } from "../deadlines/calendar-day.ts";
import { TERMS, type TermId } from "../deadlines/terms.ts";
import type { IncidentKind } from "./incident.ts";

/** A matter of accountability that the system finds by itself, in words without anybody's data. */
export interface FoundIncident {
  /** Names what it arose from, so that it is found once. */
  readonly source: string;
  readonly kind: IncidentKind;
  readonly cause: string;
}

const REPAIR_TERMS: readonly TermId[] = ["repair-acceptance", "repair-decision"];

/**
 * What an event on a case makes a matter of accountability (自动登记问责事项): a time limit of the authority that ran out, and a
 * listing that was found wrong after it had been shown.
 *
 * Example: a repair application not decided on by its last day is 不按规定及时办理信用修复; a publication that comes late is one
 * of the other breaches.
 */
export function findIncidents(event: CaseEvent, file: CaseFile): readonly FoundIncident[] {
  if (event.type === "HarmItemsOpened") {
    return [
      {
        source: `wrong-listing/${file.caseId}`,
        kind: "unlawful-determination",
        cause: "列入决定公示后被认定有误并撤销，须查明是否不按标准和程序认定",
      },
    ];
  }
  if (event.type !== "DeadlinePassed" || !event.late) return [];
  const deadline = file.deadlines.find((each) => each.deadlineId === event.deadlineId);
  if (deadline === undefined) return [];
  const { termId, endsOn, deadlineId } = deadline;
  return [
    {
      source: `late/${file.caseId}/${deadlineId}`,
      kind: REPAIR_TERMS.includes(termId) ? "late-repair" : "other-breach",
      cause: `“${TERMS[termId].title}”于${printDay(endsOn)}届满，到期没有办理`,
    },
  ];
}
