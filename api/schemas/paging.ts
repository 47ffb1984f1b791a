import { Type, type TSchema } from "typebox";
import { listOf } from "./values.ts";

/** Which page of a list. */
export const PAGE_QUERY = {
  cursor: Type.Optional(Type.String({ title: "分页标记", maxLength: 400 })),
  limit: Type.Optional(
    Type.String({ title: "每页条数", pattern: "^[1-9][0-9]{0,2}$", description: "1 至 200" }),
  ),
};

export const NEXT_CURSOR = Type.Union([Type.String(), Type.Null()], {
  description: "下一页的 cursor；null 表示没有下一页",
});

/** A page of a list. */
export const pageOf = <Row extends TSchema>(row: Row) =>
  Type.Object({ rows: listOf(row), nextCursor: NEXT_CURSOR });

/** A page that is asked for in an address, where everything is text. */
export function toPageQuery(query: {
  readonly cursor?: string | undefined;
  readonly limit?: string | undefined;
}): { readonly cursor: string | undefined; readonly limit: number | undefined } {
  const { cursor, limit } = query;
  return { cursor, limit: limit === undefined ? undefined : Number(limit) };
}
