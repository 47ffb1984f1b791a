import type { FastifyInstance } from "fastify";
import { createElement } from "react";
import { OPEN_TO_ALL } from "../../../api/plugins/security.ts";
import { BadInputError } from "../../../api/use-cases/faults.ts";
import { findElsewhere } from "../../../api/use-cases/find-elsewhere.ts";
import { makeContext, queryText, type WebDeps } from "../../layout/make-context.ts";
import { sendPage } from "../../layout/send-page.ts";
import { RegisterElsewherePage, type ElsewhereSearch } from "./page.tsx";

const ROWS = 20;

/** What others decided, for everybody. */
export function registerRegisterElsewhere(app: FastifyInstance, deps: WebDeps): void {
  app.get("/register/elsewhere", { config: OPEN_TO_ALL }, async (request, reply) => {
    const search: ElsewhereSearch = {
      name: queryText(request, "name"),
      listId: queryText(request, "list"),
      cursor: queryText(request, "cursor"),
    };
    const context = await makeContext(deps, request, reply);
    const { found, problem } = await find(deps, search);
    const page = createElement(RegisterElsewherePage, { context, search, found, problem });
    return sendPage(reply, page, found === null ? 422 : 200);
  });
}

async function find(
  deps: WebDeps,
  { name, listId, cursor }: ElsewhereSearch,
): Promise<Pick<Parameters<typeof RegisterElsewherePage>[0], "found" | "problem">> {
  try {
    const found = await findElsewhere(deps.app, { name, listId, cursor, limit: ROWS });
    return { found, problem: null };
  } catch (error) {
    if (!(error instanceof BadInputError)) throw error;
    return { found: null, problem: error.errors[0]?.message ?? "查询条件不正确" };
  }
}
