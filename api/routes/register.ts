import { Type } from "typebox";
import type { AppDeps } from "../deps.ts";
import { OPEN_TO_ALL } from "../plugins/security.ts";
import { PAGE_QUERY, pageOf, toPageQuery } from "../schemas/paging.ts";
import { problems } from "../schemas/problem.ts";
import { DAY, MOMENT, orNull, UUID, whole } from "../schemas/values.ts";
import { findRegisterEntries } from "../use-cases/find-register-entries.ts";
import { readRegisterEntry } from "../use-cases/read-register-entry.ts";
import { answerHeld, holdsTag, tagOf } from "./entity-tag.ts";
import type { RouteApp } from "./route-app.ts";

const ROW = Type.Object({
  entryId: UUID,
  name: Type.String(),
  identifier: Type.String(),
  listId: Type.String(),
  listName: Type.String(),
  authorityName: Type.String(),
  decisionNumber: Type.String(),
  listedOn: DAY,
  shownThrough: DAY,
});

const REGISTER = Type.Object({
  ...pageOf(ROW).properties,
  total: Type.Integer(),
  asOf: MOMENT,
});

const ENTRY = Type.Union([
  Type.Object({ state: Type.Literal("shown"), entry: whole("公示的内容"), asOf: MOMENT }),
  Type.Object({
    state: Type.Enum(["suspended", "removed"]),
    entryId: UUID,
    listName: Type.String(),
    removedOn: orNull(DAY),
    asOf: MOMENT,
  }),
]);

/** The public register. */
export function addRegisterRoutes(app: RouteApp, deps: AppDeps): void {
  app.get(
    "/api/register",
    {
      config: OPEN_TO_ALL,
      schema: {
        tags: ["公众"],
        summary: "查询严重失信主体名单公示",
        querystring: Type.Object(
          {
            name: Type.Optional(Type.String({ title: "名称（至少两个字）", maxLength: 100 })),
            listId: Type.Optional(Type.String({ title: "名单", maxLength: 100 })),
            ...PAGE_QUERY,
          },
          { additionalProperties: false },
        ),
        response: { 200: REGISTER, ...problems(400, 422, 429) },
      },
    },
    async (request) => {
      const { name, listId } = request.query;
      return findRegisterEntries(deps, { ...toPageQuery(request.query), name, listId });
    },
  );
  app.get(
    "/api/register/:entryId",
    {
      config: OPEN_TO_ALL,
      schema: {
        tags: ["公众"],
        summary: "一条公示",
        description:
          "支持 ETag（If-None-Match）：内容没有变化的，答复 304；须每次核对，移出才不会被漏掉",
        params: Type.Object({ entryId: UUID }),
        response: { 200: ENTRY, ...problems(400, 404, 429) },
      },
    },
    async (request, reply) => {
      const view = await readRegisterEntry(deps, request.params.entryId);
      // The moment of the answer is no part of what it says.
      const etag = `W/${tagOf(JSON.stringify({ ...view, asOf: null }))}`;
      reply.headers({ etag, "cache-control": "no-cache" });
      if (holdsTag(request.headers["if-none-match"], etag)) return answerHeld(reply);
      return view;
    },
  );
}
