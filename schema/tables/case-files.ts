import { sql } from "drizzle-orm";
import {
  bigserial,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import type { CaseFile } from "../../domain/case-file/state.ts";
import { authorities } from "./accounts.ts";

/** 事项：一次立案所涉各当事人的案卷同属一个事项。 */
export const matters = pgTable("matters", {
  matterId: uuid("matter_id").primaryKey(),
  listId: text("list_id").notNull(),
  authorityId: text("authority_id")
    .notNull()
    .references(() => authorities.authorityId),
  openedBy: text("opened_by").notNull(),
  openedAt: timestamp("opened_at", { withTimezone: true }).notNull(),
  /** Keeps the same opening, sent twice, from opening twice. */
  requestId: text("request_id").notNull().unique(),
  requestHash: text("request_hash").notNull(),
});

/** 当事人：姓名（名称）、证件号码、住址逐项加密，另存精确查询用的索引。 */
export const parties = pgTable("parties", {
  partyId: uuid("party_id").primaryKey(),
  kind: text("kind", {
    enum: ["natural-person", "legal-person", "unincorporated-organization"],
  }).notNull(),
  nameSealed: text("name_sealed").notNull(),
  nameIndex: text("name_index").notNull(),
  identifierSealed: text("identifier_sealed").notNull(),
  identifierIndex: text("identifier_index").notNull(),
  lastSixIndex: text("last_six_index").notNull(),
  addressSealed: text("address_sealed").notNull(),
  phoneSealed: text("phone_sealed").notNull(),
});

/** 案卷：事件之外的一切都由事件推出；这里存最新状态，供查询。 */
export const caseFiles = pgTable(
  "case_files",
  {
    caseId: uuid("case_id").primaryKey(),
    matterId: uuid("matter_id")
      .notNull()
      .references(() => matters.matterId),
    caseNumber: text("case_number").notNull().unique(),
    listId: text("list_id").notNull(),
    authorityId: text("authority_id")
      .notNull()
      .references(() => authorities.authorityId),
    partyId: uuid("party_id")
      .notNull()
      .references(() => parties.partyId),
    officerId: text("officer_id").notNull(),
    /** Four eyes in the table too: who opened the case neither reviews nor signs it. */
    reviewerId: text("reviewer_id"),
    signerId: text("signer_id"),
    stage: text("stage").notNull(),
    version: integer("version").notNull(),
    state: jsonb("state").$type<CaseFile>().notNull(),
    nextDeadlineId: text("next_deadline_id"),
    nextDeadlineAt: timestamp("next_deadline_at", { withTimezone: true }),
    chainHead: text("chain_head").notNull(),
    /** Key of the calendar by which the open clocks were last counted; the dispatcher looks at cases whose key is old. */
    countedWith: text("counted_with"),
    openedAt: timestamp("opened_at", { withTimezone: true }).notNull(),
    updatedAt: timestamp("updated_at", { withTimezone: true }).notNull(),
    /** Set once the case's workflow is known to run; the dispatcher starts the others. */
    workflowStartedAt: timestamp("workflow_started_at", { withTimezone: true }),
  },
  (table) => [
    index("case_files_worklist").on(table.authorityId, table.nextDeadlineAt, table.caseId),
    index("case_files_stage").on(table.authorityId, table.stage),
    index("case_files_matter").on(table.matterId),
    check(
      "case_files_four_eyes",
      sql`${table.reviewerId} is distinct from ${table.officerId} and ${table.signerId} is distinct from ${table.officerId} and (${table.signerId} is null or ${table.signerId} is distinct from ${table.reviewerId})`,
    ),
  ],
);

/** 案件事件：只增不改，每案一条散列链。 */
export const caseEvents = pgTable(
  "case_events",
  {
    caseId: uuid("case_id")
      .notNull()
      .references(() => caseFiles.caseId),
    seq: integer("seq").notNull(),
    type: text("type").notNull(),
    /** Canonical JSON as it was hashed; jsonb would not keep key order. */
    body: text("body").notNull(),
    actId: text("act_id").notNull(),
    at: timestamp("at", { withTimezone: true }).notNull(),
    algorithm: text("algorithm").notNull(),
    previousHash: text("previous_hash").notNull(),
    hash: text("hash").notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.seq] })],
);

/** 办理动作：先入库，后裁断；入库即不再丢失。 */
export const commands = pgTable(
  "commands",
  {
    commandId: text("command_id").primaryKey(),
    arrival: bigserial("arrival", { mode: "number" }).notNull(),
    caseId: uuid("case_id")
      .notNull()
      .references(() => caseFiles.caseId),
    kind: text("kind").notNull(),
    body: jsonb("body").notNull(),
    requestHash: text("request_hash").notNull(),
    actor: jsonb("actor").notNull(),
    receivedAt: timestamp("received_at", { withTimezone: true }).notNull(),
    verdict: jsonb("verdict"),
    ruledAt: timestamp("ruled_at", { withTimezone: true }),
  },
  (table) => [
    index("commands_open")
      .on(table.caseId, table.receivedAt, table.arrival)
      .where(sql`verdict is null`),
  ],
);

/** 拒绝记录：与案件同存，供当事人员查看、供监督统计。 */
export const refusals = pgTable(
  "refusals",
  {
    refusalId: uuid("refusal_id").primaryKey(),
    /** Null where the act would have opened a case. */
    caseId: uuid("case_id").references(() => caseFiles.caseId),
    commandId: text("command_id"),
    act: text("act").notNull(),
    userId: text("user_id").notNull(),
    authorityId: text("authority_id"),
    refusal: jsonb("refusal").notNull(),
    refusedAt: timestamp("refused_at", { withTimezone: true }).notNull(),
  },
  (table) => [index("refusals_case").on(table.caseId, table.refusedAt)],
);

/** 后续事项：随动作同一事务写入，由系统办理。 */
export const followUps = pgTable(
  "follow_ups",
  {
    followUpId: text("follow_up_id").primaryKey(),
    caseId: uuid("case_id")
      .notNull()
      .references(() => caseFiles.caseId),
    kind: text("kind", { enum: ["render-paper", "publish"] }).notNull(),
    paperId: text("paper_id"),
    version: integer("version"),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    doneAt: timestamp("done_at", { withTimezone: true }),
  },
  (table) => [
    index("follow_ups_open")
      .on(table.caseId)
      .where(sql`done_at is null`),
  ],
);

/** 站内提醒：只说发生了什么，不含内容。 */
export const messages = pgTable(
  "messages",
  {
    messageId: text("message_id").primaryKey(),
    /** Null where it is about no case. */
    caseId: uuid("case_id").references(() => caseFiles.caseId),
    recipient: text("recipient").notNull(),
    text: text("text").notNull(),
    sentAt: timestamp("sent_at", { withTimezone: true }).notNull(),
  },
  (table) => [index("messages_recipient").on(table.recipient, table.sentAt)],
);
