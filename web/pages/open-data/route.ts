import type { FastifyInstance } from "fastify";
import { createElement } from "react";
import { findNewestAnchors } from "../../../api/use-cases/read-anchors.ts";
import { makeContext, type WebDeps } from "../../layout/make-context.ts";
import { sendPage } from "../../layout/send-page.ts";
import { AnchorsPage } from "./anchors-page.tsx";
import { OpenDataPage } from "./page.tsx";

/** What the open data are and how they may be used, open to everybody. */
export function registerOpenData(app: FastifyInstance, deps: WebDeps): void {
  app.get("/open-data", async (request, reply) => {
    const context = await makeContext(deps, request, reply);
    return sendPage(reply, createElement(OpenDataPage, { context }));
  });
  app.get("/open-data/anchors", async (request, reply) => {
    const context = await makeContext(deps, request, reply);
    const anchors = await findNewestAnchors(deps.app);
    return sendPage(reply, createElement(AnchorsPage, { context, anchors }));
  });
}
