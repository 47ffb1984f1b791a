import { PENALTY_COLUMNS, type PenaltyCells, type PenaltyColumnId } from "./penalty-columns.ts";

/** Which place of a row holds which column; places that hold none of ours are null. */
export type PenaltyHeader = readonly (PenaltyColumnId | null)[];

/** What a header line says, or why it is none (表头有误). */
export type ReadHeader =
  | { readonly kind: "header"; readonly places: PenaltyHeader; readonly unknown: readonly string[] }
  | { readonly kind: "wrong"; readonly message: string };

/** The two columns with which a report says what is wrong; sent in again they say nothing. */
export const REPORT_COLUMNS = ["原行号", "问题"] as const;

/**
 * Reads the header line of a file (表头): identifiers (`CF_XDR_MC`) or Chinese titles, in any order. A column that is not known is
 * named and left out; one that is needed and missing, or there twice, makes the file wrong as a whole.
 */
export function readPenaltyHeader(cells: readonly string[]): ReadHeader {
  const names = cells.map(tidyName);
  const places = names.map(findColumn);
  const known = places.filter((place) => place !== null);
  if (known.length === 0) {
    return {
      kind: "wrong",
      message:
        "第一行不是表头：应为“双公示”行政处罚数据项的标识符（如 CF_XDR_MC）或者中文名称（如行政相对人名称），请核对文件和编码",
    };
  }
  const twice = known.filter((id, index) => known.indexOf(id) !== index);
  if (twice.length > 0) return { kind: "wrong", message: `表头有重复的列：${describe(twice)}` };
  const missing = PENALTY_COLUMNS.filter((column) => column.required)
    .map((column) => column.id)
    .filter((id) => !known.includes(id));
  if (missing.length > 0)
    return { kind: "wrong", message: `表头缺少必需的列：${describe(missing)}` };
  const unknown = names.filter((name, place) => name !== "" && places[place] === null);
  return { kind: "header", places, unknown: unknown.filter((name) => !isReportColumn(name)) };
}

/** Says whether a line repeats the header in the other naming: some files carry identifiers above titles. */
export function isSecondHeader(cells: readonly string[]): boolean {
  const named = cells.map(tidyName).filter((name) => name !== "");
  return named.length > 0 && named.every((name) => findColumn(name) !== null);
}

/** Takes a line apart by the header. Cells without a column are left out; empty ones too. */
export function readPenaltyCells(header: PenaltyHeader, line: readonly string[]): PenaltyCells {
  const entries = header.flatMap((id, place) => {
    const text = rearm(line[place] ?? "").trim();
    return id === null || text === "" ? [] : [[id, text] as const];
  });
  return Object.fromEntries(entries);
}

/** An export put an apostrophe before what a spreadsheet would take for a formula; coming back, it goes. */
function rearm(text: string): string {
  return /^'[=+\-@\t\r\d]/.test(text) ? text.slice(1) : text;
}

function findColumn(name: string): PenaltyColumnId | null {
  const upper = name.toUpperCase();
  const found = PENALTY_COLUMNS.find(
    (column) => column.id === upper || tidyName(column.title) === name,
  );
  return found?.id ?? null;
}

/** Blanks, the star of required columns and the width of brackets make no difference. */
function tidyName(text: string): string {
  return text
    .replace(/[\s*＊\uFEFF]/g, "")
    .replaceAll("(", "（")
    .replaceAll(")", "）");
}

function isReportColumn(name: string): boolean {
  return REPORT_COLUMNS.some((each) => each === name);
}

function describe(ids: readonly PenaltyColumnId[]): string {
  const titled = PENALTY_COLUMNS.filter((column) => ids.includes(column.id));
  return titled.map((column) => `${column.title}（${column.id}）`).join("、");
}
