import { ELSEWHERE_COLUMNS } from "../../domain/elsewhere/elsewhere-columns.ts";
import { readPenaltyHeader } from "../../domain/leads/penalty-header.ts";
import { readHeader, type ReadHeader } from "../../domain/leads/table-header.ts";
import type { Transaction } from "../../platform/database.ts";
import type { leadImports } from "../../schema/index.ts";
import type { FileLine } from "./files/file-line.ts";
import { keepElsewhereRows } from "./keep-elsewhere.ts";
import { keepLeads } from "./keep-leads.ts";
import type { LeadDeps } from "./take-rows.ts";

/** A row of the file, taken apart by the header. */
export interface NumberedCells {
  readonly number: number;
  readonly cells: Readonly<Partial<Record<string, string>>>;
  readonly line: FileLine;
}

/** What became of a run of rows. */
export interface Counts {
  readonly taken: number;
  readonly rejected: number;
  readonly duplicates: number;
}

/** What the rows of a file are, and what is done with them. */
export interface RowKind {
  readonly readHeader: (cells: readonly string[]) => ReadHeader;
  readonly keepRows: (
    deps: LeadDeps,
    tx: Transaction,
    row: typeof leadImports.$inferSelect,
    rows: readonly NumberedCells[],
  ) => Promise<Counts>;
}

const HINT = "应为外部认定名单的数据项（如 记录编号、状态、数据更新时间），请核对文件和编码";

const PENALTIES: RowKind = { readHeader: readPenaltyHeader, keepRows: keepLeads };
const ELSEWHERE: RowKind = {
  readHeader: (cells) => readHeader(ELSEWHERE_COLUMNS, cells, HINT),
  keepRows: keepElsewhereRows,
};

/** Records of the list that is named, or penalty records where none is. */
export function rowKindOf(listId: string | null): RowKind {
  return listId === null ? PENALTIES : ELSEWHERE;
}
