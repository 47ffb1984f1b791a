import type { FastifyInstance, FastifyRequest } from "fastify";
import { createElement } from "react";
import { findCaseFiles, WORKLIST_TABS } from "../../../api/use-cases/find-case-files.ts";
import { findMessages } from "../../../api/use-cases/find-messages.ts";
import { STAGES } from "../../../domain/case-file/stages.ts";
import type { Actor } from "../../../domain/case-file/actor.ts";
import { makeContext, queryText, type WebDeps } from "../../layout/make-context.ts";
import { requireOfficialPerson } from "../../layout/require-person.ts";
import { sendPage } from "../../layout/send-page.ts";
import { DeskPage, type DeskQuery } from "./page.tsx";

const ROWS = 20;
const MESSAGES = 10;

/** The desk: cases by tab, by search, by stage; and messages. */
export function registerDesk(app: FastifyInstance, deps: WebDeps): void {
  app.get("/desk", async (request, reply) => {
    const { actor } = requireOfficialPerson(request);
    const query = readQuery(request, actor);
    const worklist = await findCaseFiles(deps.app, actor, {
      tab: query.tab === "all" ? undefined : query.tab,
      stage: query.stage === "" ? undefined : query.stage,
      search: query.search,
      cursor: query.cursor === "" ? undefined : query.cursor,
      limit: ROWS,
    });
    const messages = await findMessages(deps.app, actor, { limit: MESSAGES });
    const context = await makeContext(deps, request, reply);
    const page = { context, worklist, query, messages: messages.rows };
    return sendPage(reply, createElement(DeskPage, page));
  });
}

function readQuery(request: FastifyRequest, actor: Actor): DeskQuery {
  const tab = queryText(request, "tab");
  const stage = queryText(request, "stage");
  const search = queryText(request, "search");
  return {
    tab: tab === "all" ? "all" : (WORKLIST_TABS.find((each) => each === tab) ?? usualTab(actor)),
    stage: STAGES.find((each) => each === stage) ?? "",
    search,
    cursor: queryText(request, "cursor"),
  };
}

/** Who has nothing to do themselves begins with what is going on. */
function usualTab(actor: Actor): DeskQuery["tab"] {
  const acts = ["case-officer", "legal-reviewer", "head", "supervisor"] as const;
  return acts.some((role) => actor.roles.includes(role)) ? "todo" : "ongoing";
}
