import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { FileFault } from "./file-fault.ts";
import type { FileLine } from "./file-line.ts";
import type { StoredFile } from "./read-parts.ts";
import { readText, type TextEncoding } from "./read-text.ts";

const LONGEST_RECORD = 256 * 1024;

/** The lines of a CSV file (RFC 4180; commas), the header line first. */
export async function* readCsvLines(
  file: StoredFile,
  encoding: TextEncoding,
): AsyncGenerator<FileLine> {
  const parser = parse({
    bom: true,
    relax_column_count: true,
    max_record_size: LONGEST_RECORD,
  });
  const source = Readable.from(readText(file, encoding));
  source.on("error", (error) => parser.destroy(error));
  source.pipe(parser);
  let number = 0;
  try {
    // The parser hands out lists of texts when it is given no columns.
    for await (const cells of parser as AsyncIterable<readonly string[]>) {
      yield { number: ++number, cells };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new FileFault(describeFault(error));
  } finally {
    source.destroy();
  }
}

/** The parser's own messages quote the file; ours say only where. */
function describeFault(error: CsvError): string {
  const lines: unknown = Reflect.get(error, "lines");
  const place = typeof lines === "number" ? `第 ${String(lines)} 行附近` : "文件中";
  switch (error.code) {
    case "CSV_QUOTE_NOT_CLOSED":
    case "CSV_INVALID_CLOSING_QUOTE":
    case "INVALID_OPENING_QUOTE":
      return `CSV 格式有误：${place}的引号不配对`;
    case "CSV_MAX_RECORD_SIZE":
      return `CSV 格式有误：${place}有一行过长，可能是引号不配对`;
    default:
      return `CSV 格式有误：${place}不能按逗号分隔读取`;
  }
}
