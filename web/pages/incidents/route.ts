import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { createElement } from "react";
import { findIncidents, readIncident } from "../../../api/use-cases/find-incidents.ts";
import { enterIncident, handleIncident } from "../../../api/use-cases/handle-incident.ts";
import { INCIDENT_KIND_TITLES } from "../../../domain/glossary.ts";
import type { IncidentCommand, IncidentKind } from "../../../domain/incidents/incident.ts";
import type { Refusal } from "../../../domain/refusal.ts";
import { FormCheck } from "../../forms/form-check.ts";
import type { FormInput } from "../../forms/form-input.ts";
import { readTextForm } from "../../forms/text-form.ts";
import { makeContext, pathText, queryText, type WebDeps } from "../../layout/make-context.ts";
import { requireOfficialPerson } from "../../layout/require-person.ts";
import { sendPage } from "../../layout/send-page.ts";
import { IncidentPage, IncidentsPage, type SentForm } from "./page.tsx";

const LIST = "/oversight/incidents";
const KINDS = Object.keys(INCIDENT_KIND_TITLES) as IncidentKind[]; // the glossary has a title for every kind

/** Matters of accountability: the register, and each of them with what is to be done. */
export function registerIncidents(app: FastifyInstance, deps: WebDeps): void {
  const guarded = { preHandler: app.csrfProtection };
  app.get(LIST, (request, reply) => showList(deps, request, reply, null));
  app.post(LIST, guarded, (request, reply) => enter(deps, request, reply));
  app.get(`${LIST}/:incidentId`, (request, reply) => showOne(deps, request, reply, null, null));
  app.post(`${LIST}/:incidentId/reports`, guarded, (request, reply) =>
    report(deps, request, reply),
  );
  app.post(`${LIST}/:incidentId/closures`, guarded, (request, reply) =>
    close(deps, request, reply),
  );
}

type Handler = (
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<FastifyReply>;

function readInput(request: FastifyRequest): FormInput {
  return readTextForm(request);
}

const enter: Handler = async (deps, request, reply) => {
  const { actor } = requireOfficialPerson(request);
  const input = readInput(request);
  const check = new FormCheck(input);
  const kind = check.oneOf("kind", KINDS, "请选择种类");
  const cause = check.text("cause", "请写明情形");
  if (kind === null || check.errors.length > 0) {
    return showList(deps, request, reply, { form: "enter", input, errors: check.errors });
  }
  const { incidentId } = await enterIncident(deps.app, actor, { kind, cause, caseId: null });
  return reply.redirect(`${LIST}/${incidentId}?done=incident-entered`, 303);
};

const report: Handler = async (deps, request, reply) => {
  const input = readInput(request);
  const check = new FormCheck(input);
  const organ = check.text("organ", "请填写主管单位");
  const number = check.text("number", "请填写通报文号");
  const reportedOn = check.day("reportedOn", "请填写通报日");
  if (reportedOn === null || check.errors.length > 0) {
    return showOne(deps, request, reply, { form: "report", input, errors: check.errors }, null);
  }
  const command = { kind: "report-incident", organ, number, reportedOn } as const;
  return handle(deps, request, reply, command, "incident-reported");
};

const close: Handler = async (deps, request, reply) => {
  const input = readInput(request);
  const check = new FormCheck(input);
  const outcome = check.text("outcome", "请写明责任认定和处理结果");
  if (check.errors.length > 0) {
    return showOne(deps, request, reply, { form: "close", input, errors: check.errors }, null);
  }
  return handle(deps, request, reply, { kind: "close-incident", outcome }, "incident-closed");
};

async function handle(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  command: IncidentCommand,
  done: string,
): Promise<FastifyReply> {
  const { actor } = requireOfficialPerson(request);
  const incidentId = pathText(request, "incidentId");
  const outcome = await handleIncident(deps.app, actor, incidentId, command);
  if (outcome.outcome === "refused") return showOne(deps, request, reply, null, outcome.refusal);
  return reply.redirect(`${LIST}/${incidentId}?done=${done}`, 303);
}

async function showList(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  sent: SentForm | null,
): Promise<FastifyReply> {
  const { actor } = requireOfficialPerson(request);
  const cursor = queryText(request, "cursor");
  const page = await findIncidents(deps.app, actor, cursor === "" ? {} : { cursor });
  const context = await makeContext(deps, request, reply);
  const props = { context, ...page, isFirst: cursor === "", sent };
  return sendPage(reply, createElement(IncidentsPage, props), sent === null ? 200 : 422);
}

async function showOne(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  sent: SentForm | null,
  refusal: Refusal | null,
): Promise<FastifyReply> {
  const { actor } = requireOfficialPerson(request);
  const incident = await readIncident(deps.app, actor, pathText(request, "incidentId"));
  const context = await makeContext(deps, request, reply);
  const status = refusal !== null ? 409 : sent === null ? 200 : 422;
  const props = { context, incident, sent, refusal };
  return sendPage(reply, createElement(IncidentPage, props), status);
}
