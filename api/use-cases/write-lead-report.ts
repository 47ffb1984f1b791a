import { and, asc, eq, gt } from "drizzle-orm";
import type { Actor } from "../../domain/case-file/actor.ts";
import { REPORT_COLUMNS, type TableColumn } from "../../domain/leads/table-header.ts";
import { writeCell } from "../../domain/publication/open-data.ts";
import { inTransaction } from "../../platform/database.ts";
import { leadImportRows, leadImports } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import { NotFoundError } from "./faults.ts";
import { logLeadReading, requireLeadOfficer } from "./lead-access.ts";
import { columnsOfImport, titleOfLeftColumn } from "./left-columns.ts";
import { isUuid } from "./visible-case.ts";

type ReportDeps = Pick<AppDeps, "database" | "encryption">;

const ROWS_AT_ONCE = 1_000;

/**
 * Writes the rows that were refused as a table (问题清单): each as it came, with what is wrong with it. Corrected, the table can be
 * handed in again as it is; the two columns of the report are left out then. Reading it is put on record: it holds data in clear.
 */
export async function writeLeadReport(
  deps: ReportDeps,
  actor: Actor,
  importId: string,
): Promise<{ readonly fileName: string; readonly pieces: AsyncGenerator<string> }> {
  const authorityId = requireLeadOfficer(actor);
  if (!isUuid(importId)) throw new NotFoundError("no such import");
  const found = await inTransaction(deps.database, async (tx) => {
    const [row] = await tx
      .select({ fileName: leadImports.fileName, listId: leadImports.listId })
      .from(leadImports)
      .where(and(eq(leadImports.importId, importId), eq(leadImports.authorityId, authorityId)));
    if (row === undefined) throw new NotFoundError("no such import");
    const purpose = "更正导入文件中有误的行";
    await logLeadReading(tx, { authorityId, importId, userId: actor.userId, purpose });
    return row;
  });
  const fileName = `${found.fileName.replace(/\.[^.]*$/, "")}-问题清单.csv`;
  return { fileName, pieces: writePieces(deps, importId, columnsOfImport(found.listId)) };
}

async function* writePieces(
  deps: ReportDeps,
  importId: string,
  columns: readonly TableColumn[],
): AsyncGenerator<string> {
  const header = [...REPORT_COLUMNS, ...columns.map((column) => column.title)];
  // The mark tells spreadsheets that the text is UTF-8.
  yield `\uFEFF${header.map(writeCell).join(",")}\r\n`;
  let after = 0;
  for (;;) {
    const rows = await deps.database
      .select()
      .from(leadImportRows)
      .where(
        and(
          eq(leadImportRows.importId, importId),
          eq(leadImportRows.outcome, "rejected"),
          gt(leadImportRows.rowNumber, after),
        ),
      )
      .orderBy(asc(leadImportRows.rowNumber))
      .limit(ROWS_AT_ONCE);
    yield rows.map((row) => writeRow(deps, columns, row)).join("");
    if (rows.length < ROWS_AT_ONCE) return;
    after = rows.at(-1)?.rowNumber ?? after;
  }
}

function writeRow(
  { encryption }: ReportDeps,
  columns: readonly TableColumn[],
  row: typeof leadImportRows.$inferSelect,
): string {
  // The cells of a refused row, written by the import.
  const cells = JSON.parse(encryption.decryptField(row.rowSealed ?? "")) as Partial<
    Record<string, string>
  >;
  const problems = row.findings.map(
    ({ column, message }) => `${titleOfLeftColumn(column)}：${message}`,
  );
  const texts = [
    String(row.rowNumber),
    problems.join("；"),
    ...columns.map(({ id }) => keepDigits(cells[id] ?? "")),
  ];
  return `${texts.map(writeCell).join(",")}\r\n`;
}

/** A spreadsheet would round a long number; with the apostrophe it stays a text. */
function keepDigits(text: string): string {
  return /^\d{12,}$/.test(text) ? `'${text}` : text;
}
