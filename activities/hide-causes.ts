import { ApplicationFailure } from "@temporalio/common";
import type {
  ActivityExecuteInput,
  ActivityInboundCallsInterceptor,
  Next,
} from "@temporalio/worker";
import type { Logger } from "../platform/logger.ts";
import { SealError } from "../platform/seal-error.ts";
import { sqlStateOf } from "../platform/sql-state.ts";

/**
 * Keeps the reasons of failures out of Temporal: an error message can quote what somebody wrote. Temporal gets a code; the log, which
 * lets no such text through, gets the rest.
 */
export function hideCauses(logger: Logger, activityType: string): ActivityInboundCallsInterceptor {
  return {
    async execute(
      input: ActivityExecuteInput,
      next: Next<ActivityInboundCallsInterceptor, "execute">,
    ): Promise<unknown> {
      try {
        return await next(input);
      } catch (error) {
        if (error instanceof ApplicationFailure) throw error;
        const seriousness = error instanceof SealError ? "error" : "warn";
        logger[seriousness](
          { err: error, activityType },
          "an activity failed and will be tried again",
        );
        throw ApplicationFailure.create({ type: codeOf(error), message: codeOf(error) });
      }
    },
  };
}

function codeOf(error: unknown): string {
  const state = sqlStateOf(error);
  if (state !== null) return `database-${state}`;
  return error instanceof Error ? error.name : "unknown";
}
