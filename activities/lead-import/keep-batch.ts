import { randomUUID } from "node:crypto";
import canonicalize from "canonicalize";
import { eq, sql } from "drizzle-orm";
import { dayOf } from "../../domain/deadlines/calendar-day.ts";
import type { PenaltyCells } from "../../domain/leads/penalty-columns.ts";
import { isSecondHeader } from "../../domain/leads/penalty-header.ts";
import {
  duplicateKeyOf,
  readPenaltyRow,
  type PenaltyRecord,
  type RowFinding,
} from "../../domain/leads/read-penalty-row.ts";
import { readCaseClock } from "../../platform/clock.ts";
import { inTransaction, type Transaction } from "../../platform/database.ts";
import { indexOfIdentifier, indexOfName } from "../../records/sealed-party.ts";
import { leadImportRows, leadImports, leads } from "../../schema/index.ts";
import type { FileLine } from "./files/file-line.ts";
import type { LeadDeps } from "./take-rows.ts";

/** A row of the file, taken apart by the header. */
export interface NumberedCells {
  readonly number: number;
  readonly cells: PenaltyCells;
  readonly line: FileLine;
}

/** A run of lines: those after `from`, through `upTo`. */
export interface RowBatch {
  readonly from: number;
  readonly upTo: number;
  readonly rows: readonly NumberedCells[];
}

type ImportRow = typeof leadImports.$inferSelect;

/**
 * Keeps one batch: records as leads, rows that are wrong or there already with what is to be said about them, and how far the file is
 * dealt with. Whoever was overtaken by another worker writes nothing.
 */
export async function keepBatch(
  deps: LeadDeps,
  row: ImportRow,
  { from, upTo, rows }: RowBatch,
): Promise<void> {
  await inTransaction(deps.database, async (tx) => {
    const [current] = await tx
      .select({ lastRow: leadImports.lastRow, state: leadImports.state })
      .from(leadImports)
      .where(eq(leadImports.importId, row.importId))
      .for("update");
    if (current?.lastRow !== from || current.state !== "running") {
      throw new Error("another worker is ahead");
    }
    const counts = await keepRows(deps, tx, row, rows);
    await tx
      .update(leadImports)
      .set({
        lastRow: upTo,
        taken: sql`${leadImports.taken} + ${counts.taken}`,
        rejected: sql`${leadImports.rejected} + ${counts.rejected}`,
        duplicates: sql`${leadImports.duplicates} + ${counts.duplicates}`,
        touchedAt: sql`case_clock_now()`,
      })
      .where(eq(leadImports.importId, row.importId));
  });
}

interface Counts {
  readonly taken: number;
  readonly rejected: number;
  readonly duplicates: number;
}

async function keepRows(
  deps: LeadDeps,
  tx: Transaction,
  row: ImportRow,
  rows: readonly NumberedCells[],
): Promise<Counts> {
  const now = await readCaseClock(tx);
  const today = dayOf(now);
  const records: (typeof leads.$inferInsert)[] = [];
  const rejected: (typeof leadImportRows.$inferInsert)[] = [];
  for (const { number, cells, line } of rows) {
    if (number === 2 && isSecondHeader(line.cells)) continue;
    const read = readPenaltyRow(cells, today);
    if (read.kind === "record") {
      records.push(sealLead(deps, row, { number, record: read.record, takenAt: now }));
    } else rejected.push(rejectRow(deps, row, number, cells, read.findings));
  }
  const taken = await insertLeads(tx, records);
  const duplicates = records
    .filter((each) => !taken.has(each.rowNumber))
    .map(({ rowNumber }) => duplicateOf(row, rowNumber));
  const kept = [...rejected, ...duplicates];
  if (kept.length > 0) await tx.insert(leadImportRows).values(kept);
  return { taken: taken.size, rejected: rejected.length, duplicates: duplicates.length };
}

/** The same record, earlier in this file or in another one, keeps its place; the newcomer is told to be a duplicate. */
async function insertLeads(
  tx: Transaction,
  records: readonly (typeof leads.$inferInsert)[],
): Promise<ReadonlySet<number>> {
  if (records.length === 0) return new Set();
  const inserted = await tx
    .insert(leads)
    .values([...records])
    .onConflictDoNothing({ target: [leads.authorityId, leads.duplicateIndex] })
    .returning({ rowNumber: leads.rowNumber });
  return new Set(inserted.map(({ rowNumber }) => rowNumber));
}

function sealLead(
  { encryption }: LeadDeps,
  { importId, authorityId }: ImportRow,
  lead: { readonly number: number; readonly record: PenaltyRecord; readonly takenAt: Date },
): typeof leads.$inferInsert {
  const { record, number: rowNumber, takenAt } = lead;
  const { partyKind, name, identifier, documentNumber, decidedOn, decidingOrgan } = record;
  return {
    leadId: randomUUID(),
    importId,
    rowNumber,
    authorityId,
    partyKind,
    documentNumber,
    decidedOn,
    decidingOrgan,
    takenAt,
    nameSealed: encryption.encryptField(name),
    nameIndex: indexOfName(encryption, name),
    identifierSealed: encryption.encryptField(identifier),
    identifierIndex: indexOfIdentifier(encryption, identifier),
    bodySealed: encryption.encryptField(canonicalize(record.cells) ?? "{}"),
    duplicateIndex: encryption.indexOf(duplicateKeyOf(record)),
  };
}

function rejectRow(
  { encryption }: LeadDeps,
  { importId }: ImportRow,
  rowNumber: number,
  cells: PenaltyCells,
  findings: readonly RowFinding[],
): typeof leadImportRows.$inferInsert {
  const rowSealed = encryption.encryptField(canonicalize(cells) ?? "{}");
  return { importId, rowNumber, outcome: "rejected", findings, rowSealed };
}

function duplicateOf(
  { importId }: ImportRow,
  rowNumber: number,
): typeof leadImportRows.$inferInsert {
  const message = "与已收取的记录重复：文号、代码、处罚决定日期都相同";
  return {
    importId,
    rowNumber,
    outcome: "duplicate",
    findings: [{ column: "CF_WSH", message }],
    rowSealed: null,
  };
}
