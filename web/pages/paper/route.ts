import type { FastifyInstance } from "fastify";
import { createElement } from "react";
import { remakePaper } from "../../../api/use-cases/remake-paper.ts";
import { readPaperWords } from "../../../api/use-cases/read-paper-file.ts";
import { makeContext, pathText, type WebDeps } from "../../layout/make-context.ts";
import { requireOfficialPerson, requirePerson } from "../../layout/require-person.ts";
import { sendPage } from "../../layout/send-page.ts";
import { PaperPage } from "./page.tsx";
import { RemakingPage } from "./remaking-page.tsx";

/** Papers in words, for officials and for the party they were served on. */
export function registerPaper(app: FastifyInstance, deps: WebDeps): void {
  app.get("/papers/:paperId", async (request, reply) => {
    const { actor } = requirePerson(request, "/portal");
    const text = await readPaperWords(deps.app, actor, pathText(request, "paperId"));
    const context = await makeContext(deps, request, reply);
    const isParty = actor.partyCaseId !== null;
    return sendPage(reply, createElement(PaperPage, { context, text, isParty }));
  });
  app.get("/papers/:paperId/remaking", async (request, reply) => {
    const { actor } = requireOfficialPerson(request);
    const remaking = await remakePaper(deps.app, actor, pathText(request, "paperId"));
    const context = await makeContext(deps, request, reply);
    return sendPage(reply, createElement(RemakingPage, { context, remaking }));
  });
}
