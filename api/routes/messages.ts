import { Type } from "typebox";
import type { AppDeps } from "../deps.ts";
import { SIGNED_IN } from "../plugins/openapi.ts";
import { PAGE_QUERY, pageOf, toPageQuery } from "../schemas/paging.ts";
import { problems } from "../schemas/problem.ts";
import { MOMENT, orNull, UUID } from "../schemas/values.ts";
import { findMessages } from "../use-cases/find-messages.ts";
import { actorOf, type RouteApp } from "./route-app.ts";

const MESSAGE = Type.Object({
  messageId: Type.String(),
  caseId: orNull(UUID),
  caseNumber: orNull(Type.String()),
  text: Type.String(),
  sentAt: MOMENT,
});

/** What a person was told. */
export function addMessageRoutes(app: RouteApp, deps: AppDeps): void {
  app.get(
    "/api/messages",
    {
      schema: {
        tags: ["提醒"],
        summary: "发给本人的提醒",
        security: SIGNED_IN,
        querystring: Type.Object(PAGE_QUERY, { additionalProperties: false }),
        response: { 200: pageOf(MESSAGE), ...problems(400, 401) },
      },
    },
    async (request) => findMessages(deps, actorOf(request), toPageQuery(request.query)),
  );
}
