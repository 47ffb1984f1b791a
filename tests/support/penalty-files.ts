import { strToU8, zipSync } from "fflate";
import { makeUpUscc } from "../../demo/life/made-up-parties.ts";

/** The columns that the made-up records of the tests fill in. */
export const COLUMNS = [
  "CF_XDR_MC",
  "CF_XDR_LB",
  "CF_XDR_SHXYM",
  "CF_XDR_ZJLX",
  "CF_XDR_ZJHM",
  "CF_WSH",
  "CF_SY",
  "CF_NR_FK",
  "CF_JDRQ",
  "CF_CFJG",
] as const;

export type Row = Readonly<Partial<Record<(typeof COLUMNS)[number], string>>>;

/** 【虚构】 a record of a company that has nothing wrong. */
export function companyRow(serial: number): Row {
  return {
    CF_XDR_MC: `【虚构】第${String(serial)}示例公司`,
    CF_XDR_LB: "法人及非法人组织",
    CF_XDR_SHXYM: makeUpUscc(serial),
    CF_WSH: `苍市监罚〔2026〕${String(serial)}号`,
    CF_SY: "【虚构】违法事实，含逗号,和“引号”",
    CF_NR_FK: "0.2",
    CF_JDRQ: "2026-03-02",
    CF_CFJG: "【虚构】苍梧县市场监督管理局",
  };
}

/** Rows as the cells of a table, header first. */
export function tableOf(rows: readonly Row[]): readonly (readonly string[])[] {
  return [COLUMNS, ...rows.map((row) => COLUMNS.map((column) => row[column] ?? ""))];
}

/** A table as CSV. */
export function csvOf(table: readonly (readonly string[])[]): string {
  const quote = (cell: string): string =>
    /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return table.map((cells) => `${cells.map(quote).join(",")}\r\n`).join("");
}

export interface XlsxOptions {
  /** Texts in a table of their own, as spreadsheets write them, or in the cells, as programs do. */
  readonly texts: "shared" | "inline";
  /** Cells in these columns hold days as numbers with a format. */
  readonly dayColumns?: readonly number[];
}

const NS = "http://schemas.openxmlformats.org";

/** A table as an XLSX workbook, its files in the order in which spreadsheets write them: texts after the sheet. */
export function xlsxOf(table: readonly (readonly string[])[], options: XlsxOptions): Buffer {
  const shared = new Map<string, number>();
  const rows = table.map((cells, index) => {
    const inside = cells.map((text, place) => cellOf(options, shared, text, index, place)).join("");
    return `<row r="${String(index + 1)}">${inside}</row>`;
  });
  const sheet = `<?xml version="1.0"?><worksheet xmlns="${NS}/spreadsheetml/2006/main"><sheetData>${rows.join("")}</sheetData></worksheet>`;
  const texts = [...shared.keys()].map(
    (text) => `<si><t xml:space="preserve">${escape(text)}</t></si>`,
  );
  const files = {
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": `<workbook xmlns="${NS}/spreadsheetml/2006/main" xmlns:r="${NS}/officeDocument/2006/relationships"><sheets><sheet name="处罚" sheetId="1" r:id="rId9"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId9" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": sheet,
    "xl/styles.xml": `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
    "xl/sharedStrings.xml": `<sst>${texts.join("")}</sst>`,
  };
  const entries = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const);
  return Buffer.from(zipSync(Object.fromEntries(entries)));
}

function cellOf(
  { texts, dayColumns = [] }: XlsxOptions,
  shared: Map<string, number>,
  text: string,
  row: number,
  place: number,
): string {
  if (text === "") return "";
  const reference = `${String.fromCharCode(65 + place)}${String(row + 1)}`;
  if (dayColumns.includes(place) && row > 0) {
    const serial = (Date.parse(`${text}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
    return `<c r="${reference}" s="1"><v>${String(serial)}</v></c>`;
  }
  if (texts === "inline") {
    return `<c r="${reference}" t="inlineStr"><is><t>${escape(text)}</t></is></c>`;
  }
  const index = shared.get(text) ?? shared.size;
  shared.set(text, index);
  return `<c r="${reference}" t="s"><v>${String(index)}</v></c>`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
