import { and, eq, lt, or, type Column, type SQL } from "drizzle-orm";
import { parseKey, readCursor, type PageQuery } from "./paging.ts";

/** The condition by which a page of a list begins that is sorted by moment and id, newest first; undefined for the first page. */
export function olderThanCursor(query: PageQuery, moment: Column, id: SQL): SQL | undefined {
  const cursor = readCursor(query, 2);
  if (cursor === null) return undefined;
  const before = parseKey(cursor[0], (text) => new Date(text));
  return or(lt(moment, before), and(eq(moment, before), lt(id, cursor[1] ?? "")));
}
