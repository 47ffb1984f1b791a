import { PENALTY_COLUMNS, type PenaltyCells, type PenaltyColumnId } from "./penalty-columns.ts";
import {
  isHeaderLine,
  readCells,
  readHeader,
  type ReadHeader,
  type TableHeader,
} from "./table-header.ts";

/** Which place of a row holds which column; places that hold none of ours are null. */
export type PenaltyHeader = TableHeader<PenaltyColumnId>;

const HINT =
  "应为“双公示”行政处罚数据项的标识符（如 CF_XDR_MC）或者中文名称（如行政相对人名称），请核对文件和编码";

/** Reads the header line of a file of penalty records (表头): identifiers (`CF_XDR_MC`) or Chinese titles, in any order. */
export function readPenaltyHeader(cells: readonly string[]): ReadHeader<PenaltyColumnId> {
  return readHeader(PENALTY_COLUMNS, cells, HINT);
}

/** Says whether a line repeats the header in the other naming. */
export function isSecondHeader(cells: readonly string[]): boolean {
  return isHeaderLine(PENALTY_COLUMNS, cells);
}

/** Takes a line apart by the header. */
export function readPenaltyCells(header: PenaltyHeader, line: readonly string[]): PenaltyCells {
  return readCells(header, line);
}
