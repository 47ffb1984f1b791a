import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { createElement } from "react";
import {
  appointDeputy,
  endDeputy,
  findDeputies,
  mayAppoint,
} from "../../../api/use-cases/deputies.ts";
import { DEPUTISED_ROLES } from "../../../domain/authorities/deputy.ts";
import { FormCheck, type FieldError } from "../../forms/form-check.ts";
import { EMPTY_INPUT, type FormInput } from "../../forms/form-input.ts";
import { faultsAtFields, readTextForm } from "../../forms/text-form.ts";
import { makeContext, pathText, type WebDeps } from "../../layout/make-context.ts";
import { requireOfficialPerson } from "../../layout/require-person.ts";
import { sendPage } from "../../layout/send-page.ts";
import { DeputiesPage } from "./page.tsx";

const HOME = "/deputies";

/** Deputies: read by officials, named and ended by heads and administrators. */
export function registerDeputies(app: FastifyInstance, deps: WebDeps): void {
  const guarded = { preHandler: app.csrfProtection };
  app.get(HOME, (request, reply) => show(deps, request, reply, EMPTY_INPUT, []));
  app.post(HOME, guarded, (request, reply) => appoint(deps, request, reply));
  app.post(`${HOME}/:deputyId/end`, guarded, async (request, reply) => {
    const { actor } = requireOfficialPerson(request);
    await endDeputy(deps.app, actor, pathText(request, "deputyId"));
    return reply.redirect(`${HOME}?done=deputy-ended`, 303);
  });
}

async function appoint(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { actor } = requireOfficialPerson(request);
  const input: FormInput = readTextForm(request);
  const check = new FormCheck(input);
  const role = check.oneOf("role", DEPUTISED_ROLES, "请选择职责");
  const principal = check.text("principal", "请填写被代理人账号");
  const acting = check.text("acting", "请填写代理人账号");
  const startsOn = check.day("startsOn", "请填写开始日");
  const endsOn = check.day("endsOn", "请填写截止日");
  const reasons = check.text("reasons", "请写明原因");
  if (role === null || startsOn === null || endsOn === null || check.errors.length > 0) {
    return show(deps, request, reply, input, check.errors);
  }
  try {
    const asked = { role, principal, acting, startsOn, endsOn, reasons };
    await appointDeputy(deps.app, actor, asked);
    return await reply.redirect(`${HOME}?done=deputy-appointed`, 303);
  } catch (error) {
    const errors = faultsAtFields(error);
    return show(deps, request, reply, input, errors);
  }
}

async function show(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  input: FormInput,
  errors: readonly FieldError[],
): Promise<FastifyReply> {
  const { actor } = requireOfficialPerson(request);
  const rows = await findDeputies(deps.app, actor);
  const context = await makeContext(deps, request, reply);
  const props = { context, rows, mayAppoint: mayAppoint(actor), input, errors };
  return sendPage(reply, createElement(DeputiesPage, props), errors.length === 0 ? 200 : 422);
}
