import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { createElement } from "react";
import {
  enterAuthorityRemedies,
  findAuthorityRemedies,
  type AuthorityRemedies,
} from "../../../api/use-cases/authority-remedies.ts";
import { NotFoundError } from "../../../api/use-cases/faults.ts";
import { BRANCHES, type AuthorityBranch } from "../../../domain/authorities/remedy-organs.ts";
import { FormCheck, type FieldError } from "../../forms/form-check.ts";
import { inputOf, type FormInput } from "../../forms/form-input.ts";
import { faultsAtFields, readTextForm } from "../../forms/text-form.ts";
import { makeContext, pathText, type WebDeps } from "../../layout/make-context.ts";
import { requireOfficialPerson } from "../../layout/require-person.ts";
import { sendPage } from "../../layout/send-page.ts";
import { HOME, RemediesPage } from "./page.tsx";

const KINDS = Object.keys(BRANCHES) as AuthorityBranch[]; // written with exactly these names
const ONE = `${HOME}/:authorityId`;

/** Where the decisions of each authority can be challenged: read by officials, entered by its legal officer. */
export function registerRemedies(app: FastifyInstance, deps: WebDeps): void {
  app.get(HOME, (request, reply) => show(deps, request, reply, null));
  app.get(ONE, (request, reply) => show(deps, request, reply, { input: null, errors: [] }));
  app.post(ONE, { preHandler: app.csrfProtection }, (request, reply) =>
    enter(deps, request, reply),
  );
}

async function enter(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { actor } = requireOfficialPerson(request);
  const input: FormInput = readTextForm(request);
  const check = new FormCheck(input);
  const branch = check.oneOf("branch", KINDS, "请选择机关类型");
  const reconsiderationOrgan = check.text("reconsiderationOrgan", "请填写行政复议机关的全称");
  const court = check.text("court", "请填写管辖法院的全称");
  const channel = check.optionalText("reconsiderationOnlineChannel");
  if (branch === null || check.errors.length > 0) {
    return show(deps, request, reply, { input, errors: check.errors });
  }
  try {
    const reconsiderationOnlineChannel = channel === "" ? null : channel;
    const asked = { branch, reconsiderationOrgan, court, reconsiderationOnlineChannel };
    await enterAuthorityRemedies(deps.app, actor, pathText(request, "authorityId"), asked);
    return await reply.redirect(`${HOME}?done=remedies-entered`, 303);
  } catch (error) {
    const errors = faultsAtFields(error);
    return show(deps, request, reply, { input, errors });
  }
}

interface Entering {
  /** What was filled in; null where the form is opened as things stand. */
  readonly input: FormInput | null;
  readonly errors: readonly FieldError[];
}

async function show(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  entering: Entering | null,
): Promise<FastifyReply> {
  const { actor } = requireOfficialPerson(request);
  const rows = await findAuthorityRemedies(deps.app, actor);
  const context = await makeContext(deps, request, reply);
  const id = entering === null ? null : pathText(request, "authorityId");
  const authority = rows.find((each) => each.authorityId === id);
  if (id !== null && authority === undefined) throw new NotFoundError("no such authority");
  const chosen =
    entering === null || authority === undefined
      ? null
      : { authority, input: entering.input ?? inputFrom(authority), errors: entering.errors };
  const page = createElement(RemediesPage, { context, rows, chosen });
  return sendPage(reply, page, (entering?.errors.length ?? 0) > 0 ? 422 : 200);
}

function inputFrom(authority: AuthorityRemedies): FormInput {
  const { branch, reconsiderationOrgan, court, reconsiderationOnlineChannel } = authority;
  return inputOf({
    ...{ branch, reconsiderationOrgan, court },
    reconsiderationOnlineChannel: reconsiderationOnlineChannel ?? "",
  });
}
