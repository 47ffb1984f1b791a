import type { FastifyInstance } from "fastify";
import { createElement } from "react";
import { OPEN_TO_ALL } from "../../../api/plugins/security.ts";
import { BadInputError } from "../../../api/use-cases/faults.ts";
import { findRegisterEntries } from "../../../api/use-cases/find-register-entries.ts";
import { makeContext, queryText, type WebDeps } from "../../layout/make-context.ts";
import { sendPage } from "../../layout/send-page.ts";
import { RegisterPage, type RegisterSearch } from "./page.tsx";

const ROWS = 20;

/** The public register. */
export function registerRegister(app: FastifyInstance, deps: WebDeps): void {
  app.get("/register", { config: OPEN_TO_ALL }, async (request, reply) => {
    const search: RegisterSearch = {
      name: queryText(request, "name"),
      listId: queryText(request, "list"),
      cursor: queryText(request, "cursor"),
    };
    const context = await makeContext(deps, request, reply);
    const { found, problem } = await find(deps, search);
    const page = createElement(RegisterPage, { context, search, found, problem });
    return sendPage(reply, page, found === null ? 422 : 200);
  });
}

async function find(
  deps: WebDeps,
  { name, listId, cursor }: RegisterSearch,
): Promise<Pick<Parameters<typeof RegisterPage>[0], "found" | "problem">> {
  try {
    const found = await findRegisterEntries(deps.app, { name, listId, cursor, limit: ROWS });
    return { found, problem: null };
  } catch (error) {
    if (!(error instanceof BadInputError)) throw error;
    return { found: null, problem: error.errors[0]?.message ?? "查询条件不正确" };
  }
}
