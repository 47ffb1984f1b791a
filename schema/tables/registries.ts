import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { AdoptionStage, ListAdoption } from "../../domain/adoption/adoption.ts";
import type { IncidentKind, IncidentReport } from "../../domain/incidents/incident.ts";
import type { RegistryVerdict } from "../../domain/registry-verdict.ts";
import { authorities } from "./accounts.ts";
import { caseFiles } from "./case-files.ts";

/** 登记簿事件：只增不改，每一登记对象一条散列链。 */
export const registryEvents = pgTable(
  "registry_events",
  {
    /** What it is about: `incident/<id>` and the like. */
    subject: text("subject").notNull(),
    seq: integer("seq").notNull(),
    type: text("type").notNull(),
    /** Canonical JSON as it was hashed. */
    body: text("body").notNull(),
    userId: text("user_id").notNull(),
    at: timestamp("at", { withTimezone: true }).notNull(),
    algorithm: text("algorithm").notNull(),
    previousHash: text("previous_hash").notNull(),
    hash: text("hash").notNull(),
  },
  (table) => [primaryKey({ columns: [table.subject, table.seq] })],
);

/** 问责事项：系统发现或者牵头单位登记，通报主管单位后才能办结。 */
export const incidents = pgTable(
  "incidents",
  {
    incidentId: uuid("incident_id").primaryKey(),
    /** What it arose from; the same thing is found once. */
    source: text("source").notNull().unique(),
    kind: text("kind").$type<IncidentKind>().notNull(),
    /** Without anybody's data. */
    cause: text("cause").notNull(),
    caseId: uuid("case_id").references(() => caseFiles.caseId),
    listId: text("list_id"),
    authorityId: text("authority_id").references(() => authorities.authorityId),
    openedAt: timestamp("opened_at", { withTimezone: true }).notNull(),
    openedBy: text("opened_by").notNull(),
    report: jsonb("report").$type<IncidentReport>(),
    outcome: text("outcome"),
    closedAt: timestamp("closed_at", { withTimezone: true }),
  },
  (table) => [
    index("incidents_newest").on(table.openedAt, table.incidentId),
    check(
      "incidents_reported_before_closed",
      sql`${table.closedAt} is null or (${table.report} is not null and ${table.outcome} is not null)`,
    ),
  ],
);

/** 登记簿办理：先入库，同一事务裁断；重发不重办。 */
export const registryActs = pgTable("registry_acts", {
  actId: text("act_id").primaryKey(),
  subject: text("subject").notNull(),
  kind: text("kind").notNull(),
  requestHash: text("request_hash").notNull(),
  userId: text("user_id").notNull(),
  receivedAt: timestamp("received_at", { withTimezone: true }).notNull(),
  verdict: jsonb("verdict").$type<RegistryVerdict>(),
});

/** 拟设的地方名单：经过由登记簿事件推出；这里存最新状态，供查询。 */
export const listAdoptions = pgTable(
  "list_adoptions",
  {
    adoptionId: uuid("adoption_id").primaryKey(),
    listId: text("list_id").notNull(),
    listName: text("list_name").notNull(),
    stage: text("stage").$type<AdoptionStage>().notNull(),
    version: integer("version").notNull(),
    state: jsonb("state").$type<ListAdoption>().notNull(),
    /** When the system has something to do by itself. */
    nextDueAt: timestamp("next_due_at", { withTimezone: true }),
    /** The newest version that its workflow has seen; the dispatcher tells it of newer ones. */
    seenVersion: integer("seen_version").notNull().default(0),
    registeredAt: timestamp("registered_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    uniqueIndex("list_adoptions_one_at_a_time")
      .on(table.listId)
      .where(sql`stage <> 'abandoned'`),
  ],
);
