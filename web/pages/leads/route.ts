import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { createElement } from "react";
import { BY_WHOLE_NUMBER } from "../../../api/plugins/security.ts";
import { dismissLead } from "../../../api/use-cases/close-lead.ts";
import { BadInputError } from "../../../api/use-cases/faults.ts";
import { findLeadImports, readLeadImport } from "../../../api/use-cases/find-lead-imports.ts";
import { findLeadReadings } from "../../../api/use-cases/find-lead-readings.ts";
import { findLeads, LEAD_STATES, type LeadState } from "../../../api/use-cases/find-leads.ts";
import { findLawPacks } from "../../../api/use-cases/law-packs.ts";
import { hasRole, overseesCases, type Person } from "../../../api/use-cases/person.ts";
import { readLead } from "../../../api/use-cases/read-lead.ts";
import { writeLeadReport } from "../../../api/use-cases/write-lead-report.ts";
import type { FieldError } from "../../forms/form-check.ts";
import { textOf } from "../../forms/form-input.ts";
import { readTextForm } from "../../forms/text-form.ts";
import { makeContext, pathText, queryText, type WebDeps } from "../../layout/make-context.ts";
import { requireOfficialPerson } from "../../layout/require-person.ts";
import { sendPage } from "../../layout/send-page.ts";
import { ImportPage } from "./import-page.tsx";
import { LeadPage } from "./lead-page.tsx";
import { LeadsPage } from "./page.tsx";
import { receiveImport } from "./receive-import.ts";
import { receiveWholeName, type AskedName } from "./receive-whole-name.ts";

/** Leads: files that come in, what was taken from them, and the way to a proposal. */
export function registerLeads(app: FastifyInstance, deps: WebDeps): void {
  const guarded = { preHandler: app.csrfProtection };
  app.get("/leads", (request, reply) => showList(deps, request, reply, NOTHING_SENT));
  app.post("/leads/search", { ...guarded, config: BY_WHOLE_NUMBER }, (request, reply) =>
    showList(deps, request, reply, { ...NOTHING_SENT, ...receiveWholeName(request) }),
  );
  app.post("/leads/imports", (request, reply) => upload(app, deps, request, reply));
  app.get("/leads/imports/:importId", (request, reply) => showImport(deps, request, reply));
  app.get("/leads/imports/:importId/report", (request, reply) => sendReport(deps, request, reply));
  app.get("/leads/:leadId", (request, reply) => showLead(deps, request, reply, []));
  app.post("/leads/:leadId/dismissal", guarded, (request, reply) => dismiss(deps, request, reply));
}

interface Sent extends AskedName {
  readonly uploadErrors: readonly FieldError[];
}

const NOTHING_SENT: Sent = { who: null, uploadErrors: [], searchErrors: [] };

function mayWork({ actor }: Person): boolean {
  return actor.authorityId !== null && hasRole(actor, ["case-officer"]);
}

function readState(request: FastifyRequest): LeadState {
  const state = queryText(request, "state");
  return LEAD_STATES.find((each) => each === state) ?? "pending";
}

async function showList(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  sent: Sent,
): Promise<FastifyReply> {
  const person = requireOfficialPerson(request);
  const { actor } = person;
  const state = readState(request);
  const cursor = queryText(request, "cursor");
  const who = sent.who === null ? undefined : textOf(sent.who, "who");
  const found = await findLeads(deps.app, actor, { state, cursor, who });
  const imports = await findLeadImports(deps.app, actor, { limit: 20 });
  const oversees = overseesCases(actor) || hasRole(actor, ["head"]);
  const readings = oversees ? (await findLeadReadings(deps.app, actor)).rows : null;
  const page = createElement(LeadsPage, {
    ...sent,
    context: await makeContext(deps, request, reply),
    mayWork: mayWork(person),
    state,
    leads: found.rows,
    nextCursor: found.nextCursor,
    isFirst: cursor === "",
    imports: imports.rows,
    readings,
  });
  const hasErrors = sent.uploadErrors.length + sent.searchErrors.length > 0;
  return sendPage(reply, page, hasErrors ? 422 : 200);
}

async function upload(
  app: FastifyInstance,
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  try {
    const { importId } = await receiveImport(app, deps, request, reply);
    return await reply.redirect(`/leads/imports/${importId}`, 303);
  } catch (error) {
    if (!(error instanceof BadInputError)) throw error;
    const uploadErrors = error.errors.map(({ message }) => ({ field: "file", message }));
    return showList(deps, request, reply, { ...NOTHING_SENT, uploadErrors });
  }
}

async function showImport(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const person = requireOfficialPerson(request);
  const view = await readLeadImport(deps.app, person.actor, pathText(request, "importId"));
  const context = await makeContext(deps, request, reply);
  const page = { context, view, mayWork: mayWork(person) };
  return sendPage(reply, createElement(ImportPage, page));
}

async function sendReport(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { actor } = requireOfficialPerson(request);
  const report = await writeLeadReport(deps.app, actor, pathText(request, "importId"));
  return reply
    .headers({
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(report.fileName)}`,
      "cache-control": "private, no-store",
    })
    .type("text/csv; charset=utf-8")
    .send(Readable.from(report.pieces));
}

async function showLead(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  errors: readonly FieldError[],
): Promise<FastifyReply> {
  const person = requireOfficialPerson(request);
  const lead = await readLead(deps.app, person.actor, pathText(request, "leadId"));
  const packs = (await findLawPacks(deps.app)).flatMap((each) =>
    each.active === null ? [] : [each.active.pack],
  );
  const context = await makeContext(deps, request, reply);
  const page = createElement(LeadPage, { context, lead, packs, errors, mayWork: mayWork(person) });
  return sendPage(reply, page, errors.length > 0 ? 422 : 200);
}

async function dismiss(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { actor } = requireOfficialPerson(request);
  const reasons = textOf(readTextForm(request), "reasons");
  const leadId = pathText(request, "leadId");
  try {
    await dismissLead(deps.app, actor, leadId, reasons);
  } catch (error) {
    if (!(error instanceof BadInputError)) throw error;
    const errors = error.errors.map(({ message }) => ({ field: "reasons", message }));
    return showLead(deps, request, reply, errors);
  }
  return reply.redirect("/leads?done=lead-dismissed", 303);
}
