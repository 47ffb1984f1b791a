import type { FastifyInstance } from "fastify";
import { createElement } from "react";
import { makeContext, type WebDeps } from "../../layout/make-context.ts";
import { sendPage } from "../../layout/send-page.ts";
import { OpenDataPage } from "./page.tsx";

/** What the open data are and how they may be used, open to everybody. */
export function registerOpenData(app: FastifyInstance, deps: WebDeps): void {
  app.get("/open-data", async (request, reply) => {
    const context = await makeContext(deps, request, reply);
    return sendPage(reply, createElement(OpenDataPage, { context }));
  });
}
