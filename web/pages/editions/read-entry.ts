import { CsvError, parse } from "csv-parse/sync";
import type { Edition, EditionLevel } from "../../../domain/registries/edition.ts";
import { readEditionTable } from "../../../domain/registries/edition-table.ts";
import type { FieldError, FormCheck } from "../../forms/form-check.ts";

const REGISTRIES: readonly Edition["registry"][] = ["directory", "catalog"];
const LEVELS: readonly EditionLevel[] = ["national", "region", "city"];
/** How many of a table's faults are told at once. */
const TOLD_AT_ONCE = 20;

/** Reads an edition off its form: the body that the interface takes, or what is to be put right first. */
export function readEntry(check: FormCheck): object {
  const registry = check.oneOf("registry", REGISTRIES, "请选择类别");
  const instrument = check.optionalText("scope.instrument");
  const article = check.optionalText("scope.article");
  if ((instrument === "") !== (article === "")) {
    const empty = instrument === "" ? "scope.instrument" : "scope.article";
    check.complain(empty, "地方性法规的名称和条款须一并填写");
  }
  const entries = readTable(check, registry);
  return {
    registry,
    edition: check.text("edition", "请填写版本编号"),
    level: check.oneOf("level", LEVELS, "请选择层级"),
    title: check.text("title", "请填写名称"),
    inForceFrom: check.day("inForceFrom", "请填写施行日"),
    inForceTo: check.optionalDay("inForceTo"),
    scope: instrument === "" ? null : { instrument, article },
    ...(registry === "directory" ? { items: entries } : { rows: entries }),
  };
}

function readTable(check: FormCheck, registry: Edition["registry"] | null): readonly object[] {
  const text = check.text("table", "请粘贴表格");
  if (text === "" || registry === null) return [];
  const lines = parseLines(text);
  if (lines === null) {
    check.complain("table", "表格的引号没有成对，请核对后重新复制");
    return [];
  }
  const read = readEditionTable(registry, lines);
  if (read.kind === "entries") return read.entries;
  const more = read.messages.length - TOLD_AT_ONCE;
  const told = read.messages.slice(0, TOLD_AT_ONCE);
  check.complain("table", [...told, ...(more > 0 ? [`另有${String(more)}处`] : [])].join("；"));
  return [];
}

/** Lines of cells: parted by tabs as a spreadsheet copies them, or by commas; null where quotes do not match. */
function parseLines(text: string): readonly string[][] | null {
  const delimiter = text.split("\n", 1)[0]?.includes("\t") === true ? "\t" : ",";
  try {
    return parse(text, {
      ...{ bom: true, delimiter, relax_column_count: true, skip_empty_lines: true },
      skip_records_with_empty_values: true,
    });
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}

/** Where on the form a fault of the body belongs: fields of the head at their field, entries at the table, by their number. */
export function placeError({ field, message }: FieldError): FieldError {
  const [, index] = /^\/(?:rows|items)\/(\d+).*$/.exec(field) ?? [];
  if (index !== undefined) {
    return { field: "table", message: `第${String(Number(index) + 1)}条：${message}` };
  }
  const name = field.replace(/^\//, "").replaceAll("/", ".");
  return HEAD_FIELDS.includes(name) ? { field: name, message } : { field: "table", message };
}

const HEAD_FIELDS = [
  ...["registry", "edition", "level", "title", "inForceFrom", "inForceTo"],
  ...["scope.instrument", "scope.article"],
];
