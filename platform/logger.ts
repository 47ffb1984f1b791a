import { pino, type DestinationStream, type Logger } from "pino";

import { brokenConstraintOf, sqlStateOf } from "./sql-state.ts";

export type { Logger } from "pino";

export interface LoggerOptions {
  /** Which process speaks: `api`, `worker` … */
  readonly name: string;
  readonly level: string;
  /** Standard output when absent. */
  readonly destination?: DestinationStream;
}

/**
 * The only fields that get into a log. None of them can hold a name, a number, an address or anything a person wrote;
 * whatever else is handed over is left out.
 */
const ALLOWED_FIELDS: ReadonlySet<string> = new Set([
  ...[
    "name",
    "pid",
    "hostname",
    "err",
    "req",
    "res",
    "reqId",
    "requestId",
    "responseTime",
    "statusCode",
    "method",
    "route",
  ],
  ...[
    "caseFileId",
    "matterId",
    "commandId",
    "deadlineId",
    "eventSeq",
    "workflowId",
    "runId",
    "workflowType",
    "activityType",
  ],
  ...[
    "taskQueue",
    "activityId",
    "updateId",
    "attempt",
    "actKind",
    "stage",
    "listId",
    "ruleId",
    "paperKind",
    "channel",
  ],
  ...[
    "authorityId",
    "accountId",
    "role",
    "outcome",
    "version",
    "count",
    "durationMs",
    "bytes",
    "code",
    "signal",
    "port",
  ],
  ...["exitCode", "process", "component", "namespace", "sdkComponent", "retryInMs"],
]);

/** Makes a structured logger that cannot write personal data. Messages are fixed texts; values go into fields. */
export function createLogger(options: LoggerOptions): Logger {
  const settings = {
    name: options.name,
    level: options.level,
    formatters: { log: keepAllowed },
    serializers: { err: describeError, req: describeRequest, res: describeResponse },
  };
  const logger = options.destination ? pino(settings, options.destination) : pino(settings);
  return guardChildren(logger);
}

/** Pino checks the fields of a logger itself but not those of its children, which inherit this method instead. */
function guardChildren(logger: pino.Logger<never, boolean>): Logger {
  const makeChild = logger.child;
  logger.child = function makeGuardedChild(
    this: unknown,
    fields: Record<string, unknown>,
    options?: object,
  ) {
    // eslint-disable-next-line @typescript-eslint/no-unsafe-return -- Reflect.apply forgets the type; it is the logger's own
    return Reflect.apply(makeChild, this, [keepAllowed(fields), options]);
  };
  return logger;
}

function keepAllowed(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => ALLOWED_FIELDS.has(name)));
}

/** What a log says about an error. */
export interface LoggedError {
  readonly type: string;
  readonly message?: string;
  readonly code?: string;
  readonly constraint?: string;
  readonly stack: string;
  readonly cause?: LoggedError;
}

const DEEPEST_CAUSE = 4;

/**
 * An error without values: messages of the database and of the query builder quote what people entered, so only their
 * code is kept; of others, only a message in plain words of code, never one with Chinese, long numbers or addresses in it.
 * A stack is kept without its first lines, which repeat the message.
 */
export function describeError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, stack: "" };
  const code =
    sqlStateOf(error) ??
    ("code" in error && typeof error.code === "string" ? error.code : undefined);
  const constraint = brokenConstraintOf(error);
  return {
    type: nameOf(error),
    ...(quotesValues(error) ? {} : { message: error.message.slice(0, 300) }),
    ...(code === undefined ? {} : { code }),
    ...(constraint === null ? {} : { constraint }),
    stack: keepFrames(error.stack ?? ""),
    ...(error.cause instanceof Error && depth < DEEPEST_CAUSE
      ? { cause: describeError(error.cause, depth + 1) }
      : {}),
  };
}

function nameOf(error: Error): string {
  return error.name === "Error" ? error.constructor.name : error.name;
}

function quotesValues(error: Error): boolean {
  if ("params" in error || "severity" in error) return true;
  // What can't be read as JSON is quoted in the message, too.
  if (["DrizzleQueryError", "SyntaxError"].includes(nameOf(error))) return true;
  return !isPlain(error.message);
}

/** Our own messages, and those of the engine and of libraries, are plain ASCII; what people enter here is not, or has long numbers. */
function isPlain(message: string): boolean {
  return /^[\x20-\x7e\n]*$/.test(message) && !/\d{7}|@/.test(message);
}

function keepFrames(stack: string): string {
  return stack
    .split("\n")
    .filter((line) => /^\s+at .+:\d+:\d+\)?$/.test(line))
    .join("\n");
}

/** Addresses can carry what people looked for: the route's pattern says enough. */
function describeRequest(request: unknown): Record<string, unknown> {
  if (typeof request !== "object" || request === null) return {};
  const method = "method" in request ? request.method : undefined;
  const options = "routeOptions" in request ? request.routeOptions : undefined;
  const route =
    typeof options === "object" && options !== null && "url" in options ? options.url : undefined;
  return { method, route };
}

function describeResponse(response: unknown): Record<string, unknown> {
  if (typeof response !== "object" || response === null || !("statusCode" in response)) return {};
  return { statusCode: response.statusCode };
}
