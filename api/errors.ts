import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { BadInputError, TooManyTriesError, type FieldError } from "./use-cases/faults.ts";
import * as faults from "./use-cases/faults.ts";
import { describeErrors } from "./use-cases/field-errors.ts";
import { viewRefusal, type FindingView } from "./use-cases/finding-view.ts";
import { isDatabaseAway } from "./database-away.ts";
import type { Refusal } from "../domain/refusal.ts";
import { isDiskFull } from "../platform/disk-full.ts";
import { sqlStateOf } from "../platform/sql-state.ts";

/** A problem as it is sent (RFC 9457). */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  /** The request's id in the log. */
  readonly instance?: string;
  readonly errors?: readonly FieldError[];
  readonly findings?: readonly FindingView[];
  readonly commandId?: string | null;
}

const TITLES: Readonly<Record<number, string>> = {
  400: "请求的格式不正确",
  401: "尚未登录，或登录信息不正确",
  403: "没有权限",
  404: "没有找到",
  409: "与现在的状态不符",
  413: "内容过大",
  415: "内容的类型不受支持",
  422: "内容不正确",
  429: "尝试次数过多，请稍后再试",
  500: "系统出了故障",
  503: "系统暂时不可用，内容没有保存，请稍后再试",
};

const REFUSAL_STATUS: Readonly<Record<Refusal["kind"], number>> = {
  law: 409,
  stage: 409,
  role: 403,
  content: 422,
};

const REFUSAL_TITLES: Readonly<Record<Refusal["kind"], string>> = {
  law: "依照规定，现在不能办理",
  stage: "本案现在的环节不能办理此事项",
  role: "您的账号不能办理此事项",
  content: "填报内容不完整，或者与案卷不符",
};

/** A refusal as a problem: rule, article, what is missing, what to do. */
export function describeRefusal(refusal: Refusal, commandId: string | null = null): Problem {
  return {
    type: `urn:mingdan:refusal:${refusal.kind}`,
    title: REFUSAL_TITLES[refusal.kind],
    status: REFUSAL_STATUS[refusal.kind],
    findings: viewRefusal(refusal).findings,
    commandId,
  };
}

/** Sends a problem. */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply
    .code(problem.status)
    .type("application/problem+json")
    .send({ instance: `urn:mingdan:request:${reply.request.id}`, ...problem });
}

/** The one place where errors become answers. What is nobody's mistake here is logged, and says nothing of its cause. */
export function addErrorHandler(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = describeError(error, request);
    if (problem.status >= 500) request.log.error({ err: error }, "request failed");
    const retryAfter = findRetryAfter(error, problem.status);
    if (retryAfter !== null) void reply.header("retry-after", String(retryAfter));
    return sendProblem(reply, problem);
  });
  app.setNotFoundHandler((_request: FastifyRequest, reply) => sendProblem(reply, problemOf(404)));
}

/** What an error means to the caller. */
export function describeError(error: FastifyError, request: FastifyRequest): Problem {
  if (error.validation !== undefined) {
    return {
      ...problemOf(400),
      errors: describeErrors(error.validation, findSchema(error, request)),
    };
  }
  if (error instanceof BadInputError) return { ...problemOf(422), errors: error.errors };
  if (error instanceof faults.NotSignedInError) return problemOf(401);
  if (error instanceof faults.ForbiddenError) return problemOf(403);
  if (error instanceof faults.NotFoundError) return problemOf(404);
  if (error instanceof faults.ConflictError) return { ...problemOf(409), detail: error.message };
  if (error instanceof faults.KeyReusedError) {
    return { ...problemOf(422), detail: "同一个 Idempotency-Key 已用于另一内容，请换一个新的" };
  }
  if (error instanceof TooManyTriesError) return problemOf(429);
  if (isNoSpaceLeft(error)) return { ...problemOf(503), detail: NO_SPACE_LEFT };
  if (error instanceof faults.UnavailableError || isDatabaseAway(error)) return problemOf(503);
  const { statusCode } = error;
  return problemOf(statusCode !== undefined && statusCode < 500 ? statusCode : 500);
}

const NO_SPACE_LEFT = "存储空间不足，这次的内容没有保存，此前保存的没有丢失；请告知管理员腾出空间";

/** The disk of the files is full, or that of the database. */
function isNoSpaceLeft(error: unknown): boolean {
  return isDiskFull(error) || sqlStateOf(error) === "53100";
}

function problemOf(status: number): Problem {
  return { type: "about:blank", title: TITLES[status] ?? TITLES[400] ?? "", status };
}

/** The schema that was not met, for the titles of its fields. */
function findSchema(error: FastifyError, request: FastifyRequest): unknown {
  const { schema } = request.routeOptions;
  switch (error.validationContext) {
    case "body":
      return schema?.body;
    case "querystring":
      return schema?.querystring;
    case "params":
      return schema?.params;
    default:
      return schema?.headers;
  }
}

const RETRY_AFTER_SECONDS = 5;

function findRetryAfter(error: Error, status: number): number | null {
  if (error instanceof TooManyTriesError) return error.retryAfterSeconds;
  return status === 503 ? RETRY_AFTER_SECONDS : null;
}
