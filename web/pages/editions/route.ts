import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { createElement } from "react";
import { EDITION_BODY, PROOFS_BODY } from "../../../api/acts/edition-body.ts";
import { approveEdition, enterEdition } from "../../../api/use-cases/enter-edition.ts";
import { BadInputError, NotFoundError } from "../../../api/use-cases/faults.ts";
import { findEditions, type EditionView } from "../../../api/use-cases/find-editions.ts";
import { writeLines } from "../../../domain/publication/open-data.ts";
import { writeEditionTable } from "../../../domain/registries/edition-table.ts";
import { evidenceTaker } from "../../../api/use-cases/read-upload.ts";
import { FormCheck, type FieldError } from "../../forms/form-check.ts";
import { EMPTY_INPUT, type FormInput } from "../../forms/form-input.ts";
import { readTextForm } from "../../forms/text-form.ts";
import { makeContext, pathText, type WebDeps } from "../../layout/make-context.ts";
import { requireOfficialPerson } from "../../layout/require-person.ts";
import { sendPage } from "../../layout/send-page.ts";
import { EditionPage, EditionsPage, type Sent } from "./page.tsx";
import { placeError, readEntry } from "./read-entry.ts";

const HOME = "/law/editions";
const NOTHING: Sent = { input: EMPTY_INPUT, errors: [], refusal: null };

/** Directory and catalog in their editions: read by officials, entered by one keeper and approved by another. */
export function registerEditions(app: FastifyInstance, deps: WebDeps): void {
  const guarded = { preHandler: app.csrfProtection };
  app.get(HOME, (request, reply) => showAll(deps, request, reply, NOTHING));
  app.post(HOME, guarded, (request, reply) => enter(deps, request, reply));
  app.get(`${HOME}/:registry/:edition`, (request, reply) => showOne(deps, request, reply, NOTHING));
  app.get(`${HOME}/:registry/:edition/table.csv`, (request, reply) =>
    sendTable(deps, request, reply),
  );
  app.post(`${HOME}/:edition/approvals`, guarded, (request, reply) =>
    approve(deps, request, reply),
  );
}

function readInput(request: FastifyRequest): FormInput {
  return readTextForm(request);
}

async function enter(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { actor } = requireOfficialPerson(request);
  const input = readInput(request);
  const check = new FormCheck(input);
  const body = readEntry(check);
  const fail = (errors: readonly FieldError[]) =>
    showAll(deps, request, reply, { input, errors, refusal: null });
  if (check.errors.length > 0) return fail(check.errors);
  try {
    const edition = await EDITION_BODY.toCommand(body, evidenceTaker(deps.app, actor));
    const outcome = await enterEdition(deps.app, actor, edition);
    if (outcome.outcome === "accepted") {
      return await reply.redirect(`${HOME}?done=edition-entered`, 303);
    }
    return await showAll(deps, request, reply, { input, errors: [], refusal: outcome.refusal });
  } catch (error) {
    if (!(error instanceof BadInputError)) throw error;
    return fail(error.errors.map(placeError));
  }
}

async function approve(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { actor } = requireOfficialPerson(request);
  const input = readInput(request);
  const check = new FormCheck(input);
  const proofs = {
    comments: readProof(check, "comments"),
    approval: readProof(check, "approval"),
    publication: readProof(check, "publication"),
    filing: readProof(check, "filing"),
  };
  if (check.errors.length > 0) {
    return showOne(deps, request, reply, { input, errors: check.errors, refusal: null });
  }
  const body = await PROOFS_BODY.toCommand(proofs, evidenceTaker(deps.app, actor));
  const outcome = await approveEdition(deps.app, actor, pathText(request, "edition"), body);
  if (outcome.outcome === "refused") {
    return showOne(deps, request, reply, { input, errors: [], refusal: outcome.refusal });
  }
  return reply.redirect(`${HOME}?done=edition-approved`, 303);
}

function readProof(check: FormCheck, name: string): object | null {
  const number = check.optionalText(`${name}.number`);
  const provenOn = check.optionalDay(`${name}.provenOn`);
  if (number === "" && provenOn === null) return null;
  if (number === "") check.complain(`${name}.number`, "请填写文号或者网址");
  if (provenOn === null) check.complain(`${name}.provenOn`, "请填写日期");
  return { number, provenOn };
}

async function showAll(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  sent: Sent,
): Promise<FastifyReply> {
  const { actor } = requireOfficialPerson(request);
  const rows = await findEditions(deps.app, actor);
  const context = await makeContext(deps, request, reply);
  return sendPage(reply, createElement(EditionsPage, { context, rows, sent }), statusOf(sent));
}

async function showOne(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  sent: Sent,
): Promise<FastifyReply> {
  const { actor } = requireOfficialPerson(request);
  const view = await findOne(deps, request, actor);
  const context = await makeContext(deps, request, reply);
  return sendPage(reply, createElement(EditionPage, { context, view, sent }), statusOf(sent));
}

/** The edition as a table that a spreadsheet opens, to be changed and entered as the next one. */
async function sendTable(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { actor } = requireOfficialPerson(request);
  const { edition } = await findOne(deps, request, actor);
  return reply
    .type("text/csv; charset=utf-8")
    .header("content-disposition", 'attachment; filename="edition.csv"')
    .send(`\uFEFF${writeLines(writeEditionTable(edition))}`);
}

async function findOne(
  deps: WebDeps,
  request: FastifyRequest,
  actor: Parameters<typeof findEditions>[1],
): Promise<EditionView> {
  const [id, registry] = [pathText(request, "edition"), pathText(request, "registry")];
  const views = await findEditions(deps.app, actor);
  const view = views.find(
    ({ edition }) => edition.edition === id && (registry === "" || edition.registry === registry),
  );
  if (view === undefined) throw new NotFoundError("no such edition");
  return view;
}

function statusOf({ errors, refusal }: Sent): number {
  if (refusal !== null) return 409;
  return errors.length > 0 ? 422 : 200;
}
