import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { FileFault } from "../../../activities/lead-import/files/file-fault.ts";
import type { FileLine } from "../../../activities/lead-import/files/file-line.ts";
import { readCsvLines } from "../../../activities/lead-import/files/read-csv.ts";
import type { StoredFile } from "../../../activities/lead-import/files/read-parts.ts";
import { detectEncoding } from "../../../activities/lead-import/files/read-text.ts";
import { readXlsxLines } from "../../../activities/lead-import/files/read-xlsx.ts";
import { zipSync, strToU8 } from "fflate";
import { companyRow, csvOf, tableOf, xlsxOf } from "../../support/penalty-files.ts";

const TABLE = tableOf([1, 2, 3].map(companyRow));
const DAY_COLUMN = 8;

/** A file that comes in steps of a few bytes, so that every character and tag is cut somewhere. */
function fileOf(bytes: Uint8Array, step = 7): StoredFile {
  return {
    async *read() {
      for (let from = 0; from < bytes.length; from += step) {
        yield await Promise.resolve(bytes.subarray(from, from + step));
      }
    },
  };
}

const toGb18030 = (text: string): Buffer =>
  execFileSync("iconv", ["-f", "utf-8", "-t", "gb18030"], { input: text });

async function readAll(lines: AsyncGenerator<FileLine>): Promise<readonly (readonly string[])[]> {
  const read: (readonly string[])[] = [];
  for await (const { cells } of lines) read.push(cells);
  return read;
}

async function readCsv(bytes: Uint8Array) {
  const file = fileOf(bytes);
  const encoding = await detectEncoding(file);
  return { encoding, table: await readAll(readCsvLines(file, encoding)) };
}

const faultOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "no fault",
    (error: unknown) => (error instanceof FileFault ? error.message : String(error)),
  );

describe("a CSV file", () => {
  it.each([
    ["utf-8", Buffer.from(csvOf(TABLE))],
    ["utf-8", Buffer.from(`\uFEFF${csvOf(TABLE)}`)],
    ["gb18030", toGb18030(csvOf(TABLE))],
    // Characters beyond GBK, in four bytes, as names have them.
    ["gb18030", toGb18030(csvOf([...TABLE, ["𠮷㙉某"]]))],
  ])("in %s is read as it was written", async (encoding, bytes) => {
    const read = await readCsv(bytes);
    expect(read.encoding).toBe(encoding);
    expect(read.table.slice(0, 4)).toEqual(TABLE);
    if (read.table.length > 4) expect(read.table[4]).toEqual(["𠮷㙉某"]);
  });

  it("keeps line breaks inside quotes, and counts lines as a spreadsheet does", async () => {
    const file = fileOf(Buffer.from('a,b\n"1\n2",3\n\n4,5\n'));
    const lines: FileLine[] = [];
    for await (const line of readCsvLines(file, "utf-8")) lines.push(line);
    expect(lines.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(lines[1]?.cells).toEqual(["1\n2", "3"]);
  });

  it.each([
    ["UTF-16", Buffer.from(`\uFEFF${csvOf(TABLE)}`, "utf16le"), "UTF-16"],
    ["no encoding at all", Buffer.from([0x41, 0xff, 0xff, 0x0a, 0x80]), "编码不能识别"],
    ["bytes of a program", Buffer.from([0x7f, 0x45, 0, 0, 0x41]), "不属于文本"],
    ["a quote without end", Buffer.from('a,b\n"1,2\n3,4\n'), "引号不配对"],
    ["a quote in the middle", Buffer.from('a,b\n1"x",2\n'), "引号不配对"],
  ])("in %s ends in a clear message", async (_, bytes, words) => {
    expect(await faultOf(readCsv(bytes))).toContain(words);
  });
});

describe("an XLSX workbook", () => {
  it.each(["shared", "inline"] as const)("with %s texts is read as written", async (texts) => {
    const bytes = xlsxOf(TABLE, { texts, dayColumns: [DAY_COLUMN] });
    const read = await readAll(readXlsxLines(fileOf(bytes, 100)));
    // Empty cells at the end of a line are left out of the file.
    expect(read.map((cells) => TABLE[0]?.map((_, place) => cells[place] ?? ""))).toEqual(TABLE);
  });

  const whole = xlsxOf(TABLE, { texts: "shared" });
  const flipped = Buffer.from(whole);
  flipped.fill(0x5a, whole.indexOf("sheet1.xml") + 20, whole.indexOf("sheet1.xml") + 60);

  it.each([
    ["that is cut off", whole.subarray(0, whole.indexOf("sheet1.xml") + 60), "已损坏或者不完整"],
    ["with a broken part", flipped, "已损坏或者不完整"],
    [
      "without a sheet",
      Buffer.from(zipSync({ "word/document.xml": strToU8("<a/>") })),
      "不是 XLSX",
    ],
    [
      "that declares entities",
      Buffer.from(
        zipSync({ "xl/workbook.xml": strToU8('<!DOCTYPE a [<!ENTITY b "c">]><workbook/>') }),
      ),
      "不是有效的表格",
    ],
    [
      "that blows up",
      Buffer.from(
        zipSync({
          "xl/sharedStrings.xml": strToU8(
            `<sst>${`<si><t>${"x".repeat(1_000_000)}</t></si>`.repeat(120)}</sst>`,
          ),
        }),
      ),
      "文字过多",
    ],
  ])("%s ends in a clear message", async (_, bytes, words) => {
    expect(await faultOf(readAll(readXlsxLines(fileOf(bytes, 64 * 1024))))).toContain(words);
  });
});
