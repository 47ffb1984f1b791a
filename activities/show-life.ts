import type { Context } from "@temporalio/activity";
import type { ActivityInboundCallsInterceptor } from "@temporalio/worker";

const EVERY_MS = 2_000;

/** Shows that an activity is still at work, so that one whose worker was killed is taken up elsewhere within seconds. */
export function showLife(context: Context): ActivityInboundCallsInterceptor {
  return {
    async execute(input, next) {
      // A local activity lives and dies with its workflow task.
      if (context.info.isLocal) return next(input);
      const beat = setInterval(() => {
        context.heartbeat();
      }, EVERY_MS);
      try {
        return await next(input);
      } finally {
        clearInterval(beat);
      }
    },
  };
}
