import {
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { caseFiles } from "./case-files.ts";

/** 每日锚：全部案件散列链的首部在某日的根，签名并与前一锚相连；只增不改。 */
export const anchors = pgTable("anchors", {
  sequence: integer("sequence").primaryKey(),
  day: date("day", { mode: "string" }).notNull().unique(),
  /** The very text that was signed. */
  statement: text("statement").notNull(),
  hash: text("hash").notNull().unique(),
  keyId: text("key_id").notNull(),
  signature: text("signature").notNull(),
  /** The public key that it is proven by (SPKI, base64): keys change, anchors stay. */
  publicKey: text("public_key").notNull(),
  madeAt: timestamp("made_at", { withTimezone: true }).notNull(),
});

/** 锚中有变化的案件：每锚、每案一行；未列出的案件与前一锚相同。 */
export const anchorHeads = pgTable(
  "anchor_heads",
  {
    sequence: integer("sequence")
      .notNull()
      .references(() => anchors.sequence),
    caseId: uuid("case_id")
      .notNull()
      .references(() => caseFiles.caseId),
    caseKey: text("case_key").notNull(),
    version: integer("version").notNull(),
    leaf: text("leaf").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sequence, table.caseId] }),
    index("anchor_heads_case").on(table.caseId, table.sequence),
  ],
);
