import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { createElement } from "react";
import { findLedger, keepLedger } from "../../../api/use-cases/law-ledger.ts";
import type { Refusal } from "../../../domain/refusal.ts";
import { FormCheck, type FieldError } from "../../forms/form-check.ts";
import { EMPTY_INPUT, type FormInput } from "../../forms/form-input.ts";
import { readTextForm } from "../../forms/text-form.ts";
import { makeContext, type WebDeps } from "../../layout/make-context.ts";
import { requireOfficialPerson } from "../../layout/require-person.ts";
import { sendPage } from "../../layout/send-page.ts";
import { LedgerPage } from "./page.tsx";

interface Sent {
  readonly input: FormInput;
  readonly errors: readonly FieldError[];
  readonly refusal: Refusal | null;
}

/** The ledger: read by officials, kept by the supervisor and legal officers. */
export function registerLedger(app: FastifyInstance, deps: WebDeps): void {
  app.get("/law/ledger", (request, reply) =>
    show(deps, request, reply, { input: EMPTY_INPUT, errors: [], refusal: null }),
  );
  app.post("/law/ledger", { preHandler: app.csrfProtection }, (request, reply) =>
    keep(deps, request, reply),
  );
}

async function keep(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { actor } = requireOfficialPerson(request);
  const input: FormInput = readTextForm(request);
  const check = new FormCheck(input);
  const entryId = check.text("entryId", "请选择条目");
  const unit = check.text("unit", "请填写责任单位");
  const reviewOn = check.day("reviewOn", "请填写下次复核日");
  const conforms = check.optionalText("conforms") === "yes";
  const plan = check.optionalText("plan");
  if (reviewOn === null || check.errors.length > 0) {
    return show(deps, request, reply, { input, errors: check.errors, refusal: null });
  }
  const note = { unit, reviewOn, conforms, plan };
  const outcome = await keepLedger(deps.app, actor, entryId, note);
  if (outcome.outcome === "refused") {
    return show(deps, request, reply, { input, errors: [], refusal: outcome.refusal });
  }
  return reply.redirect("/law/ledger?done=ledger-kept", 303);
}

async function show(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  { input, errors, refusal }: Sent,
): Promise<FastifyReply> {
  const { actor } = requireOfficialPerson(request);
  const rows = await findLedger(deps.app, actor);
  const context = await makeContext(deps, request, reply);
  const page = createElement(LedgerPage, { context, rows, input, errors, refusal });
  return sendPage(reply, page, refusal !== null ? 409 : errors.length > 0 ? 422 : 200);
}
