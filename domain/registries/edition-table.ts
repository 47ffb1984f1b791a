import {
  GRAVITY_TITLES,
  IMPLEMENTER_KIND_TITLES,
  ITEM_KIND_TITLES,
  LEGAL_RANK_TITLES,
  MEASURE_CATEGORY_TITLES,
  OPENNESS_TITLES,
  PARTY_KIND_TITLES,
  PARTY_ROLE_TITLES,
} from "../glossary.ts";
import { printLength, UNIT_WORDS } from "../deadlines/explain.ts";
import { printCitation, type Citation } from "../law/citation.ts";
import { readCells, readHeader, type TableColumn } from "../leads/table-header.ts";
import { MEASURE_CATALOG, type Implementer, type MeasureRow } from "../measures/catalog.ts";
import { NATIONAL_LISTS } from "../packs/list-id.ts";
import type { DirectoryItem, Edition } from "./edition.ts";

/**
 * One column of an edition's table: how a field stands in a cell, and how it is read back. Reading throws `CellError` with what is
 * wrong and what would be right.
 */
interface EditionColumn<Entry> extends TableColumn {
  readonly write: (entry: Entry) => string;
  readonly read: (cell: string) => unknown;
}

/** What is wrong with a cell, for the person who filled it in. */
class CellError extends Error {}

type Words = Readonly<Record<string | number, string>>;

const ITEM_COLUMNS: readonly EditionColumn<DirectoryItem>[] = [
  plain("id", "条目编号", true),
  word("kind", "信息种类", ITEM_KIND_TITLES, true),
  {
    ...{ id: "listId", title: "名单", required: false },
    write: ({ listId }) => (listId === null ? "" : printList(listId)),
    read: (cell) => (cell === "" ? null : readList(cell)),
  },
  plain("conduct", "具体行为", true),
  word("openness", "公开属性", OPENNESS_TITLES, false),
  plain("sharing", "共享范围", false),
  plain("source", "归集来源和渠道", false),
  plain("frequency", "更新频次", false),
  citations(),
  {
    ...{ id: "allowedBy", title: "准许记录的依据", required: false },
    write: ({ allowedBy }) => (allowedBy === null ? "" : printCitation(allowedBy)),
    read: (cell) => (cell === "" ? null : readCitation(cell)),
  },
];

const ROW_COLUMNS: readonly EditionColumn<MeasureRow>[] = [
  plain("id", "措施编号", true),
  word("category", "措施类别", MEASURE_CATEGORY_TITLES, true),
  plain("title", "措施", true),
  {
    ...{ id: "targets", title: "惩戒对象", required: true },
    write: ({ targets }) => join(targets.map((target) => TARGETS[target] ?? target)),
    read: (cell) => split(cell).map((each) => readWord(TARGETS, each)),
  },
  plain("targetText", "惩戒对象说明", true),
  {
    ...{ id: "lists", title: "适用名单", required: false },
    write: ({ lists }) => join(lists.map(printList)),
    read: (cell) => split(cell).map(readList),
  },
  citations(),
  word("legalRank", "效力层级", LEGAL_RANK_TITLES, true),
  {
    ...{ id: "implementers", title: "实施单位", required: true },
    write: ({ implementers }) =>
      join(implementers.map(({ name, kind }) => `${name}（${IMPLEMENTER_KIND_TITLES[kind]}）`)),
    read: (cell) => split(cell).map(readImplementer),
  },
  {
    ...{ id: "leastGravity", title: "最低失信程度", required: true },
    write: ({ leastGravity }) => GRAVITY_TITLES[leastGravity],
    read: (cell) => Number(readWord(GRAVITY_TITLES, cell)),
  },
  {
    ...{ id: "maxTerm", title: "最长期限", required: false },
    write: ({ maxTerm }) => (maxTerm === null ? "" : printLength(maxTerm.length, maxTerm.unit)),
    read: readTerm,
  },
  plain("termText", "期限说明", true),
];

const TARGETS: Words = { ...PARTY_KIND_TITLES, ...PARTY_ROLE_TITLES };
const LIST_NAMES: Words = NATIONAL_LISTS;
const COLUMNS = { directory: ITEM_COLUMNS, catalog: ROW_COLUMNS } as const;

/** The heads of the table of a registry, as people copy them (表头). */
export function titlesOf(registry: Edition["registry"]): readonly string[] {
  return COLUMNS[registry].map((column) => column.title);
}

/** Writes an edition as a table (版本的表格): one line of heads, then one line for each entry. */
export function writeEditionTable(edition: Edition): readonly (readonly string[])[] {
  const lines =
    edition.registry === "directory"
      ? edition.items.map((item) => ITEM_COLUMNS.map((column) => column.write(item)))
      : edition.rows.map((row) => ROW_COLUMNS.map((column) => column.write(row)));
  return [titlesOf(edition.registry), ...lines];
}

/** What a table holds: entries as the interface takes them, or everything that is wrong with it. */
export type ReadTable =
  | { readonly kind: "entries"; readonly entries: readonly object[] }
  | { readonly kind: "wrong"; readonly messages: readonly string[] };

/**
 * Reads the lines of a table back (读取表格), heads first, in any order of columns. Several values in one cell are parted by ；.
 *
 * Example: `《示例条例》第十条；《示例办法》第三条` under 依据 gives two citations.
 */
export function readEditionTable(
  registry: Edition["registry"],
  lines: readonly (readonly string[])[],
): ReadTable {
  const columns: readonly EditionColumn<never>[] = COLUMNS[registry];
  const [heads = [], ...rest] = lines;
  const header = readHeader(
    columns,
    heads,
    `请连同表头（${titlesOf(registry).join("、")}）一起复制`,
  );
  if (header.kind === "wrong") return { kind: "wrong", messages: [header.message] };
  const messages = header.unknown.map((name) => `没有“${name}”这一列，请删除或者改名`);
  const entries = rest.map((line, index) => {
    const cells: Readonly<Partial<Record<string, string>>> = readCells(header.places, line);
    return Object.fromEntries(
      columns.map((column) => {
        const cell = cells[column.id] ?? "";
        try {
          if (column.required && cell === "") throw new CellError("必须填写");
          return [column.id, column.read(cell)];
        } catch (error) {
          if (!(error instanceof CellError)) throw error;
          messages.push(`第${String(index + 1)}条“${column.title}”：${error.message}`);
          return [column.id, null];
        }
      }),
    );
  });
  if (entries.length === 0) messages.push("表头之下没有内容");
  return messages.length > 0 ? { kind: "wrong", messages } : { kind: "entries", entries };
}

function plain<Id extends string>(
  id: Id,
  title: string,
  required: boolean,
): EditionColumn<Readonly<Record<Id, string>>> {
  return { id, title, required, write: (entry) => entry[id], read: (cell) => cell };
}

function word<Id extends string>(
  id: Id,
  title: string,
  words: Words,
  required: boolean,
): EditionColumn<Readonly<Record<Id, string | null>>> {
  return {
    ...{ id, title, required },
    write: (entry) => words[entry[id] ?? ""] ?? "",
    read: (cell) => (cell === "" ? null : readWord(words, cell)),
  };
}

function citations(): EditionColumn<{ readonly citations: readonly Citation[] }> {
  return {
    ...{ id: "citations", title: "依据", required: true },
    write: (entry) => join(entry.citations.map(printCitation)),
    read: (cell) => split(cell).map(readCitation),
  };
}

function readWord<Key extends string | number>(
  words: Readonly<Record<Key, string>>,
  text: string,
): Extract<Key, string> {
  for (const key in words) if (words[key] === text) return key;
  throw new CellError(`没有“${text}”，请填写：${Object.values(words).join("、")}`);
}

function readCitation(text: string): { instrument: string; article: string } {
  const [, instrument, article] = /^《(.+)》([^《》]+)$/.exec(text) ?? [];
  if (instrument === undefined || article === undefined) {
    throw new CellError(`“${text}”不是依据，请写成《文件名称》第几条`);
  }
  return { instrument, article };
}

function readImplementer(text: string): Implementer {
  const [, name, title] = /^(.+)（([^（）]+)）$/.exec(text) ?? [];
  if (name === undefined || title === undefined) {
    throw new CellError(
      `“${text}”没有写明主体类别，请写成 单位名称（${Object.values(IMPLEMENTER_KIND_TITLES).join("/")}）`,
    );
  }
  const kind = readWord(IMPLEMENTER_KIND_TITLES, title);
  const known = MEASURE_CATALOG.flatMap((row) => row.implementers).find(
    (each) => each.name === name && each.kind === kind,
  );
  return known ?? { id: name, name, kind };
}

function readTerm(text: string): { length: number; unit: string } | null {
  if (text === "") return null;
  const [, digits, unitWord] = /^(\d+)(\D+)$/.exec(text) ?? [];
  const unit = Object.entries(UNIT_WORDS).find(([, each]) => each === unitWord);
  if (digits === undefined || unit === undefined) {
    throw new CellError(`“${text}”不是期限，请写成 3年、6个月、60日、5个工作日，没有的留空`);
  }
  return { length: Number(digits), unit: unit[0] };
}

function printList(listId: string): string {
  return LIST_NAMES[listId] ?? listId;
}

/** A list by its name, or by its code; whether a code is known is asked where the edition is entered. */
function readList(text: string): string {
  return Object.entries(LIST_NAMES).find(([, name]) => name === text)?.[0] ?? text;
}

function split(cell: string): readonly string[] {
  return cell
    .split(/[；;\n]/)
    .map((each) => each.trim())
    .filter((each) => each !== "");
}

function join(values: readonly string[]): string {
  return values.join("；");
}
