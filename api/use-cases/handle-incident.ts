import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Actor } from "../../domain/case-file/actor.ts";
import { dayOf } from "../../domain/deadlines/calendar-day.ts";
import {
  decideIncident,
  type Incident,
  type IncidentCommand,
  type IncidentKind,
} from "../../domain/incidents/incident.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { readCaseClock } from "../../platform/clock.ts";
import { inTransaction, type Transaction } from "../../platform/database.ts";
import { openIncident } from "../../records/incident-rows.ts";
import { storeRefusal } from "../../records/refusal-rows.ts";
import { recordRegistryEvent } from "../../records/registry-events.ts";
import { caseFiles, incidents } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import { BadInputError, ForbiddenError, NotFoundError } from "./faults.ts";
import { hasRole } from "./person.ts";
import { isUuid } from "./visible-case.ts";

/** What somebody found and enters by hand; the case is named where there is one. */
export interface EnteredIncident {
  readonly kind: IncidentKind;
  readonly cause: string;
  readonly caseId: string | null;
}

type IncidentDeps = Pick<AppDeps, "database">;

/** What became of it: done, or why it may not be done. */
export type IncidentOutcome =
  { readonly outcome: "accepted" } | { readonly outcome: "refused"; readonly refusal: Refusal };

/** Enters a matter of accountability that a person has found (人工登记问责事项). */
export async function enterIncident(
  deps: IncidentDeps,
  actor: Actor,
  { kind, cause, caseId }: EnteredIncident,
): Promise<{ readonly incidentId: string }> {
  requireSupervisor(actor);
  return inTransaction(deps.database, async (tx) => {
    const about = await readCaseOf(tx, caseId);
    const source = `entered/${randomUUID()}`;
    const openedAt = await readCaseClock(tx);
    const opened = await openIncident(tx, {
      ...{ source, kind, cause, caseId, ...about },
      ...{ openedAt, openedBy: actor.userId },
    });
    if (opened === null) throw new Error("an incident with a source of its own was there before");
    return opened;
  });
}

/** Reports an incident to the superior body, or closes it (通报、办结). */
export async function handleIncident(
  deps: IncidentDeps,
  actor: Actor,
  incidentId: string,
  command: IncidentCommand,
): Promise<IncidentOutcome> {
  requireSupervisor(actor);
  if (!isUuid(incidentId)) throw new NotFoundError("no such incident");
  return inTransaction(deps.database, async (tx) => {
    const [row] = await tx
      .select()
      .from(incidents)
      .where(eq(incidents.incidentId, incidentId))
      .for("update");
    if (row === undefined) throw new NotFoundError("no such incident");
    const now = await readCaseClock(tx);
    const decided = decideIncident(command, readState(row), dayOf(now));
    if ("findings" in decided) {
      const about = { caseId: row.caseId, commandId: null, act: command.kind };
      await storeRefusal(tx, { ...about, actor, refusal: decided });
      return { outcome: "refused", refusal: decided };
    }
    const { report, outcome } = decided;
    const closedAt = outcome === null ? null : now;
    await tx
      .update(incidents)
      .set({ report, outcome, closedAt })
      .where(eq(incidents.incidentId, incidentId));
    const { kind: type, ...body } = command;
    const subject = `incident/${incidentId}`;
    await recordRegistryEvent(tx, { subject, type, body, userId: actor.userId, at: now });
    return { outcome: "accepted" };
  });
}

function requireSupervisor(actor: Actor): void {
  if (!hasRole(actor, ["supervisor"])) throw new ForbiddenError("the supervisor only");
}

function readState(row: typeof incidents.$inferSelect): Incident {
  const { kind, openedAt, report, outcome } = row;
  return { kind, openedOn: dayOf(openedAt), report, outcome };
}

async function readCaseOf(
  tx: Transaction,
  caseId: string | null,
): Promise<{ readonly listId: string | null; readonly authorityId: string | null }> {
  if (caseId === null) return { listId: null, authorityId: null };
  const [row] = isUuid(caseId)
    ? await tx
        .select({ listId: caseFiles.listId, authorityId: caseFiles.authorityId })
        .from(caseFiles)
        .where(eq(caseFiles.caseId, caseId))
    : [];
  if (row !== undefined) return row;
  throw new BadInputError([{ field: "/caseId", message: "没有这件案件，请核对" }]);
}
