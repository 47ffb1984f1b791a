import type { FastifyInstance } from "fastify";
import { createElement } from "react";
import { findNumbers } from "../../../api/use-cases/find-numbers.ts";
import { isPaperKind } from "../../../domain/papers.ts";
import { makeContext, queryText, type WebDeps } from "../../layout/make-context.ts";
import { requireOfficialPerson } from "../../layout/require-person.ts";
import { sendPage } from "../../layout/send-page.ts";
import { NumbersPage } from "./page.tsx";

/** The register of numbers, for the officials of an authority and those who oversee. */
export function registerNumbers(app: FastifyInstance, deps: WebDeps): void {
  app.get("/numbers", async (request, reply) => {
    const { actor } = requireOfficialPerson(request);
    const [asked, cursor] = [queryText(request, "kind"), queryText(request, "cursor")];
    const kind = isPaperKind(asked) ? asked : undefined;
    const year = /^\d{4}$/.exec(queryText(request, "year").trim())?.[0];
    const about = { kind, year: year === undefined ? undefined : Number(year) };
    const page = await findNumbers(deps.app, actor, {
      ...about,
      ...(cursor === "" ? {} : { cursor }),
    });
    const props = {
      context: await makeContext(deps, request, reply),
      ...page,
      kind: kind ?? "",
      year: year ?? "",
      isFirst: cursor === "",
    };
    return sendPage(reply, createElement(NumbersPage, props));
  });
}
