import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { createElement } from "react";
import { OPEN_TO_ALL } from "../../../api/plugins/security.ts";
import {
  checkPaper,
  checkPaperFile,
  identifyPaperFile,
} from "../../../api/use-cases/check-paper.ts";
import { NotFoundError } from "../../../api/use-cases/faults.ts";
import type { FieldError } from "../../forms/form-check.ts";
import { receiveFiles } from "../../forms/receive-form.ts";
import { makeContext, pathText, queryText, type WebDeps } from "../../layout/make-context.ts";
import { sendPage } from "../../layout/send-page.ts";
import { CheckPage, CheckResultPage, type CheckStart, type FileComparison } from "./page.tsx";

/** Checking papers by their code, and files by their bytes. */
export function registerCheck(app: FastifyInstance, deps: WebDeps): void {
  app.get("/check", async (request, reply) => {
    const code = queryText(request, "code");
    if (code !== "") return reply.redirect(`/check/${encodeURIComponent(code)}`, 303);
    return showSearch(deps, request, reply, "");
  });
  app.post(
    "/check",
    { config: OPEN_TO_ALL, preValidation: receiveFiles, preHandler: app.csrfProtection },
    (request, reply) => identifyFile(deps, request, reply),
  );
  app.get("/check/:code", { config: OPEN_TO_ALL }, (request, reply) =>
    showResult(deps, request, reply, null, []),
  );
  app.post(
    "/check/:code",
    { config: OPEN_TO_ALL, preValidation: receiveFiles, preHandler: app.csrfProtection },
    (request, reply) => compareFile(deps, request, reply),
  );
}

async function showSearch(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  code: string,
): Promise<FastifyReply> {
  const unknown = code !== "";
  return showStart(deps, request, reply, { code, unknown }, unknown ? 404 : 200);
}

async function showStart(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  shown: Partial<Pick<CheckStart, "code" | "unknown" | "unknownFile" | "errors">>,
  status: number,
): Promise<FastifyReply> {
  const context = await makeContext(deps, request, reply);
  const nothing = { code: "", unknown: false, unknownFile: false, errors: [] };
  return sendPage(reply, createElement(CheckPage, { ...nothing, ...shown, context }), status);
}

/** Anybody's file: the original of which paper, a changed copy of which, or none of ours. */
async function identifyFile(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const file = request.handedFiles[0];
  if (file === undefined) {
    const errors = [{ field: "file", message: "请选择要核验的文件" }];
    return showStart(deps, request, reply, { errors }, 422);
  }
  const found = await identifyPaperFile(deps.app, file.bytes);
  if (found.kind === "unknown") {
    return showStart(deps, request, reply, { unknownFile: true }, 404);
  }
  const { check } = found;
  const comparison = found.kind === "original" ? "matches" : "differs";
  const context = await makeContext(deps, request, reply);
  return sendPage(
    reply,
    createElement(CheckResultPage, { context, check, comparison, errors: [] }),
  );
}

async function showResult(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  comparison: FileComparison,
  errors: readonly FieldError[],
): Promise<FastifyReply> {
  const code = pathText(request, "code");
  try {
    const check = await checkPaper(deps.app, code);
    const context = await makeContext(deps, request, reply);
    const page = createElement(CheckResultPage, { context, check, comparison, errors });
    return sendPage(reply, page, errors.length > 0 ? 422 : 200);
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    return showSearch(deps, request, reply, code);
  }
}

async function compareFile(
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const file = request.handedFiles[0];
  if (file === undefined) {
    const errors = [{ field: "file", message: "请选择要核对的文件" }];
    return showResult(deps, request, reply, null, errors);
  }
  const { matches } = await checkPaperFile(deps.app, pathText(request, "code"), file.bytes);
  return showResult(deps, request, reply, matches ? "matches" : "differs", []);
}
