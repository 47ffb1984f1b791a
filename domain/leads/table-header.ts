/** A column of a table that comes in. */
export interface TableColumn<Id extends string = string> {
  readonly id: Id;
  readonly title: string;
  /** The column must be there. */
  readonly required: boolean;
}

/** Which place of a row holds which column; places that hold none of ours are null. */
export type TableHeader<Id extends string = string> = readonly (Id | null)[];

/** What a header line says, or why it is none (表头有误). */
export type ReadHeader<Id extends string = string> =
  | {
      readonly kind: "header";
      readonly places: TableHeader<Id>;
      readonly unknown: readonly string[];
    }
  | { readonly kind: "wrong"; readonly message: string };

/** The two columns with which a report says what is wrong; sent in again they say nothing. */
export const REPORT_COLUMNS = ["原行号", "问题"] as const;

/**
 * Reads the header line of a file (表头): identifiers or Chinese titles, in any order. A column that is not known is named and left out;
 * one that is needed and missing, or there twice, makes the file wrong as a whole. `hint` says what the first line should have been.
 */
export function readHeader<Id extends string>(
  columns: readonly TableColumn<Id>[],
  cells: readonly string[],
  hint: string,
): ReadHeader<Id> {
  const names = cells.map(tidyName);
  const places = names.map((name) => findColumn(columns, name));
  const known = places.filter((place) => place !== null);
  if (known.length === 0) return { kind: "wrong", message: `第一行不是表头：${hint}` };
  const twice = known.filter((id, index) => known.indexOf(id) !== index);
  if (twice.length > 0) {
    return { kind: "wrong", message: `表头有重复的列：${describe(columns, twice)}` };
  }
  const missing = columns
    .filter((column) => column.required && !known.includes(column.id))
    .map((column) => column.id);
  if (missing.length > 0) {
    return { kind: "wrong", message: `表头缺少必需的列：${describe(columns, missing)}` };
  }
  const unknown = names.filter((name, place) => name !== "" && places[place] === null);
  return { kind: "header", places, unknown: unknown.filter((name) => !isReportColumn(name)) };
}

/** Says whether a line repeats the header in the other naming: some files carry identifiers above titles. */
export function isHeaderLine(columns: readonly TableColumn[], cells: readonly string[]): boolean {
  const named = cells.map(tidyName).filter((name) => name !== "");
  return named.length > 0 && named.every((name) => findColumn(columns, name) !== null);
}

/** Takes a line apart by the header. Cells without a column are left out; empty ones too. */
export function readCells<Id extends string>(
  header: TableHeader<Id>,
  line: readonly string[],
): Readonly<Partial<Record<Id, string>>> {
  const cells: Partial<Record<Id, string>> = {};
  for (const [place, id] of header.entries()) {
    const text = rearm(line[place] ?? "").trim();
    if (id !== null && text !== "") cells[id] = text;
  }
  return cells;
}

/** An export put an apostrophe before what a spreadsheet would take for a formula; coming back, it goes. */
function rearm(text: string): string {
  return /^'[=+\-@\t\r\d]/.test(text) ? text.slice(1) : text;
}

function findColumn<Id extends string>(
  columns: readonly TableColumn<Id>[],
  name: string,
): Id | null {
  const found = columns.find(
    (column) => column.id.toUpperCase() === name.toUpperCase() || tidyName(column.title) === name,
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

function describe(columns: readonly TableColumn[], ids: readonly string[]): string {
  const titled = columns.filter((column) => ids.includes(column.id));
  return titled.map((column) => `${column.title}（${column.id}）`).join("、");
}
