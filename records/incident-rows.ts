import { randomUUID } from "node:crypto";
import type { CaseEvent } from "../domain/case-file/events.ts";
import type { CaseFile } from "../domain/case-file/state.ts";
import { findIncidents, type FoundIncident } from "../domain/incidents/find-incidents.ts";
import type { Transaction } from "../platform/database.ts";
import { incidents, messages } from "../schema/index.ts";
import { recordRegistryEvent } from "./registry-events.ts";

/** A matter of accountability to be entered. */
export interface NewIncident extends FoundIncident {
  readonly caseId: string | null;
  readonly listId: string | null;
  readonly authorityId: string | null;
  readonly openedAt: Date;
  /** The account, or `system`. */
  readonly openedBy: string;
}

/**
 * Enters a matter of accountability (登记问责事项) and tells the supervisor; null where the same source was entered before. The cause
 * is shown to officials and must hold nobody's data.
 */
export async function openIncident(
  tx: Transaction,
  incident: NewIncident,
): Promise<{ readonly incidentId: string } | null> {
  const incidentId = randomUUID();
  const entered = await tx
    .insert(incidents)
    .values({ incidentId, ...incident })
    .onConflictDoNothing({ target: incidents.source })
    .returning({ incidentId: incidents.incidentId });
  if (entered.length === 0) return null;
  const { openedBy: userId, openedAt: at, caseId, ...body } = incident;
  const subject = `incident/${incidentId}`;
  await recordRegistryEvent(tx, {
    subject,
    type: "IncidentOpened",
    body: { ...body, caseId },
    userId,
    at,
  });
  const text = "有一项问责事项已经登记，请核实并向有关单位的主管单位通报";
  await tx
    .insert(messages)
    .values({ messageId: subject, caseId, recipient: "supervisor", text, sentAt: at });
  return { incidentId };
}

/** Enters what events on a case make a matter of accountability, in the transaction that records them. */
export async function openFoundIncidents(
  tx: Transaction,
  events: readonly CaseEvent[],
  file: CaseFile,
): Promise<void> {
  const { caseId, listId, authorityId } = file;
  for (const event of events) {
    for (const found of findIncidents(event, file)) {
      const openedAt = new Date(event.at);
      const about = { caseId, listId, authorityId, openedAt, openedBy: "system" };
      await openIncident(tx, { ...found, ...about });
    }
  }
}
