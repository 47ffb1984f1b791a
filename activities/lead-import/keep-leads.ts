import { randomUUID } from "node:crypto";
import canonicalize from "canonicalize";
import { dayOf } from "../../domain/deadlines/calendar-day.ts";
import { isSecondHeader } from "../../domain/leads/penalty-header.ts";
import {
  duplicateKeyOf,
  readPenaltyRow,
  type PenaltyRecord,
} from "../../domain/leads/read-penalty-row.ts";
import { readCaseClock } from "../../platform/clock.ts";
import type { Transaction } from "../../platform/database.ts";
import { indexOfIdentifier, indexOfName } from "../../records/sealed-party.ts";
import { leadImportRows, leads, type leadImports } from "../../schema/index.ts";
import { duplicateOf, rejectRow, type LeftRow } from "./left-rows.ts";
import type { Counts, NumberedCells } from "./row-kinds.ts";
import type { LeadDeps } from "./take-rows.ts";

type ImportRow = typeof leadImports.$inferSelect;

const DUPLICATE = {
  column: "CF_WSH",
  message: "与已收取的记录重复：文号、代码、处罚决定日期都相同",
} as const;

/** Keeps penalty records as leads (线索). */
export async function keepLeads(
  deps: LeadDeps,
  tx: Transaction,
  row: ImportRow,
  rows: readonly NumberedCells[],
): Promise<Counts> {
  const now = await readCaseClock(tx);
  const today = dayOf(now);
  const records: (typeof leads.$inferInsert)[] = [];
  const rejected: LeftRow[] = [];
  for (const { number, cells, line } of rows) {
    if (number === 2 && isSecondHeader(line.cells)) continue;
    // The header knows the columns of penalty records alone.
    const read = readPenaltyRow(cells, today);
    if (read.kind === "record") {
      records.push(sealLead(deps, row, { number, record: read.record, takenAt: now }));
    } else rejected.push(rejectRow(deps, row, { number, cells, findings: read.findings }));
  }
  const taken = await insertLeads(tx, records);
  const duplicates = records
    .filter((each) => !taken.has(each.rowNumber))
    .map(({ rowNumber }) => duplicateOf(row, rowNumber, DUPLICATE));
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
