import { FileFault } from "./file-fault.ts";
import type { StoredFile } from "./read-parts.ts";
import { readXml, type XmlListener, type XmlReader } from "./read-xml.ts";
import { readZip } from "./read-zip.ts";

/** What a sheet's cells refer to: the texts of the book, which styles print days, and where the first sheet lies. */
export interface XlsxBook {
  readonly texts: readonly string[];
  readonly dayStyles: ReadonlySet<number>;
  readonly daysFrom1904: boolean;
  readonly sheetPath: string;
}

const MOST_TEXT = 100_000_000;

/** Reads everything of a book but its sheets. Files lie in the archive in any order, so sheets are read in a second pass. */
export async function readXlsxBook(file: StoredFile): Promise<XlsxBook> {
  const texts: string[] = [];
  const styles = collectStyles();
  const workbook = collectWorkbook();
  const targets = new Map<string, string>();
  const listeners: ReadonlyMap<string, XmlListener> = new Map([
    ["xl/sharedStrings.xml", collectTexts(texts)],
    ["xl/styles.xml", styles.listener],
    ["xl/workbook.xml", workbook.listener],
    ["xl/_rels/workbook.xml.rels", collectTargets(targets)],
  ]);
  const readers = new Map<string, XmlReader>();
  for await (const { name, bytes, last } of readZip(file, (each) => listeners.has(each))) {
    const reader = readers.get(name) ?? readXml(listeners.get(name) ?? {});
    readers.set(name, reader);
    reader.write(bytes);
    if (last) reader.end();
  }
  const target = targets.get(workbook.firstSheet());
  if (target === undefined) throw new FileFault("文件不是 XLSX 工作簿，或者没有工作表");
  const sheetPath = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
  return {
    texts,
    dayStyles: styles.dayStyles(),
    daysFrom1904: workbook.daysFrom1904(),
    sheetPath,
  };
}

function collectTexts(texts: string[]): XmlListener {
  let text = "";
  let total = 0;
  let inText = false;
  let inReading = false;
  return {
    open(name) {
      if (name === "si") text = "";
      if (name === "rPh") inReading = true;
      inText = name === "t" && !inReading;
    },
    text(piece) {
      total += piece.length;
      if (total > MOST_TEXT) throw new FileFault("工作簿中的文字过多，请拆分后再上传");
      if (inText) text += piece;
    },
    close(name) {
      inText = false;
      if (name === "rPh") inReading = false;
      if (name === "si") texts.push(text);
    },
  };
}

/** Numbers of the built-in formats that print a day. */
const BUILT_IN_DAYS: readonly (readonly [number, number])[] = [
  [14, 17],
  [22, 22],
  [27, 31],
  [36, 36],
  [50, 54],
  [57, 58],
];

function collectStyles(): { listener: XmlListener; dayStyles: () => ReadonlySet<number> } {
  const ownDays = new Set<number>();
  const formats: number[] = [];
  let inCells = false;
  const isDay = (format: number): boolean =>
    ownDays.has(format) || BUILT_IN_DAYS.some(([from, to]) => format >= from && format <= to);
  return {
    listener: {
      open(name, attributes) {
        if (name === "cellXfs") inCells = true;
        if (name === "numFmt" && printsDay(attributes["formatCode"] ?? "")) {
          ownDays.add(Number(attributes["numFmtId"]));
        }
        if (name === "xf" && inCells) formats.push(Number(attributes["numFmtId"] ?? 0));
      },
      close(name) {
        if (name === "cellXfs") inCells = false;
      },
    },
    dayStyles: () => new Set(formats.flatMap((format, style) => (isDay(format) ? [style] : []))),
  };
}

/** A format with year or day in it, outside quotes, escapes and colors. */
function printsDay(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "");
  return /[yd年日]/i.test(bare);
}

function collectWorkbook(): {
  listener: XmlListener;
  firstSheet: () => string;
  daysFrom1904: () => boolean;
} {
  let first = "";
  let from1904 = false;
  return {
    listener: {
      open(name, attributes) {
        if (name === "workbookPr") {
          from1904 = ["1", "true"].includes(attributes["date1904"] ?? "");
        }
        if (name !== "sheet" || first !== "") return;
        const relation = Object.entries(attributes).find(([key]) => /(^|:)id$/.test(key));
        first = relation?.[1] ?? "";
      },
    },
    firstSheet: () => first,
    daysFrom1904: () => from1904,
  };
}

function collectTargets(targets: Map<string, string>): XmlListener {
  return {
    open(name, attributes) {
      if (name !== "Relationship") return;
      targets.set(attributes["Id"] ?? "", attributes["Target"] ?? "");
    },
  };
}
