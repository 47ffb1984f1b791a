import { sql } from "drizzle-orm";
import {
  bigint,
  bigserial,
  date,
  index,
  integer,
  jsonb,
  pgSequence,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { Difference } from "../../domain/publication/reconcile/find-divergences.ts";
import { caseFiles } from "./case-files.ts";
import { sharingBases } from "./elsewhere.ts";

/** 公示记录：每个版本一份签名的规范记录。 */
export const publicationRecords = pgTable(
  "publication_records",
  {
    caseId: uuid("case_id")
      .notNull()
      .references(() => caseFiles.caseId),
    version: integer("version").notNull(),
    /** Canonical JSON with every field that any channel may carry; sealed, each channel gets its own masked part. */
    bodySealed: text("body_sealed").notNull(),
    signature: text("signature").notNull(),
    /** The authority's seal over the same text, where its key is one of SM2: `sm2:certificate:signature`. */
    sealSignature: text("seal_signature"),
    madeAt: timestamp("made_at", { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.version] })],
);

/** 分发台账：哪个渠道何时收到哪个版本，凭何回执。 */
export const deliveries = pgTable(
  "deliveries",
  {
    caseId: uuid("case_id")
      .notNull()
      .references(() => caseFiles.caseId),
    channel: text("channel").notNull(),
    version: integer("version").notNull(),
    /** What the version tells the channel; a removal is sent before everything else. Unknown for what was sent before this was kept. */
    state: text("state", { enum: ["shown", "suspended", "removed"] }),
    /** How often it was sent anew, because the channel no longer showed what it had received. */
    repairs: integer("repairs").notNull().default(0),
    /** Since when its proof is awaited: when it was first to be sent, or to be sent anew. */
    awaitedSince: timestamp("awaited_since", { withTimezone: true }),
    /** When the channel was last seen to show it as it is. */
    verifiedAt: timestamp("verified_at", { withTimezone: true }),
    /** The basis by which implementers are told who a person is (实施单位知悉个人身份的依据); null where by none that was entered. */
    sharingBasisId: uuid("sharing_basis_id").references(() => sharingBases.basisId),
    /** The authority's seal over the channel's form, as it goes along; null where its key is none of SM2. */
    sealSignature: text("seal_signature"),
    /** The batch of files that carries it, for channels that take files. */
    batchId: text("batch_id"),
    /** Its place in the channel's feed, for channels that fetch. */
    feedNumber: bigint("feed_number", { mode: "number" }),
    attempts: integer("attempts").notNull().default(0),
    /** A code, never what the receiver wrote. */
    lastFailure: text("last_failure"),
    lastAttemptAt: timestamp("last_attempt_at", { withTimezone: true }),
    nextAttemptAt: timestamp("next_attempt_at", { withTimezone: true }),
    receivedAt: timestamp("received_at", { withTimezone: true }),
    receiptId: text("receipt_id"),
    receiptSignature: text("receipt_signature"),
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.channel, table.version] }),
    index("deliveries_waiting")
      .on(table.nextAttemptAt)
      .where(sql`received_at is null`),
    index("deliveries_backlog")
      .on(table.channel, table.caseId)
      .where(sql`received_at is null`),
    index("deliveries_unverified")
      .on(table.channel)
      .where(sql`received_at is not null and verified_at is null`),
    index("deliveries_batch")
      .on(table.batchId)
      .where(sql`batch_id is not null`),
    uniqueIndex("deliveries_feed").on(table.channel, table.feedNumber),
  ],
);

/** 接收证明：哪个渠道何时证明收到了哪个版本，只增不改；修复对方副本时再次送达的也各记一条。 */
export const deliveryProofs = pgTable(
  "delivery_proofs",
  {
    proofId: bigserial("proof_id", { mode: "number" }).primaryKey(),
    caseId: uuid("case_id")
      .notNull()
      .references(() => caseFiles.caseId),
    channel: text("channel").notNull(),
    version: integer("version").notNull(),
    state: text("state", { enum: ["shown", "suspended", "removed"] }),
    repairs: integer("repairs").notNull(),
    receivedAt: timestamp("received_at", { withTimezone: true }).notNull(),
    receiptId: text("receipt_id").notNull(),
    receiptSignature: text("receipt_signature").notNull(),
  },
  (table) => [index("delivery_proofs_case").on(table.caseId, table.channel, table.version)],
);

/** 核对：每个渠道何时核对过、下次何时全部核对。 */
export const reconciliations = pgTable("reconciliations", {
  channel: text("channel").primaryKey(),
  nextDueAt: timestamp("next_due_at", { withTimezone: true }).notNull(),
  lastRunAt: timestamp("last_run_at", { withTimezone: true }),
  /** Null where the receiver does not tell what it shows. */
  lastCompared: integer("last_compared"),
  unreadableSince: timestamp("unreadable_since", { withTimezone: true }),
});

/** 不一致：渠道展示的内容与公示记录的差异，从发现到消失。 */
export const divergences = pgTable(
  "divergences",
  {
    divergenceId: uuid("divergence_id").primaryKey(),
    channel: text("channel").notNull(),
    /** An entry of ours, or the hash of an unknown one. Empty where it concerns the channel as a whole. */
    entryId: text("entry_id").notNull(),
    kind: text("kind").notNull(),
    /** Which fields differ, without anybody's data. */
    differences: jsonb("differences").$type<readonly Difference[]>().notNull(),
    foundAt: timestamp("found_at", { withTimezone: true }).notNull(),
    lastSeenAt: timestamp("last_seen_at", { withTimezone: true }).notNull(),
    /** When the entry was last sent anew to put the copy right; null where that is of no use. */
    repairSentAt: timestamp("repair_sent_at", { withTimezone: true }),
    /** When people were called, because it did not go away by itself. */
    alarmedAt: timestamp("alarmed_at", { withTimezone: true }),
    endedAt: timestamp("ended_at", { withTimezone: true }),
  },
  (table) => [
    uniqueIndex("divergences_open")
      .on(table.channel, table.entryId, table.kind)
      .where(sql`ended_at is null`),
    index("divergences_newest").on(table.channel, table.foundAt),
  ],
);

/** 分发批次：一次放到对方文件夹里的一组文件，及对方的回执。 */
export const distributionBatches = pgTable(
  "distribution_batches",
  {
    batchId: text("batch_id").primaryKey(),
    channel: text("channel").notNull(),
    madeAt: timestamp("made_at", { withTimezone: true }).notNull(),
    sentAt: timestamp("sent_at", { withTimezone: true }),
    rows: integer("rows").notNull(),
    manifestHash: text("manifest_hash"),
    receivedAt: timestamp("received_at", { withTimezone: true }),
    /** Parcels that the receiver did not take. */
    refused: jsonb("refused").$type<readonly string[]>(),
  },
  (table) => [index("distribution_batches_channel").on(table.channel, table.madeAt)],
);

/** 渠道变更序号：供定期来取的渠道按序号取变更。 */
export const feedNumbers = pgSequence("feed_numbers");

/** 取数游标：每个来取数的渠道已确认读到哪里。 */
export const feedCursors = pgTable("feed_cursors", {
  channel: text("channel").primaryKey(),
  acknowledged: bigint("acknowledged", { mode: "number" }).notNull(),
  acknowledgedAt: timestamp("acknowledged_at", { withTimezone: true }).notNull(),
});

/** 公开数据变更序号：每次写入公示页取一个，读者据此只取新的变更。 */
export const registerChangeNumbers = pgSequence("register_change_numbers");

/** 公示页：社会公众能看到的名单条目。 */
export const registerEntries = pgTable(
  "register_entries",
  {
    caseId: uuid("case_id")
      .primaryKey()
      .references(() => caseFiles.caseId),
    listId: text("list_id").notNull(),
    publicName: text("public_name").notNull(),
    /** NFKC, lower case, without spaces and punctuation: what the name search looks at. */
    searchName: text("search_name").notNull(),
    publicIdentifier: text("public_identifier").notNull(),
    authorityName: text("authority_name").notNull(),
    decisionNumber: text("decision_number").notNull(),
    listedOn: date("listed_on", { mode: "string" }).notNull(),
    shownThrough: date("shown_through", { mode: "string" }).notNull(),
    state: text("state", { enum: ["shown", "suspended", "removed"] }).notNull(),
    removedOn: date("removed_on", { mode: "string" }),
    version: integer("version").notNull(),
    /** The public part of the record as canonical JSON; emptied on removal. */
    body: text("body").notNull(),
    updatedAt: timestamp("updated_at", { withTimezone: true }).notNull(),
    /** Number of the newest change; a reader of the change feed asks for what is above the last one it has. */
    changeNumber: bigint("change_number", { mode: "number" })
      .notNull()
      .default(sql`nextval('register_change_numbers')`),
    /** Number of the change with which the entry was last put up. */
    shownSinceChange: bigint("shown_since_change", { mode: "number" }).notNull().default(0),
  },
  (table) => [
    uniqueIndex("register_entries_changes").on(table.changeNumber),
    index("register_entries_newest").on(table.listedOn, table.caseId),
    index("register_entries_name").using(
      "gin",
      sql`regexp_replace(${table.searchName}, '(.)', '\\1\\1', 'g') gin_trgm_ops`,
    ),
  ],
);

/** 签章证书：公示记录和各渠道副本用国密算法签名所用的证书，供接收方核验；只增不改。 */
export const sealCertificates = pgTable("seal_certificates", {
  /** SHA-256 of the certificate, hex. */
  certificateId: text("certificate_id").primaryKey(),
  authorityName: text("authority_name").notNull(),
  pem: text("pem").notNull(),
  firstUsedAt: timestamp("first_used_at", { withTimezone: true }).notNull(),
});

/** 实施单位台账：逐个实施单位告知的，谁何时证明收到了哪一份，凭何回执；只增不改。 */
export const implementerDeliveries = pgTable(
  "implementer_deliveries",
  {
    /** The parcel of the channel, of which each implementer gets his part. */
    parcelId: text("parcel_id").notNull(),
    receiver: text("receiver").notNull(),
    /** An entry of ours, or of a list that others decide. */
    entryId: uuid("entry_id").notNull(),
    version: integer("version").notNull(),
    state: text("state", { enum: ["shown", "suspended", "removed"] }).notNull(),
    receivedAt: timestamp("received_at", { withTimezone: true })
      .notNull()
      .default(sql`case_clock_now()`),
    receiptId: text("receipt_id").notNull(),
    receiptSignature: text("receipt_signature").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.parcelId, table.receiver] }),
    index("implementer_deliveries_entry").on(table.entryId, table.receiver),
  ],
);

/** 各实施单位所得部分的电子印章：国密签名每次不同，签一次即留存，此后原样随送；只增不改。 */
export const implementerSeals = pgTable(
  "implementer_seals",
  {
    entryId: uuid("entry_id").notNull(),
    version: integer("version").notNull(),
    receiver: text("receiver").notNull(),
    /** SHA-256 of what is sealed, hex: who is told of what can be set up anew while a version stands. */
    bodyHash: text("body_hash").notNull(),
    sealSignature: text("seal_signature").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.entryId, table.version, table.receiver, table.bodyHash] }),
  ],
);
