import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { createElement } from "react";
import { AT_THE_DOOR } from "../../../api/plugins/security.ts";
import { endSession, startSession } from "../../../api/plugins/sessions.ts";
import { NotSignedInError, TooManyTriesError } from "../../../api/use-cases/faults.ts";
import { signIn } from "../../../api/use-cases/sign-in.ts";
import { FormCheck, type FieldError } from "../../forms/form-check.ts";
import { EMPTY_INPUT, type FormInput } from "../../forms/form-input.ts";
import { readTextForm } from "../../forms/text-form.ts";
import { makeContext, queryText, type WebDeps } from "../../layout/make-context.ts";
import { sendPage } from "../../layout/send-page.ts";
import { SignInPage } from "./page.tsx";

/** Signing officials in, and everybody out. */
export function registerSignIn(app: FastifyInstance, deps: WebDeps): void {
  app.get("/sign-in", (request, reply) => {
    const next = queryText(request, "next");
    return show(deps, request, reply, {
      next,
      input: EMPTY_INPUT,
      errors: [],
      lockedSeconds: null,
    });
  });
  app.post("/sign-in", { config: AT_THE_DOOR, preHandler: app.csrfProtection }, (request, reply) =>
    trySignIn(deps, request, reply),
  );
  app.post("/sign-out", { preHandler: app.csrfProtection }, async (request, reply) => {
    await endSession(request);
    return reply.redirect("/?done=signed-out", 303);
  });
}

interface Shown {
  readonly next: string;
  readonly input: FormInput;
  readonly errors: readonly FieldError[];
  readonly lockedSeconds: number | null;
}

async function trySignIn(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const input = readTextForm(request);
  const check = new FormCheck(input);
  const username = check.text("username", "请填写账号");
  const password = check.text("password", "请填写口令");
  const next = check.optionalText("next");
  const shown: Shown = { next, input, errors: check.errors, lockedSeconds: null };
  if (check.errors.length > 0) return show(deps, request, reply, shown);
  try {
    await startSession(request, await signIn(deps.app, username, password));
  } catch (error) {
    return show(deps, request, reply, { ...shown, ...describeFailure(error, "username") });
  }
  return reply.redirect(safePath(next, "/desk"), 303);
}

/** What a failed try says: never which of the two was wrong. */
export function describeFailure(
  error: unknown,
  field: string,
): Pick<Shown, "errors" | "lockedSeconds"> {
  if (error instanceof TooManyTriesError) {
    return { errors: [], lockedSeconds: error.retryAfterSeconds };
  }
  if (!(error instanceof NotSignedInError)) throw error;
  const message = field === "username" ? "账号或者口令不正确" : "查阅码或者证件号码后六位不正确";
  return { errors: [{ field, message }], lockedSeconds: null };
}

/** Only addresses of our own are followed. */
function safePath(path: string, otherwise: string): string {
  return /^\/(?![/\\])[^\s\\]*$/.test(path) ? path : otherwise;
}

async function show(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  shown: Shown,
): Promise<FastifyReply> {
  const context = await makeContext(deps, request, reply);
  const status = shown.lockedSeconds !== null ? 429 : shown.errors.length > 0 ? 422 : 200;
  return sendPage(reply, createElement(SignInPage, { context, ...shown }), status);
}
