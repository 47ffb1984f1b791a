import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { createElement } from "react";
import { describeError } from "../../../api/errors.ts";
import {
  KeyReusedError,
  NotFoundError,
  NotSignedInError,
  TooManyTriesError,
} from "../../../api/use-cases/faults.ts";
import { makeContext, type WebDeps } from "../../layout/make-context.ts";
import type { PageContext } from "../../layout/page-context.ts";
import { SignInNeededError } from "../../layout/require-person.ts";
import { sendPage } from "../../layout/send-page.ts";
import { ErrorPage } from "./page.tsx";

/** Errors as pages, for whatever goes wrong on the way to one. */
export function registerErrors(pages: FastifyInstance, deps: WebDeps): void {
  pages.setErrorHandler((error: FastifyError, request, reply) =>
    answerError(deps, error, request, reply),
  );
  pages.get("/*", (request, reply) => {
    // An address of the programming interface is answered the way of its own.
    if (request.url.startsWith("/api/")) return reply.callNotFound();
    throw new NotFoundError("no such page");
  });
}

async function answerError(
  deps: WebDeps,
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (error instanceof NotSignedInError) return leadToSignIn(error, request, reply);
  const problem = describeError(error, request);
  const status = error instanceof KeyReusedError ? 409 : problem.status;
  if (status >= 500) request.log.error({ err: error }, "page failed");
  if (error instanceof TooManyTriesError) {
    void reply.header("retry-after", String(error.retryAfterSeconds));
  }
  if (status === 503) void reply.header("retry-after", "5");
  const context = await makeErrorContext(deps, request, reply);
  const detail = error instanceof KeyReusedError ? null : (problem.detail ?? null);
  return sendPage(reply, createElement(ErrorPage, { context, status, detail }), status);
}

function leadToSignIn(
  error: NotSignedInError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const path = error instanceof SignInNeededError ? error.signInPath : "/sign-in";
  const next = request.method === "GET" ? `?next=${encodeURIComponent(request.url)}` : "";
  return reply.redirect(`${path}${path === "/sign-in" ? next : ""}`, 303);
}

/** The frame of an error page must not fail for the same reason as the page itself. */
async function makeErrorContext(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<PageContext> {
  try {
    return await makeContext(deps, request, reply);
  } catch {
    const { mode } = deps.app;
    const rest = { demoNow: null, done: null, assets: deps.assets };
    return { person: null, csrfToken: "", path: "", mode, ...rest };
  }
}
