import type {
  ActivityInboundCallsInterceptor,
  ActivityInterceptorsFactory,
} from "@temporalio/worker";

/** What an activity that runs is given of its surroundings. */
export type ActivityContext = Parameters<ActivityInterceptorsFactory>[0];

const EVERY_MS = 2_000;

/** Shows that an activity is still at work, so that one whose worker was killed is taken up elsewhere within seconds. */
export function showLife(context: ActivityContext): ActivityInboundCallsInterceptor {
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
