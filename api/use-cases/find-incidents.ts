import { and, desc, eq, isNotNull, isNull, sql, type SQL } from "drizzle-orm";
import type { Actor } from "../../domain/case-file/actor.ts";
import type { IncidentKind, IncidentReport } from "../../domain/incidents/incident.ts";
import { inTransaction, type Transaction } from "../../platform/database.ts";
import { authorities, caseFiles, incidents } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import { NotFoundError } from "./faults.ts";
import { listNameOf } from "./find-register-entries.ts";
import { olderThanCursor } from "./newest-first.ts";
import { cutPage, limitOf, type Page, type PageQuery } from "./paging.ts";
import { requireOverseer } from "./person.ts";
import { isUuid } from "./visible-case.ts";

export type IncidentState = "unreported" | "reported" | "settled";

/** A matter of accountability, for those who oversee. */
export interface IncidentView {
  readonly incidentId: string;
  readonly kind: IncidentKind;
  readonly state: IncidentState;
  readonly cause: string;
  readonly caseId: string | null;
  readonly caseNumber: string | null;
  readonly listName: string | null;
  readonly authorityName: string | null;
  readonly openedAt: Date;
  /** `system`, or the account that entered it. */
  readonly openedBy: string;
  readonly report: IncidentReport | null;
  readonly outcome: string | null;
  readonly closedAt: Date | null;
}

/** Incidents, newest first: all of them for overseers, those of their own authority for heads (问责事项登记簿). */
export async function findIncidents(
  deps: Pick<AppDeps, "database">,
  actor: Actor,
  query: PageQuery & { readonly state?: IncidentState | undefined } = {},
): Promise<Page<IncidentView>> {
  requireOverseer(actor);
  const limit = limitOf(query);
  const id = sql`${incidents.incidentId}::text`;
  const older = olderThanCursor(query, incidents.openedAt, id);
  const condition = and(incidentScopeOf(actor), stateIs(query.state), older);
  return inTransaction(
    deps.database,
    async (tx) => {
      const rows = await select(tx, condition)
        .orderBy(desc(incidents.openedAt), desc(id))
        .limit(limit + 1);
      const page = cutPage(rows, limit, ({ incident }) => [
        incident.openedAt.toISOString(),
        incident.incidentId,
      ]);
      return { rows: page.rows.map(viewIncident), nextCursor: page.nextCursor };
    },
    { readOnly: true },
  );
}

/** One incident; one that the person may not know of does not exist. */
export async function readIncident(
  deps: Pick<AppDeps, "database">,
  actor: Actor,
  incidentId: string,
): Promise<IncidentView> {
  requireOverseer(actor);
  if (!isUuid(incidentId)) throw new NotFoundError("no such incident");
  return inTransaction(deps.database, async (tx) => {
    const condition = and(eq(incidents.incidentId, incidentId), incidentScopeOf(actor));
    const [row] = await select(tx, condition);
    if (row === undefined) throw new NotFoundError("no such incident");
    return viewIncident(row);
  });
}

/** The incidents that an overseer may know of. */
export function incidentScopeOf(actor: Actor): SQL {
  return actor.authorityId === null ? sql`true` : eq(incidents.authorityId, actor.authorityId);
}

function stateIs(state: IncidentState | undefined): SQL | undefined {
  switch (state) {
    case undefined:
      return undefined;
    case "unreported":
      return isNull(incidents.report);
    case "reported":
      return and(isNotNull(incidents.report), isNull(incidents.closedAt));
    case "settled":
      return isNotNull(incidents.closedAt);
  }
}

function select(tx: Transaction, condition: SQL | undefined) {
  return tx
    .select({
      incident: incidents,
      caseNumber: caseFiles.caseNumber,
      authority: authorities.profile,
    })
    .from(incidents)
    .leftJoin(caseFiles, eq(caseFiles.caseId, incidents.caseId))
    .leftJoin(authorities, eq(authorities.authorityId, incidents.authorityId))
    .where(condition)
    .$dynamic();
}

type Row = Awaited<ReturnType<typeof select>>[number];

function viewIncident({ incident, caseNumber, authority }: Row): IncidentView {
  const { incidentId, kind, cause, caseId, listId, openedAt, openedBy } = incident;
  const { report, outcome, closedAt } = incident;
  const state = closedAt !== null ? "settled" : report !== null ? "reported" : "unreported";
  const listName = listId === null ? null : listNameOf(listId);
  const authorityName = authority?.name ?? null;
  const about = { caseId, caseNumber, listName, authorityName, openedAt, openedBy };
  return { incidentId, kind, state, cause, ...about, report, outcome, closedAt };
}
