import { cite } from "../../law/instruments.ts";
import type { Incident } from "../../incidents/incident.ts";
import type { RegistryRule } from "../registry-rule.ts";
import { since } from "../rule.ts";

/**
 * Whoever records, publishes, punishes or lists against the rules, or repairs too late, is called to account, and the office of the
 * city's credit system tells the superior body in time (强化追责问责).
 *
 * An incident is closed only after that report; the outcome is written down with it.
 */
export const r41IncidentReported: RegistryRule<Incident> = {
  id: "R41",
  title: "问责事项通报主管单位后才能办结",
  citations: [cite("wuzhou", "（十九）")],
  inForce: since("2022-03-24"),
  acts: ["close-incident"],
  check: ({ report }) =>
    report === null
      ? [
          {
            missing: "没有向主管单位通报",
            toDo: "请先向有关单位的主管单位通报，并登记通报的单位、文号和日期",
          },
        ]
      : [],
};
