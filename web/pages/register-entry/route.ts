import type { FastifyInstance } from "fastify";
import { createElement } from "react";
import { OPEN_TO_ALL } from "../../../api/plugins/security.ts";
import { readRegisterEntry } from "../../../api/use-cases/read-register-entry.ts";
import { makeContext, pathText, type WebDeps } from "../../layout/make-context.ts";
import { sendPage } from "../../layout/send-page.ts";
import { RegisterEntryPage } from "./page.tsx";

/** An entry of the public register. */
export function registerRegisterEntry(app: FastifyInstance, deps: WebDeps): void {
  app.get("/register/:entryId", { config: OPEN_TO_ALL }, async (request, reply) => {
    const view = await readRegisterEntry(deps.app, pathText(request, "entryId"));
    const context = await makeContext(deps, request, reply);
    // Gone for good, but it was here: the address may be printed somewhere.
    const status = view.state === "removed" ? 410 : 200;
    return sendPage(reply, createElement(RegisterEntryPage, { context, view }), status);
  });
}
