import type { FastifyInstance } from "fastify";
import { createElement } from "react";
import { makeContext, type WebDeps } from "../../layout/make-context.ts";
import { sendPage } from "../../layout/send-page.ts";
import { RulesPage } from "./page.tsx";

/** Rules and terms, open to everybody. */
export function registerRules(app: FastifyInstance, deps: WebDeps): void {
  app.get("/law/rules", async (request, reply) => {
    const context = await makeContext(deps, request, reply);
    return sendPage(reply, createElement(RulesPage, { context }));
  });
}
