import { printDay } from "../deadlines/calendar-day.ts";
import type { ListingRecord } from "./listing-record.ts";

/** A column of the open data table (开放数据字段): its name for programs, its title for people, and what stands in it. */
export interface OpenDataColumn {
  readonly name: string;
  readonly title: string;
  readonly cell: (record: ListingRecord) => string;
}

/** The fields of the open data, in their order; the record handed in is masked already. */
export const OPEN_DATA_COLUMNS: readonly OpenDataColumn[] = [
  { name: "entryId", title: "条目编号", cell: (record) => record.entryId },
  { name: "version", title: "版本", cell: (record) => String(record.version) },
  { name: "listId", title: "名单代码", cell: (record) => record.listId },
  { name: "listName", title: "名单名称", cell: (record) => record.listName },
  { name: "name", title: "失信主体名称", cell: (record) => record.party.name },
  { name: "identifier", title: "统一社会信用代码", cell: (record) => record.party.identifier },
  { name: "authorityName", title: "决定机关", cell: (record) => record.authorityName },
  { name: "decisionNumber", title: "决定书文号", cell: (record) => record.decisionNumber },
  { name: "decidedOn", title: "决定日期", cell: (record) => record.decidedOn },
  { name: "listedThrough", title: "公示截止日期", cell: (record) => record.listedThrough },
  { name: "grounds", title: "列入事由", cell: (record) => record.grounds },
  { name: "legalBasis", title: "法律依据", cell: (record) => record.legalBasis.join("；") },
  {
    name: "measures",
    title: "失信惩戒措施",
    cell: (record) => record.measures.map((measure) => measure.title).join("；"),
  },
  { name: "removalConditions", title: "移出条件", cell: (record) => record.removalConditions },
  {
    name: "disputedSince",
    title: "异议标注（自何日起异议处理中）",
    cell: (record) => record.disputedSince ?? "",
  },
  {
    name: "corrections",
    title: "更正决定书文号",
    cell: (record) => record.corrections.map((each) => each.number).join("；"),
  },
];

/**
 * Writes records as a CSV table (RFC 4180, one header line in Chinese, lines end in CR LF).
 *
 * A cell that a spreadsheet would take for a formula gets an apostrophe in front, so that opening the table never runs what
 * somebody wrote into a name.
 *
 * Example: `=1+1` becomes `'=1+1`; `甲"乙` becomes `"甲""乙"`.
 */
export function writeCsv(records: readonly ListingRecord[]): string {
  const header = OPEN_DATA_COLUMNS.map((column) => column.title);
  const lines = records.map((record) => OPEN_DATA_COLUMNS.map((column) => column.cell(record)));
  return writeLines([header, ...lines]);
}

/** Writes the lines of a table (RFC 4180), every cell disarmed. */
export function writeLines(lines: readonly (readonly string[])[]): string {
  return lines.map((cells) => `${cells.map(writeCell).join(",")}\r\n`).join("");
}

/** Writes one cell: disarmed, and quoted where a comma, a quote or a line break asks for it. */
export function writeCell(text: string): string {
  const disarmed = disarm(text);
  return /[",\r\n]/.test(disarmed) ? `"${disarmed.replaceAll('"', '""')}"` : disarmed;
}

/** Puts an apostrophe in front of what a spreadsheet would take for a formula (防公式注入). */
export function disarm(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** One line about an entry for people who follow the list (名单动态). */
export function describeEntry(record: ListingRecord): string {
  const days = `${printDay(record.decidedOn)}决定列入，公示至${printDay(record.listedThrough)}`;
  return `${record.authorityName}：${record.decisionNumber}，${days}`;
}
