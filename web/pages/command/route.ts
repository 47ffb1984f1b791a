import type { FastifyInstance } from "fastify";
import { createElement } from "react";
import { readCommand } from "../../../api/use-cases/read-command.ts";
import { ACT_TABLE, isCommandKind } from "../../../domain/case-file/act-table.ts";
import { makeContext, pathText, type WebDeps } from "../../layout/make-context.ts";
import { requirePerson } from "../../layout/require-person.ts";
import { sendPage } from "../../layout/send-page.ts";
import { PendingPage, RefusedPage } from "./page.tsx";

/** What became of an act that took longer than an answer can wait. */
export function registerCommand(app: FastifyInstance, deps: WebDeps): void {
  app.get("/commands/:commandId", async (request, reply) => {
    const { actor } = requirePerson(request);
    const command = await readCommand(deps.app, actor, pathText(request, "commandId"));
    const home = actor.partyCaseId === null ? `/cases/${command.caseId}` : "/portal";
    if (command.outcome === "accepted") return reply.redirect(`${home}?done=${command.kind}`, 303);
    const title = isCommandKind(command.kind) ? ACT_TABLE[command.kind].title : "办理";
    const context = await makeContext(deps, request, reply);
    if (command.outcome === "refused") {
      const { refusal } = command;
      return sendPage(reply, createElement(RefusedPage, { context, title, refusal, home }), 409);
    }
    const { receivedAt } = command;
    return sendPage(reply, createElement(PendingPage, { context, title, receivedAt }), 202);
  });
}
