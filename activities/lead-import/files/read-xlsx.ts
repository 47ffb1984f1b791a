import { FileFault } from "./file-fault.ts";
import type { FileLine } from "./file-line.ts";
import type { StoredFile } from "./read-parts.ts";
import { readXml, type XmlListener } from "./read-xml.ts";
import { readZip } from "./read-zip.ts";
import { readXlsxBook, type XlsxBook } from "./xlsx-book.ts";

/** Columns beyond this place are none of ours. */
const MOST_COLUMNS = 256;

/** The lines of the first sheet of an XLSX workbook, without holding the sheet in memory. */
export async function* readXlsxLines(file: StoredFile): AsyncGenerator<FileLine> {
  const book = await readXlsxBook(file);
  const lines: FileLine[] = [];
  const reader = readXml(collectLines(book, lines));
  let isFound = false;
  for await (const { bytes, last } of readZip(file, (name) => name === book.sheetPath)) {
    isFound = true;
    reader.write(bytes);
    if (last) reader.end();
    yield* lines.splice(0);
  }
  if (!isFound) throw new FileFault("工作簿缺少第一张工作表，请重新保存后再上传");
}

interface OpenCell {
  readonly place: number;
  readonly type: string;
  readonly style: number;
  text: string;
}

function collectLines(book: XlsxBook, lines: FileLine[]): XmlListener {
  let number = 0;
  let cells: string[] = [];
  let cell: OpenCell | null = null;
  let inValue = false;
  let inReading = false;
  return {
    open(name, attributes) {
      if (name === "row") {
        number = Number(attributes["r"] ?? number + 1);
        cells = [];
      }
      if (name === "c") {
        const place = placeOf(attributes["r"]) ?? cells.length;
        const style = Number(attributes["s"] ?? -1);
        cell = { place, type: attributes["t"] ?? "n", style, text: "" };
      }
      if (name === "rPh") inReading = true;
      inValue = name === "v" || (name === "t" && !inReading);
    },
    text(piece) {
      if (inValue && cell !== null) cell.text += piece;
    },
    close(name) {
      inValue = false;
      if (name === "rPh") inReading = false;
      if (name === "c" && cell !== null) {
        if (cell.place < MOST_COLUMNS) put(cells, cell.place, printCell(book, cell));
        cell = null;
      }
      if (name === "row") lines.push({ number, cells });
    },
  };
}

/** Cells that are empty may be left out of the file; they are empty texts here. */
function put(cells: string[], place: number, text: string): void {
  while (cells.length < place) cells.push("");
  cells[place] = text;
}

function printCell(book: XlsxBook, { type, style, text }: OpenCell): string {
  if (text === "") return "";
  switch (type) {
    case "s":
      return book.texts[Number(text)] ?? "";
    case "n":
      return book.dayStyles.has(style) ? printSerialDay(book, text) : printNumber(text);
    default:
      return text;
  }
}

/** `0.20000000000000001`, as spreadsheets store it, is 0.2. */
function printNumber(text: string): string {
  const value = Number(text);
  return Number.isFinite(value) ? String(value) : text;
}

const DAY_MS = 86_400_000;

/** Days are counted from 1899-12-30 (or 1904-01-01), which also makes right the 29 February 1900 that never was. */
function printSerialDay({ daysFrom1904 }: XlsxBook, text: string): string {
  const serial = Math.floor(Number(text));
  const start = daysFrom1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const moment = new Date(start + serial * DAY_MS);
  return Number.isNaN(moment.getTime()) ? text : moment.toISOString().slice(0, 10);
}

/** `AB12` is column 27, counted from nought. */
function placeOf(reference: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference ?? "")?.[1];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
