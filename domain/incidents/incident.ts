import type { CalendarDay } from "../deadlines/calendar-day.ts";
import { refuseByLaw, refuseContent } from "../case-file/judgement.ts";
import type { Refusal } from "../refusal.ts";
import { r41IncidentReported } from "../rules/incidents/r41-incident-reported.ts";
import { findRegistryBreaches } from "../rules/registry-rule.ts";

/** For what those concerned are called to account (问责事项种类), 细则（十九）; the last stands for its 等行为. */
export type IncidentKind =
  | "outside-directory"
  | "measure-outside-catalog"
  | "unlawful-determination"
  | "late-repair"
  | "other-breach";

/** The superior body was told (通报主管单位). */
export interface IncidentReport {
  readonly organ: string;
  readonly number: string;
  readonly reportedOn: CalendarDay;
}

/** One matter of accountability (问责事项): found by the system or entered by the supervisor, closed only once it was reported. */
export interface Incident {
  readonly kind: IncidentKind;
  readonly openedOn: CalendarDay;
  readonly report: IncidentReport | null;
  /** What came of it; null while it is not closed. */
  readonly outcome: string | null;
}

/** What the supervisor does with an incident. */
export type IncidentCommand =
  | ({ readonly kind: "report-incident" } & IncidentReport)
  | { readonly kind: "close-incident"; readonly outcome: string };

const CLOSED = refuseContent("该问责事项已经办结", "如有新的情况，请另行登记", "问责事项");

/**
 * Judges what is done with an incident (问责事项的办理): the incident after it, or why it is not possible.
 *
 * Example: closing one that no superior body has been told of is refused with 细则（十九）.
 */
export function decideIncident(
  command: IncidentCommand,
  incident: Incident,
  today: CalendarDay,
): Incident | Refusal {
  if (incident.outcome !== null) return CLOSED;
  if (command.kind === "report-incident") return report(command, incident, today);
  const findings = findRegistryBreaches([r41IncidentReported], command.kind, incident, today);
  if (findings.length > 0) return refuseByLaw(findings);
  if (command.outcome.trim() === "") {
    return refuseContent("没有填写处理结果", "请写明责任认定和处理结果", "问责事项");
  }
  return { ...incident, outcome: command.outcome };
}

function report(
  { organ, number, reportedOn }: IncidentCommand & { kind: "report-incident" },
  incident: Incident,
  today: CalendarDay,
): Incident | Refusal {
  if (reportedOn < incident.openedOn || reportedOn > today) {
    return refuseContent(
      "通报日早于发现之日，或者晚于今天",
      "请按通报文件填写实际的通报日",
      "问责事项",
    );
  }
  return { ...incident, report: { organ, number, reportedOn } };
}
