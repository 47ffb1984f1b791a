import { and, type Column, count, desc, eq, gte, lt, sql, type SQL } from "drizzle-orm";
import type { Actor } from "../../domain/case-file/actor.ts";
import type { CaseEventType } from "../../domain/case-file/events.ts";
import { addDays, startOfDay, type CalendarDay } from "../../domain/deadlines/calendar-day.ts";
import { INCIDENT_KIND_TITLES } from "../../domain/glossary.ts";
import type { IncidentKind } from "../../domain/incidents/incident.ts";
import { EVERY_RULE } from "../../domain/rules/every-rule.ts";
import { inTransaction, type Transaction } from "../../platform/database.ts";
import { caseEvents, caseFiles, incidents, refusals } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import { BadInputError } from "./faults.ts";
import { listNameOf } from "./find-register-entries.ts";
import { incidentScopeOf } from "./find-incidents.ts";
import { requireOverseer } from "./person.ts";
import { scopeOf } from "./visible-case.ts";

/** What was done with cases of one list in a period, in numbers alone. */
export interface ListStatistics {
  readonly listId: string;
  readonly listName: string;
  readonly opened: number;
  readonly listed: number;
  readonly notListed: number;
  readonly withdrawn: number;
  readonly removedByExpiry: number;
  readonly removedByRepair: number;
  readonly annulled: number;
  readonly objections: number;
  readonly remedies: number;
  readonly deadlinesMet: number;
  readonly deadlinesLate: number;
}

/** How often a rule stood against an act. */
export interface RuleCount {
  readonly ruleId: string;
  readonly title: string;
  readonly count: number;
}

/** How many matters of accountability of a kind were entered, and how many of them are not closed. */
export interface IncidentCount {
  readonly kind: IncidentKind;
  readonly title: string;
  readonly opened: number;
  readonly unclosed: number;
}

/** Numbers of a period (统计), without anybody's data. */
export interface Statistics {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly lists: readonly ListStatistics[];
  readonly refusals: readonly RuleCount[];
  readonly incidents: readonly IncidentCount[];
}

type Counted = Exclude<keyof ListStatistics, "listId" | "listName">;

/** Which events a number counts, and what must stand in them. */
const COUNTED: Readonly<Record<Counted, { type: CaseEventType; field?: string; value?: string }>> =
  {
    opened: { type: "CaseFileOpened" },
    listed: { type: "DecisionSigned", field: "outcome", value: "list" },
    notListed: { type: "DecisionSigned", field: "outcome", value: "not-list" },
    withdrawn: { type: "CaseWithdrawn" },
    removedByExpiry: { type: "PartyRemoved", field: "cause", value: "expiry" },
    removedByRepair: { type: "PartyRemoved", field: "cause", value: "repair" },
    annulled: { type: "PartyRemoved", field: "cause", value: "annulment" },
    objections: { type: "RecordDisputed" },
    remedies: { type: "RemedyRegistered" },
    deadlinesMet: { type: "DeadlineMet" },
    deadlinesLate: { type: "DeadlinePassed", field: "late", value: "true" },
  };

const NUMBERS = Object.keys(COUNTED) as Counted[]; // the table names every number

/** Counts what happened from a day through another, both included: all authorities for overseers, their own for heads. */
export async function findStatistics(
  deps: Pick<AppDeps, "database">,
  actor: Actor,
  period: { readonly from: CalendarDay; readonly to: CalendarDay },
): Promise<Statistics> {
  requireOverseer(actor);
  const { from, to } = period;
  if (to < from) throw new BadInputError([{ field: "/to", message: "终止日早于起始日" }]);
  return inTransaction(
    deps.database,
    async (tx) => ({
      ...period,
      lists: await countByList(tx, actor, period),
      refusals: await countRefusals(tx, actor, period),
      incidents: await countIncidents(tx, actor, period),
    }),
    { readOnly: true },
  );
}

function within(column: Column, from: CalendarDay, to: CalendarDay) {
  return and(gte(column, startOfDay(from)), lt(column, startOfDay(addDays(to, 1))));
}

async function countByList(
  tx: Transaction,
  actor: Actor,
  { from, to }: { readonly from: CalendarDay; readonly to: CalendarDay },
): Promise<readonly ListStatistics[]> {
  const numbers = Object.fromEntries(NUMBERS.map((name) => [name, countOf(COUNTED[name])]));
  const rows = await tx
    .select({ listId: caseFiles.listId, ...numbers })
    .from(caseEvents)
    .innerJoin(caseFiles, eq(caseFiles.caseId, caseEvents.caseId))
    .where(and(scopeOf(actor), within(caseEvents.at, from, to)))
    .groupBy(caseFiles.listId)
    .orderBy(caseFiles.listId);
  return rows.map((row) => readRow(row));
}

function countOf({ type, field, value }: (typeof COUNTED)[Counted]): SQL<number> {
  const isType = sql`${caseEvents.type} = ${type}`;
  if (field === undefined) return sql<number>`(count(*) filter (where ${isType}))::int`;
  const holds = sql`(${caseEvents.body}::jsonb ->> ${field}) = ${value}`;
  return sql<number>`(count(*) filter (where ${isType} and ${holds}))::int`;
}

function readRow(row: Readonly<Record<string, unknown>>): ListStatistics {
  const listId = String(row["listId"]);
  const at = (name: Counted): number => Number(row[name]);
  return {
    listId,
    listName: listNameOf(listId),
    opened: at("opened"),
    listed: at("listed"),
    notListed: at("notListed"),
    withdrawn: at("withdrawn"),
    removedByExpiry: at("removedByExpiry"),
    removedByRepair: at("removedByRepair"),
    annulled: at("annulled"),
    objections: at("objections"),
    remedies: at("remedies"),
    deadlinesMet: at("deadlinesMet"),
    deadlinesLate: at("deadlinesLate"),
  };
}

async function countRefusals(
  tx: Transaction,
  actor: Actor,
  { from, to }: { readonly from: CalendarDay; readonly to: CalendarDay },
): Promise<readonly RuleCount[]> {
  const ruleId = sql<string>`finding ->> 'ruleId'`;
  const own = actor.authorityId === null ? sql`true` : eq(refusals.authorityId, actor.authorityId);
  const rows = await tx
    .select({ ruleId, count: count() })
    .from(refusals)
    .innerJoin(
      sql`jsonb_array_elements(${refusals.refusal} -> 'findings') as finding`,
      sql`finding ->> 'ruleId' like 'R%'`,
    )
    .where(and(own, within(refusals.refusedAt, from, to)))
    .groupBy(ruleId)
    .orderBy(desc(count()), ruleId);
  return rows.map((row) => ({
    ...row,
    title: EVERY_RULE.find((rule) => rule.id === row.ruleId)?.title ?? "",
  }));
}

async function countIncidents(
  tx: Transaction,
  actor: Actor,
  { from, to }: { readonly from: CalendarDay; readonly to: CalendarDay },
): Promise<readonly IncidentCount[]> {
  const rows = await tx
    .select({
      kind: incidents.kind,
      opened: count(),
      unclosed: sql<number>`(count(*) filter (where ${incidents.closedAt} is null))::int`,
    })
    .from(incidents)
    .where(and(incidentScopeOf(actor), within(incidents.openedAt, from, to)))
    .groupBy(incidents.kind)
    .orderBy(incidents.kind);
  return rows.map((row) => ({ ...row, title: INCIDENT_KIND_TITLES[row.kind] }));
}
