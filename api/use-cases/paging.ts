import { BadInputError } from "./faults.ts";

/** One page of a list. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  /** Names the next page; null on the last one. */
  readonly nextCursor: string | null;
}

/** Which page is asked for. */
export interface PageQuery {
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

const USUAL_LIMIT = 50;
const LARGEST_LIMIT = 200;

/** How many rows a page may have. */
export function limitOf(query: PageQuery): number {
  return Math.min(Math.max(Math.trunc(query.limit ?? USUAL_LIMIT), 1), LARGEST_LIMIT);
}

/** Cuts a page out of rows that were read with one more than the limit. */
export function cutPage<Row>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => readonly (string | number)[],
): Page<Row> {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const nextCursor = rows.length > limit && last !== undefined ? writeCursor(keyOf(last)) : null;
  return { rows: page, nextCursor };
}

/** A cursor says after which row a page begins, by the keys that the list is sorted by. */
export function writeCursor(keys: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString("base64url");
}

/** The keys of a cursor; null for the first page. */
export function readCursor(query: PageQuery, keys: number): readonly string[] | null {
  if (query.cursor === undefined || query.cursor === "") return null;
  try {
    const read: unknown = JSON.parse(Buffer.from(query.cursor, "base64url").toString("utf8"));
    if (Array.isArray(read) && read.length === keys) return read.map(String);
  } catch {
    // Not one of ours: the same answer as for any other.
  }
  throw new BadInputError([{ field: "/cursor", message: "分页标记不正确，请从第一页重新打开" }]);
}

/** Reads a number or a moment out of a cursor; anything else is no cursor of ours. */
export function parseKey<Value>(text: string | undefined, parse: (text: string) => Value): Value {
  const value = parse(text ?? "");
  const isValid = value instanceof Date ? !Number.isNaN(value.getTime()) : !Number.isNaN(value);
  if (isValid) return value;
  throw new BadInputError([{ field: "/cursor", message: "分页标记不正确，请从第一页重新打开" }]);
}
