import { and, asc, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Actor } from "../../domain/case-file/actor.ts";
import { titleOfLeftColumn } from "./left-columns.ts";
import { inTransaction, type Transaction } from "../../platform/database.ts";
import { authorities, leadImportRows, leadImports } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import { NotFoundError } from "./faults.ts";
import { readNames } from "./find-case-events.ts";
import { leadScopeOf } from "./lead-access.ts";
import { olderThanCursor } from "./newest-first.ts";
import { cutPage, limitOf, type Page, type PageQuery } from "./paging.ts";
import { isUuid } from "./visible-case.ts";

/** An import as people see it: how far it is and what came of it. */
export interface LeadImportView {
  readonly importId: string;
  readonly authorityName: string;
  /** The list that others decide; null for penalty records. */
  readonly listId: string | null;
  readonly fileName: string;
  readonly format: "csv" | "xlsx";
  readonly encoding: string | null;
  readonly bytes: number;
  readonly uploadedByName: string;
  readonly uploadedAt: Date;
  readonly state: "waiting" | "running" | "done" | "failed";
  readonly fault: string | null;
  readonly unknownColumns: readonly string[];
  readonly lastRow: number;
  readonly taken: number;
  readonly rejected: number;
  readonly duplicates: number;
  readonly finishedAt: Date | null;
}

/** A row that was not taken in, and why; what stands in it is not repeated. */
export interface LeftRow {
  readonly rowNumber: number;
  readonly outcome: "rejected" | "duplicate";
  readonly findings: readonly {
    readonly column: string;
    readonly title: string;
    readonly message: string;
  }[];
}

type FindDeps = Pick<AppDeps, "database">;

/** Imports of the own authority, newest first; those who oversee see all. */
export async function findLeadImports(
  deps: FindDeps,
  actor: Actor,
  query: PageQuery & { readonly of?: "leads" | "elsewhere" } = {},
): Promise<Page<LeadImportView>> {
  const isOf =
    query.of === "elsewhere" ? isNotNull(leadImports.listId) : isNull(leadImports.listId);
  const scope = and(leadScopeOf(actor, leadImports), isOf);
  const limit = limitOf(query);
  const id = sql`${leadImports.importId}::text`;
  const older = olderThanCursor(query, leadImports.uploadedAt, id);
  return inTransaction(
    deps.database,
    async (tx) => {
      const rows = await selectImports(tx)
        .where(and(scope, older))
        .orderBy(desc(leadImports.uploadedAt), desc(id))
        .limit(limit + 1);
      const page = cutPage(rows, limit, ({ row }) => [row.uploadedAt.toISOString(), row.importId]);
      return { rows: await viewImports(tx, page.rows), nextCursor: page.nextCursor };
    },
    { readOnly: true },
  );
}

const MOST_LEFT_ROWS = 100;

/** One import with the first of the rows that it left out. */
export async function readLeadImport(
  deps: FindDeps,
  actor: Actor,
  importId: string,
): Promise<LeadImportView & { readonly leftRows: readonly LeftRow[] }> {
  const scope = leadScopeOf(actor, leadImports);
  if (!isUuid(importId)) throw new NotFoundError("no such import");
  return inTransaction(
    deps.database,
    async (tx) => {
      const rows = await selectImports(tx).where(and(eq(leadImports.importId, importId), scope));
      const [view] = await viewImports(tx, rows);
      if (view === undefined) throw new NotFoundError("no such import");
      const left = await tx
        .select()
        .from(leadImportRows)
        .where(eq(leadImportRows.importId, importId))
        .orderBy(asc(leadImportRows.rowNumber))
        .limit(MOST_LEFT_ROWS);
      return { ...view, leftRows: left.map(viewLeftRow) };
    },
    { readOnly: true },
  );
}

function selectImports(tx: Transaction) {
  return tx
    .select({ row: leadImports, authorityName: sql<string>`${authorities.profile}->>'name'` })
    .from(leadImports)
    .innerJoin(authorities, eq(authorities.authorityId, leadImports.authorityId));
}

async function viewImports(
  tx: Transaction,
  rows: readonly { row: typeof leadImports.$inferSelect; authorityName: string }[],
): Promise<readonly LeadImportView[]> {
  const names = await readNames(
    tx,
    rows.map(({ row }) => row.uploadedBy),
  );
  return rows.map(({ row, authorityName }) => {
    const { importId, listId, fileName, format, encoding, bytes, uploadedAt, state, fault } = row;
    const { unknownColumns, lastRow, taken, rejected, duplicates, finishedAt } = row;
    const uploadedByName = names.get(row.uploadedBy) ?? row.uploadedBy;
    return {
      ...{ importId, listId, authorityName, fileName, format, encoding, bytes, uploadedByName },
      ...{ uploadedAt, state, fault, unknownColumns, lastRow, taken, rejected, duplicates },
      finishedAt,
    };
  });
}

function viewLeftRow(row: typeof leadImportRows.$inferSelect): LeftRow {
  const { rowNumber, outcome } = row;
  const findings = row.findings.map(({ column, message }) => ({
    column,
    message,
    title: titleOfLeftColumn(column),
  }));
  return { rowNumber, outcome, findings };
}
