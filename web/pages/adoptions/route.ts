import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { createElement } from "react";
import { findAdoptions, readAdoption } from "../../../api/use-cases/find-adoptions.ts";
import { NotFoundError } from "../../../api/use-cases/faults.ts";
import { doAdoptionAct, registerLocalList } from "../../../api/use-cases/local-lists.ts";
import { isAdoptionAct } from "../../../domain/adoption/act-table.ts";
import type { AdoptionCommandKind } from "../../../domain/adoption/adoption.ts";
import type { Refusal } from "../../../domain/refusal.ts";
import { FormCheck, type FieldError } from "../../forms/form-check.ts";
import { EMPTY_INPUT, textOf, type FormInput } from "../../forms/form-input.ts";
import { readForm, receiveFiles } from "../../forms/receive-form.ts";
import { makeContext, pathText, type WebDeps } from "../../layout/make-context.ts";
import { requireOfficialPerson } from "../../layout/require-person.ts";
import { sendPage } from "../../layout/send-page.ts";
import type { SentForm } from "./adoption-forms.tsx";
import { AdoptionPage } from "./adoption-page.tsx";
import { AdoptionsPage } from "./list-page.tsx";
import { readRegistration, readStep } from "./read-forms.ts";

const HOME = "/law/adoptions";

/** Lists that would exist here alone: the registry, and each of them with its steps. */
export function registerAdoptions(app: FastifyInstance, deps: WebDeps): void {
  const guarded = { preValidation: receiveFiles, preHandler: app.csrfProtection };
  app.get(HOME, (request, reply) => showAll(deps, request, reply, NOTHING_SENT));
  app.post(HOME, guarded, (request, reply) => register(deps, request, reply));
  app.get(`${HOME}/:adoptionId`, (request, reply) => showOne(deps, request, reply, null, null));
  app.post(`${HOME}/:adoptionId/acts/:kind`, guarded, (request, reply) =>
    doStep(deps, request, reply),
  );
}

interface Sent {
  readonly input: FormInput;
  readonly errors: readonly FieldError[];
  readonly refusal: Refusal | null;
}

const NOTHING_SENT: Sent = { input: EMPTY_INPUT, errors: [], refusal: null };

async function register(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { actor } = requireOfficialPerson(request);
  const { input, errors } = await readForm(deps.app, request);
  const check = new FormCheck(input, errors);
  const body = readRegistration(check);
  if (check.errors.length > 0) {
    return showAll(deps, request, reply, { input, errors: check.errors, refusal: null });
  }
  const idempotencyKey = textOf(input, "_key");
  const verdict = await registerLocalList(deps.app, { actor, idempotencyKey, body });
  if (verdict.outcome === "refused") {
    return showAll(deps, request, reply, { input, errors: [], refusal: verdict.refusal });
  }
  return reply.redirect(`${HOME}/${verdict.subjectId}?done=list-registered`, 303);
}

async function doStep(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { actor } = requireOfficialPerson(request);
  const adoptionId = pathText(request, "adoptionId");
  const kind = readKind(request);
  const { input, errors } = await readForm(deps.app, request);
  const check = new FormCheck(input, errors);
  const body = readStep(kind, check);
  const sent: SentForm = { kind, input, errors: check.errors };
  if (check.errors.length > 0) return showOne(deps, request, reply, sent, null);
  const idempotencyKey = textOf(input, "_key");
  const act = { actor, idempotencyKey, body, adoptionId, kind };
  const verdict = await doAdoptionAct(deps.app, act);
  if (verdict.outcome === "refused") return showOne(deps, request, reply, sent, verdict.refusal);
  return reply.redirect(`${HOME}/${adoptionId}?done=${kind}`, 303);
}

function readKind(request: FastifyRequest): AdoptionCommandKind {
  const kind = pathText(request, "kind");
  if (!isAdoptionAct(kind)) throw new NotFoundError("no such act");
  return kind;
}

async function showAll(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  { input, errors, refusal }: Sent,
): Promise<FastifyReply> {
  const { actor } = requireOfficialPerson(request);
  const rows = await findAdoptions(deps.app, actor);
  const context = await makeContext(deps, request, reply);
  const page = createElement(AdoptionsPage, { context, rows, input, errors, refusal });
  return sendPage(reply, page, refusal !== null ? 409 : errors.length > 0 ? 422 : 200);
}

async function showOne(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  sent: SentForm | null,
  refusal: Refusal | null,
): Promise<FastifyReply> {
  const { actor } = requireOfficialPerson(request);
  const view = await readAdoption(deps.app, actor, pathText(request, "adoptionId"));
  const context = await makeContext(deps, request, reply);
  const page = createElement(AdoptionPage, { context, view, sent, refusal });
  return sendPage(reply, page, refusal !== null ? 409 : sent !== null ? 422 : 200);
}
