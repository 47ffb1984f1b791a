import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { createElement } from "react";
import { BadInputError } from "../../../api/use-cases/faults.ts";
import { findCaseEvents, type CaseEventRow } from "../../../api/use-cases/find-case-events.ts";
import { findDeliveries } from "../../../api/use-cases/find-deliveries.ts";
import { findPapers } from "../../../api/use-cases/find-papers.ts";
import { findPossibleActs } from "../../../api/use-cases/find-possible-acts.ts";
import { findRefusals } from "../../../api/use-cases/find-refusals.ts";
import { readCaseFile } from "../../../api/use-cases/read-case-file.ts";
import { readPartyInClear } from "../../../api/use-cases/read-party-in-clear.ts";
import type { Actor } from "../../../domain/case-file/actor.ts";
import { textOf } from "../../forms/form-input.ts";
import { readTextForm } from "../../forms/text-form.ts";
import { makeContext, pathText, type WebDeps } from "../../layout/make-context.ts";
import { requireOfficialPerson } from "../../layout/require-person.ts";
import { sendPage } from "../../layout/send-page.ts";
import type { CaseData } from "./case-data.ts";
import { CasePage } from "./page.tsx";
import { PartyInClearPage } from "./party-in-clear.tsx";

const PAGE_OF_EVENTS = 200;

/** The page of a case. */
export function registerCase(app: FastifyInstance, deps: WebDeps): void {
  app.get("/cases/:caseId", async (request, reply) => {
    const { actor } = requireOfficialPerson(request);
    const data = await readCase(deps, actor, pathText(request, "caseId"));
    const context = await makeContext(deps, request, reply);
    return sendPage(reply, createElement(CasePage, { context, data }));
  });
  app.post("/cases/:caseId/party", { preHandler: app.csrfProtection }, (request, reply) =>
    showPartyInClear(deps, request, reply),
  );
}

async function readCase(deps: WebDeps, actor: Actor, caseId: string): Promise<CaseData> {
  const view = await readCaseFile(deps.app, actor, caseId);
  const [events, papers, acts, refusals, deliveries] = await Promise.all([
    readAllEvents(deps, actor, caseId),
    findPapers(deps.app, actor, caseId),
    findPossibleActs(deps.app, actor, caseId),
    findRefusals(deps.app, actor, caseId),
    findDeliveries(deps.app, actor, { caseId }),
  ]);
  return { view, events, papers, acts, refusals: refusals.rows, deliveries: deliveries.rows };
}

async function readAllEvents(
  deps: WebDeps,
  actor: Actor,
  caseId: string,
): Promise<readonly CaseEventRow[]> {
  const events: CaseEventRow[] = [];
  let cursor: string | null = null;
  do {
    const query: { limit: number; cursor: string | undefined } = {
      limit: PAGE_OF_EVENTS,
      cursor: cursor ?? undefined,
    };
    const page = await findCaseEvents(deps.app, actor, caseId, query);
    events.push(...page.rows);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return events;
}

/** The party in clear, for those who only oversee: the purpose goes on record. */
async function showPartyInClear(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { actor } = requireOfficialPerson(request);
  const caseId = pathText(request, "caseId");
  const input = readTextForm(request);
  const context = await makeContext(deps, request, reply);
  try {
    const party = await readPartyInClear(deps.app, actor, caseId, textOf(input, "purpose"));
    const page = { context, caseId, party, input, errors: [] };
    return await sendPage(reply, createElement(PartyInClearPage, page));
  } catch (error) {
    if (!(error instanceof BadInputError)) throw error;
    const errors = error.errors.map(({ message }) => ({ field: "purpose", message }));
    const page = { context, caseId, party: null, input, errors };
    return sendPage(reply, createElement(PartyInClearPage, page), 422);
  }
}
