import { sql } from "drizzle-orm";
import {
  date,
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
import { authorities } from "./accounts.ts";
import { matters } from "./case-files.ts";

/** 文件导入：一份“双公示”行政处罚文件，或者一份外部认定的名单，逐行办理，进度随每批行一并入库。 */
export const leadImports = pgTable(
  "lead_imports",
  {
    importId: uuid("import_id").primaryKey(),
    authorityId: text("authority_id")
      .notNull()
      .references(() => authorities.authorityId),
    /** The list that others decide and whose records the file holds; null for penalty records, which come in as leads. */
    listId: text("list_id"),
    fileName: text("file_name").notNull(),
    fileHash: text("file_hash").notNull(),
    bytes: integer("bytes").notNull(),
    format: text("format", { enum: ["csv", "xlsx"] }).notNull(),
    /** The file in the blob store, cut into parts so that nobody has to hold the whole of it. */
    parts: jsonb("parts").$type<readonly string[]>().notNull(),
    uploadedBy: text("uploaded_by").notNull(),
    uploadedAt: timestamp("uploaded_at", { withTimezone: true }).notNull(),
    state: text("state", { enum: ["waiting", "running", "done", "failed"] })
      .notNull()
      .default("waiting"),
    /** Why the file as a whole could not be read, in Chinese, without anything of its content. */
    fault: text("fault"),
    encoding: text("encoding"),
    unknownColumns: jsonb("unknown_columns").$type<readonly string[]>().notNull().default([]),
    /** Number of the last line that is dealt with; a batch counts only where it goes on from this very line. */
    lastRow: integer("last_row").notNull().default(0),
    taken: integer("taken").notNull().default(0),
    rejected: integer("rejected").notNull().default(0),
    duplicates: integer("duplicates").notNull().default(0),
    touchedAt: timestamp("touched_at", { withTimezone: true }).notNull(),
    finishedAt: timestamp("finished_at", { withTimezone: true }),
  },
  (table) => [
    // The same file sent twice is one import, unless it could not be read.
    uniqueIndex("lead_imports_file")
      .on(table.authorityId, sql`coalesce(${table.listId}, '')`, table.fileHash)
      .where(sql`state <> 'failed'`),
    index("lead_imports_newest").on(table.authorityId, table.uploadedAt),
    index("lead_imports_open")
      .on(table.touchedAt)
      .where(sql`state in ('waiting', 'running')`),
  ],
);

/** 线索：导入的行政处罚记录，可由承办人据以立案；当事人信息逐项加密，另存精确查询用的索引。 */
export const leads = pgTable(
  "leads",
  {
    leadId: uuid("lead_id").primaryKey(),
    importId: uuid("import_id")
      .notNull()
      .references(() => leadImports.importId),
    rowNumber: integer("row_number").notNull(),
    authorityId: text("authority_id")
      .notNull()
      .references(() => authorities.authorityId),
    partyKind: text("party_kind", {
      enum: ["natural-person", "legal-person", "unincorporated-organization"],
    }).notNull(),
    nameSealed: text("name_sealed").notNull(),
    nameIndex: text("name_index").notNull(),
    identifierSealed: text("identifier_sealed").notNull(),
    identifierIndex: text("identifier_index").notNull(),
    documentNumber: text("document_number").notNull(),
    decidedOn: date("decided_on", { mode: "string" }).notNull(),
    decidingOrgan: text("deciding_organ").notNull(),
    /** Every cell of the row as canonical JSON, sealed. */
    bodySealed: text("body_sealed").notNull(),
    /** Number, code and day under the index key: the same record is taken once. */
    duplicateIndex: text("duplicate_index").notNull(),
    state: text("state", { enum: ["pending", "used", "set-aside"] })
      .notNull()
      .default("pending"),
    matterId: uuid("matter_id").references(() => matters.matterId),
    closedBy: text("closed_by"),
    closedAt: timestamp("closed_at", { withTimezone: true }),
    closingReasons: text("closing_reasons"),
    takenAt: timestamp("taken_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    uniqueIndex("leads_row").on(table.importId, table.rowNumber),
    uniqueIndex("leads_duplicate").on(table.authorityId, table.duplicateIndex),
    index("leads_newest").on(table.authorityId, table.state, table.decidedOn, table.leadId),
    index("leads_identifier").on(table.authorityId, table.identifierIndex),
    index("leads_name").on(table.authorityId, table.nameIndex),
  ],
);

/** What is wrong with a cell, without its content. */
export interface LeftFinding {
  readonly column: string;
  readonly message: string;
}

/** 未收取的行：有误的（连同原行，加密）和重复的。 */
export const leadImportRows = pgTable(
  "lead_import_rows",
  {
    importId: uuid("import_id")
      .notNull()
      .references(() => leadImports.importId),
    rowNumber: integer("row_number").notNull(),
    outcome: text("outcome", { enum: ["rejected", "duplicate"] }).notNull(),
    findings: jsonb("findings").$type<readonly LeftFinding[]>().notNull(),
    rowSealed: text("row_sealed"),
  },
  (table) => [primaryKey({ columns: [table.importId, table.rowNumber] })],
);

/** 线索查询登记：谁、为何、何时查看了线索或者导入文件的明文。 */
export const leadReadings = pgTable(
  "lead_readings",
  {
    readingId: uuid("reading_id").primaryKey(),
    authorityId: text("authority_id")
      .notNull()
      .references(() => authorities.authorityId),
    importId: uuid("import_id").references(() => leadImports.importId),
    leadId: uuid("lead_id").references(() => leads.leadId),
    userId: text("user_id").notNull(),
    purpose: text("purpose").notNull(),
    readAt: timestamp("read_at", { withTimezone: true }).notNull(),
  },
  (table) => [index("lead_readings_newest").on(table.readAt, table.readingId)],
);
