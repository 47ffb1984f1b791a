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
import type { ElsewhereAnswer } from "../../domain/elsewhere/elsewhere-answer.ts";

/** 外部认定的名单信息：由其他机关认定，本市只接收、展示、落实措施；不是案卷，从不在此认定。 */
export const elsewhereListings = pgTable(
  "elsewhere_listings",
  {
    entryId: uuid("entry_id").primaryKey(),
    listId: text("list_id").notNull(),
    /** The source's own number of the record under the index key. */
    recordIndex: text("record_index").notNull(),
    version: integer("version").notNull(),
    state: text("state", { enum: ["shown", "ended", "withdrawn"] }).notNull(),
    /** When the source last changed the record: an older word never overwrites a newer one. */
    sourceUpdatedAt: timestamp("source_updated_at", { withTimezone: true }).notNull(),
    /** The record as canonical JSON under the index key: what comes again unchanged is known by it. */
    contentIndex: text("content_index").notNull(),
    /** The record as canonical JSON, sealed; emptied once the party is off the list, like everything that tells who it was. */
    bodySealed: text("body_sealed").notNull(),
    nameIndex: text("name_index").notNull(),
    identifierIndex: text("identifier_index").notNull(),
    /** What the public sees; empty for natural persons, who are not shown. */
    publicName: text("public_name").notNull(),
    searchName: text("search_name").notNull(),
    publicIdentifier: text("public_identifier").notNull(),
    authorityName: text("authority_name").notNull(),
    documentNumber: text("document_number").notNull(),
    listedOn: date("listed_on", { mode: "string" }),
    shownThrough: date("shown_through", { mode: "string" }),
    removedOn: date("removed_on", { mode: "string" }),
    cameBy: text("came_by", { enum: ["push", "file"] }).notNull(),
    firstReceivedAt: timestamp("first_received_at", { withTimezone: true }).notNull(),
    updatedAt: timestamp("updated_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    uniqueIndex("elsewhere_listings_record").on(table.listId, table.recordIndex),
    index("elsewhere_listings_newest").on(table.listedOn, table.entryId),
    index("elsewhere_listings_name").on(table.nameIndex),
    index("elsewhere_listings_identifier").on(table.identifierIndex),
    index("elsewhere_listings_search").using(
      "gin",
      sql`regexp_replace(${table.searchName}, '(.)', '\\1\\1', 'g') gin_trgm_ops`,
    ),
    index("elsewhere_listings_ends")
      .on(table.shownThrough)
      .where(sql`state = 'shown'`),
  ],
);

/** 外部认定名单的分发台账：措施实施单位何时收到哪个版本，凭何回执；只增，不改写已经收到的。 */
export const elsewhereDeliveries = pgTable(
  "elsewhere_deliveries",
  {
    entryId: uuid("entry_id")
      .notNull()
      .references(() => elsewhereListings.entryId),
    version: integer("version").notNull(),
    /** A removal goes before everything else. */
    state: text("state", { enum: ["shown", "removed"] }).notNull(),
    /** How often it was sent anew, because implementers no longer showed what they had received. */
    repairs: integer("repairs").notNull().default(0),
    /** What was sent, under the index key: whether what is to be told has changed meanwhile is known by it. */
    contentIndex: text("content_index"),
    /** When implementers were last seen to hold it as it is. */
    verifiedAt: timestamp("verified_at", { withTimezone: true }),
    awaitedSince: timestamp("awaited_since", { withTimezone: true }).notNull(),
    attempts: integer("attempts").notNull().default(0),
    /** A code, never what the receiver wrote. */
    lastFailure: text("last_failure"),
    nextAttemptAt: timestamp("next_attempt_at", { withTimezone: true }),
    receivedAt: timestamp("received_at", { withTimezone: true }),
    receiptId: text("receipt_id"),
    receiptSignature: text("receipt_signature"),
    /** When people were called because it was not told on the day. */
    alarmedAt: timestamp("alarmed_at", { withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.entryId, table.version] }),
    index("elsewhere_deliveries_waiting")
      .on(table.nextAttemptAt)
      .where(sql`received_at is null`),
  ],
);

/** 外部推送：认定机关推来的每一批记录，同一批只办一次；有误的记录加密留存。 */
export const elsewhereMessages = pgTable(
  "elsewhere_messages",
  {
    listId: text("list_id").notNull(),
    messageId: text("message_id").notNull(),
    bodyHash: text("body_hash").notNull(),
    receivedAt: timestamp("received_at", { withTimezone: true }).notNull(),
    answer: jsonb("answer").$type<ElsewhereAnswer>().notNull(),
    /** The records that were wrong, as canonical JSON, sealed; null where none was. */
    rejectedSealed: text("rejected_sealed"),
  },
  (table) => [
    primaryKey({ columns: [table.listId, table.messageId] }),
    index("elsewhere_messages_newest").on(table.receivedAt),
  ],
);

/** 实施单位知悉个人身份的依据：名单没有现成依据的，无论由谁认定，由法制机构录入；只增不改，每份名单以最新的一条为准。 */
export const sharingBases = pgTable(
  "sharing_bases",
  {
    basisId: uuid("basis_id").primaryKey(),
    listId: text("list_id").notNull(),
    /** Law, regulation or policy document and its article; empty where the one before was taken back. */
    instrument: text("instrument").notNull(),
    article: text("article").notNull(),
    reasons: text("reasons").notNull(),
    enteredBy: text("entered_by").notNull(),
    enteredAt: timestamp("entered_at", { withTimezone: true }).notNull(),
  },
  (table) => [index("sharing_bases_newest").on(table.listId, table.enteredAt)],
);
