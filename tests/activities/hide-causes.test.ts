import { randomUUID } from "node:crypto";
import { Writable } from "node:stream";
import { defaultFailureConverter, ApplicationFailure } from "@temporalio/common";
import { sql } from "drizzle-orm";
import { describe, expect, it, onTestFinished } from "vitest";
import { hideCauses } from "../../activities/hide-causes.ts";
import { createLogger, type Logger } from "../../platform/logger.ts";
import { openTestDatabase } from "../records/stored-case.ts";

const NAME = "【虚构】覃示例";

type Execute = NonNullable<ReturnType<typeof hideCauses>["execute"]>;

/** Runs an activity that fails inside the interceptor, and returns what the worker would hand to Temporal. */
async function failWith(
  fail: () => Promise<unknown>,
  logger: Logger = createLogger({ name: "tests", level: "silent" }),
): Promise<unknown> {
  const execute: Execute | undefined = hideCauses(logger, "settleCase").execute;
  if (execute === undefined) throw new Error("nothing intercepts the activity");
  return execute({ args: [], headers: {} }, fail).then(
    () => null,
    (error: unknown) => error,
  );
}
