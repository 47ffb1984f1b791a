import { eq, sql } from "drizzle-orm";
import { readCells, type TableHeader } from "../../domain/leads/table-header.ts";
import type { BlobStore } from "../../platform/blobs.ts";
import { inTransaction, type Database } from "../../platform/database.ts";
import type { FieldEncryption } from "../../platform/encryption.ts";
import { leadImports } from "../../schema/index.ts";
import { FileFault } from "./files/file-fault.ts";
import type { FileLine } from "./files/file-line.ts";
import { readCsvLines } from "./files/read-csv.ts";
import { openStoredFile, type StoredFile } from "./files/read-parts.ts";
import { detectEncoding } from "./files/read-text.ts";
import { readXlsxLines } from "./files/read-xlsx.ts";
import { keepBatch } from "./keep-batch.ts";
import { readHeaderLine } from "./read-header-line.ts";
import { rowKindOf, type NumberedCells } from "./row-kinds.ts";

/** What taking in rows needs. */
export interface LeadDeps {
  readonly database: Database;
  readonly encryption: FieldEncryption;
  readonly blobs: BlobStore;
}

type ImportRow = typeof leadImports.$inferSelect;

const ROWS_AT_ONCE = 1_000;
const MOST_ROWS = 200_000;

/**
 * Takes in the rows of a file (逐行办理), batch by batch; each batch and the place it leaves off at are one transaction. Run again, in
 * this process or another, it goes on where the last batch ended. A file that cannot be read is a result, not a failure.
 */
export async function takeRows(deps: LeadDeps, importId: string): Promise<void> {
  const row = await begin(deps, importId);
  if (row === null) return;
  try {
    await takeAll(deps, row);
    await end(deps, importId, { state: "done" });
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    await end(deps, importId, { state: "failed", fault: error.message });
  }
}

async function takeAll(deps: LeadDeps, row: ImportRow): Promise<void> {
  const file = openStoredFile(deps.blobs, row.parts);
  const kind = rowKindOf(row.listId);
  let header: TableHeader | null = null;
  let lastRow = row.lastRow;
  let batch: NumberedCells[] = [];
  let previous = 0;
  const keep = async (upTo: number): Promise<void> => {
    if (upTo <= lastRow) return;
    await keepBatch(deps, row, { from: lastRow, upTo, rows: batch });
    lastRow = upTo;
    batch = [];
  };
  for await (const line of await openLines(deps, row, file)) {
    if (line.number <= previous) throw new FileFault("工作表的行号次序不对，请重新保存后再上传");
    previous = line.number;
    if (header === null) {
      if (isBlank(line)) continue;
      header = await readHeaderLine(deps, row.importId, kind, line);
      continue;
    }
    if (line.number > MOST_ROWS + 1) {
      throw new FileFault(`超过 ${String(MOST_ROWS)} 行，请拆分后再上传；此前的行已经办理`);
    }
    if (line.number > lastRow && !isBlank(line)) {
      batch.push({ number: line.number, cells: readCells(header, line.cells), line });
    }
    if (batch.length >= ROWS_AT_ONCE) await keep(line.number);
  }
  if (header === null) throw new FileFault("文件是空的，没有表头");
  await keep(previous);
}

async function openLines(
  deps: LeadDeps,
  row: ImportRow,
  file: StoredFile,
): Promise<AsyncGenerator<FileLine>> {
  if (row.format === "xlsx") return readXlsxLines(file);
  const encoding = await detectEncoding(file);
  await deps.database
    .update(leadImports)
    .set({ encoding })
    .where(eq(leadImports.importId, row.importId));
  return readCsvLines(file, encoding);
}

function isBlank({ cells }: FileLine): boolean {
  return cells.every((cell) => cell.trim() === "");
}

/** Marks the import as being at work; null where there is nothing left to do. */
async function begin(deps: LeadDeps, importId: string): Promise<ImportRow | null> {
  return inTransaction(deps.database, async (tx) => {
    const [row] = await tx
      .select()
      .from(leadImports)
      .where(eq(leadImports.importId, importId))
      .for("update");
    if (row === undefined) throw new Error("no import of this id");
    if (row.state === "done" || row.state === "failed") return null;
    await tx
      .update(leadImports)
      .set({ state: "running", touchedAt: sql`case_clock_now()` })
      .where(eq(leadImports.importId, importId));
    return row;
  });
}

async function end(
  { database }: LeadDeps,
  importId: string,
  result: { readonly state: "done" | "failed"; readonly fault?: string },
): Promise<void> {
  await database
    .update(leadImports)
    .set({ ...result, touchedAt: sql`case_clock_now()`, finishedAt: sql`case_clock_now()` })
    .where(eq(leadImports.importId, importId));
}
