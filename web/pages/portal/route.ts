import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { createElement } from "react";
import { AT_THE_DOOR } from "../../../api/plugins/security.ts";
import { startSession } from "../../../api/plugins/sessions.ts";
import { readOwnCase } from "../../../api/use-cases/read-own-case.ts";
import { signInParty } from "../../../api/use-cases/sign-in-party.ts";
import { FormCheck, type FieldError } from "../../forms/form-check.ts";
import { EMPTY_INPUT, type FormInput } from "../../forms/form-input.ts";
import { readTextForm } from "../../forms/text-form.ts";
import { makeContext, type WebDeps } from "../../layout/make-context.ts";
import { sendPage } from "../../layout/send-page.ts";
import { describeFailure } from "../sign-in/route.ts";
import { EntrancePage } from "./entrance-page.tsx";
import { OwnCasePage } from "./own-case-page.tsx";

/** The party's way in, and its own page. */
export function registerPortal(app: FastifyInstance, deps: WebDeps): void {
  app.get("/portal", async (request, reply) => {
    const actor = request.person?.actor;
    if (actor === undefined || actor.partyCaseId === null) {
      return showEntrance(deps, request, reply, EMPTY_SHOWN);
    }
    const view = await readOwnCase(deps.app, actor);
    const context = await makeContext(deps, request, reply);
    return sendPage(reply, createElement(OwnCasePage, { context, view }));
  });
  app.post(
    "/portal/sign-in",
    { config: AT_THE_DOOR, preHandler: app.csrfProtection },
    (request, reply) => enter(deps, request, reply),
  );
}

interface Shown {
  readonly input: FormInput;
  readonly errors: readonly FieldError[];
  readonly lockedSeconds: number | null;
}

const EMPTY_SHOWN: Shown = { input: EMPTY_INPUT, errors: [], lockedSeconds: null };

async function enter(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const input = readTextForm(request);
  const check = new FormCheck(input);
  const code = check.text("code", "请填写查阅码");
  const factor = check.text("factor", "请填写证件号码或者代码的后六位");
  const shown: Shown = { input, errors: check.errors, lockedSeconds: null };
  if (check.errors.length > 0) return showEntrance(deps, request, reply, shown);
  try {
    await startSession(request, await signInParty(deps.app, code, factor));
  } catch (error) {
    return showEntrance(deps, request, reply, { ...shown, ...describeFailure(error, "code") });
  }
  return reply.redirect("/portal", 303);
}

async function showEntrance(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  shown: Shown,
): Promise<FastifyReply> {
  const context = await makeContext(deps, request, reply);
  const status = shown.lockedSeconds !== null ? 429 : shown.errors.length > 0 ? 422 : 200;
  return sendPage(reply, createElement(EntrancePage, { context, ...shown }), status);
}
