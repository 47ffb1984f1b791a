import type { FastifyInstance } from "fastify";
import { createElement } from "react";
import { findDeliveries } from "../../../api/use-cases/find-deliveries.ts";
import { makeContext, queryText, type WebDeps } from "../../layout/make-context.ts";
import { requireOfficialPerson } from "../../layout/require-person.ts";
import { sendPage } from "../../layout/send-page.ts";
import { PublicationPage } from "./page.tsx";

/** The distribution record, for officials and the supervisor. */
export function registerPublication(app: FastifyInstance, deps: WebDeps): void {
  app.get("/publication", async (request, reply) => {
    const { actor } = requireOfficialPerson(request);
    const cursor = queryText(request, "cursor");
    const query = cursor === "" ? {} : { cursor };
    const { rows, nextCursor } = await findDeliveries(deps.app, actor, query);
    const context = await makeContext(deps, request, reply);
    const isFirst = cursor === "";
    const page = { context, deliveries: rows, nextCursor, isFirst };
    return sendPage(reply, createElement(PublicationPage, page));
  });
}
