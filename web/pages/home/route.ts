import type { FastifyInstance } from "fastify";
import { createElement } from "react";
import { makeContext, type WebDeps } from "../../layout/make-context.ts";
import { sendPage } from "../../layout/send-page.ts";
import { HomePage } from "./page.tsx";

/** The public entrance. */
export function registerHome(app: FastifyInstance, deps: WebDeps): void {
  app.get("/", async (request, reply) => {
    const context = await makeContext(deps, request, reply);
    return sendPage(reply, createElement(HomePage, { context }));
  });
}
