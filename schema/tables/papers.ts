import {
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { caseFiles, parties } from "./case-files.ts";

/** 文书：制发当时的数据、模板版本与散列都固定下来。 */
export const papers = pgTable(
  "papers",
  {
    paperId: text("paper_id").primaryKey(),
    caseId: uuid("case_id")
      .notNull()
      .references(() => caseFiles.caseId),
    partyId: uuid("party_id")
      .notNull()
      .references(() => parties.partyId),
    kind: text("kind").notNull(),
    number: text("number").notNull().unique(),
    issuedOn: date("issued_on", { mode: "string" }).notNull(),
    /** What the public check asks for; says nothing about the party. */
    checkCode: text("check_code").notNull().unique(),
    /** Canonical data of the paper, sealed: the unsigned render can be made again from it. */
    dataSealed: text("data_sealed"),
    templateVersion: text("template_version"),
    packVersion: text("pack_version").notNull(),
    /** The copy served on the party, with its code where it has one. */
    servedBlob: text("served_blob"),
    /** The copy for the file, code masked. */
    fileBlob: text("file_blob"),
    renderHash: text("render_hash"),
    renderedAt: timestamp("rendered_at", { withTimezone: true }),
    /** Renderer, font files by content hash, and compressor that it was made with. */
    madeWith: jsonb("made_with"),
  },
  (table) => [index("papers_case").on(table.caseId)],
);

/** 文书模板存档：每个版本的文字和版式在第一次用于制发时存下，此后不变，旧文书据此可以重新制作。 */
export const paperTemplates = pgTable("paper_templates", {
  version: text("version").primaryKey(),
  kind: text("kind").notNull(),
  /** Canonical JSON of which the version is the hash. */
  source: text("source").notNull(),
  keptAt: timestamp("kept_at", { withTimezone: true }).notNull(),
});

/** 编号：案号、文号按机关、种类、年度连续编，不重复使用。 */
export const numberSeries = pgTable("number_series", {
  series: text("series").primaryKey(),
  last: integer("last").notNull(),
});

/** 当事人查阅码：由密钥导出，库中只存索引；限制试错次数。 */
export const partyCodes = pgTable(
  "party_codes",
  {
    paperId: text("paper_id")
      .notNull()
      .references(() => papers.paperId),
    caseId: uuid("case_id")
      .notNull()
      .references(() => caseFiles.caseId),
    codeIndex: text("code_index").notNull().unique(),
    failedTries: integer("failed_tries").notNull().default(0),
    lockedUntil: timestamp("locked_until", { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.paperId] })],
);

/** 送达地址：当事人确认的收件人、地址、电话和电子地址，整体加密；编号由案件和内容得出，只增不改。 */
export const serviceAddresses = pgTable("service_addresses", {
  addressId: text("address_id").primaryKey(),
  caseId: uuid("case_id")
    .notNull()
    .references(() => caseFiles.caseId),
  sealed: text("sealed").notNull(),
});

/** 上传的证据材料：内容按散列存放。 */
export const uploads = pgTable("uploads", {
  uploadId: uuid("upload_id").primaryKey(),
  blobHash: text("blob_hash").notNull(),
  fileName: text("file_name").notNull(),
  mediaType: text("media_type").notNull(),
  bytes: integer("bytes").notNull(),
  uploadedBy: text("uploaded_by").notNull(),
  uploadedAt: timestamp("uploaded_at", { withTimezone: true }).notNull(),
});

/** 查询登记：谁、为何、何时查看了明文信息。 */
export const readings = pgTable(
  "readings",
  {
    readingId: uuid("reading_id").primaryKey(),
    caseId: uuid("case_id")
      .notNull()
      .references(() => caseFiles.caseId),
    userId: text("user_id").notNull(),
    purpose: text("purpose").notNull(),
    readAt: timestamp("read_at", { withTimezone: true }).notNull(),
  },
  (table) => [index("readings_case").on(table.caseId, table.readAt)],
);
