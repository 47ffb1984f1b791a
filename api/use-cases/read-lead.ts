import { and, eq } from "drizzle-orm";
import type { Actor } from "../../domain/case-file/actor.ts";
import {
  PENALTY_COLUMNS,
  type PenaltyCells,
  type PenaltyColumnId,
} from "../../domain/leads/penalty-columns.ts";
import { inTransaction, type Transaction } from "../../platform/database.ts";
import type { FieldEncryption } from "../../platform/encryption.ts";
import { leads } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import { NotFoundError } from "./faults.ts";
import { viewLeadRow, type LeadRow } from "./find-leads.ts";
import { leadScopeOf, logLeadReading } from "./lead-access.ts";
import { handlesCases } from "./person.ts";
import { isUuid } from "./visible-case.ts";

/** A lead with every cell of its record. */
export interface LeadView extends LeadRow {
  /** Whether persons and their numbers are masked for this reader. */
  readonly masked: boolean;
  readonly importId: string;
  readonly rowNumber: number;
  readonly cells: readonly LeadCell[];
  readonly takenAt: Date;
  readonly matterId: string | null;
  readonly closingReasons: string | null;
}

/** One cell of the record that was filled in. */
export interface LeadCell {
  readonly column: PenaltyColumnId;
  readonly title: string;
  readonly text: string;
}

/**
 * Reads a lead: in clear for those who handle cases of its authority, and this is put on record; masked, and without the texts of the record,
 * for those who oversee.
 */
export async function readLead(
  deps: Pick<AppDeps, "database" | "encryption">,
  actor: Actor,
  leadId: string,
): Promise<LeadView> {
  const scope = leadScopeOf(actor, leads);
  if (!isUuid(leadId)) throw new NotFoundError("no such lead");
  return inTransaction(deps.database, async (tx) => {
    const [row] = await tx
      .select()
      .from(leads)
      .where(and(eq(leads.leadId, leadId), scope));
    if (row === undefined) throw new NotFoundError("no such lead");
    const inClear = handlesCases(actor);
    if (inClear) await putOnRecord(tx, actor, row);
    return viewLead(deps.encryption, row, inClear);
  });
}

async function putOnRecord(
  tx: Transaction,
  actor: Actor,
  { leadId, authorityId }: typeof leads.$inferSelect,
): Promise<void> {
  const reading = { authorityId, leadId, userId: actor.userId, purpose: "办理线索" };
  await logLeadReading(tx, reading);
}

function viewLead(
  encryption: FieldEncryption,
  row: typeof leads.$inferSelect,
  inClear: boolean,
): LeadView {
  const listed = viewLeadRow(encryption, row);
  const { importId, rowNumber, takenAt, matterId, closingReasons } = row;
  const about = { importId, rowNumber, takenAt, matterId, closingReasons, masked: !inClear };
  if (!inClear) return { ...listed, ...about, cells: [] };
  return {
    ...listed,
    ...about,
    name: encryption.decryptField(row.nameSealed),
    identifier: encryption.decryptField(row.identifierSealed),
    cells: listCells(encryption, row),
  };
}

function listCells(
  encryption: FieldEncryption,
  row: typeof leads.$inferSelect,
): readonly LeadCell[] {
  // The cells of a row that was taken in, written by the import.
  const cells = JSON.parse(encryption.decryptField(row.bodySealed)) as PenaltyCells;
  return PENALTY_COLUMNS.flatMap(({ id: column, title }) => {
    const text = cells[column];
    return text === undefined ? [] : [{ column, title, text }];
  });
}
