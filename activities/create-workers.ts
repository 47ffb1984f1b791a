import { fileURLToPath } from "node:url";
import {
  bundleWorkflowCode,
  DefaultLogger,
  Worker,
  type NativeConnection,
  type WorkerOptions as WorkerConfig,
  type WorkflowBundleWithSourceMap,
} from "@temporalio/worker";
import type { Logger } from "../platform/logger.ts";
import { TASK_QUEUES } from "../platform/task-queues.ts";
import { hideCauses } from "./hide-causes.ts";
import { createActivities, type ActivityDeps } from "./index.ts";
import { showLife, type ActivityContext } from "./show-life.ts";

/** What workers need besides their activities. */
export interface WorkerOptions {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly deps: ActivityDeps;
  readonly logger: Logger;
  /** Made once and shared, where several sets of workers run in one process. */
  readonly bundle?: WorkflowBundleWithSourceMap;
}

/** Bundles the workflow code for the sandbox it runs in. */
export function bundleWorkflows(): Promise<WorkflowBundleWithSourceMap> {
  return bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL("../workflows/index.ts", import.meta.url)),
    logger: new DefaultLogger("ERROR"),
  });
}

/** One worker per task queue: acts wait for no paper, papers for no channel. */
export async function createWorkers(options: WorkerOptions): Promise<readonly Worker[]> {
  const activities = createActivities(options.deps);
  const { settleCase, settleAdoption, renderPapers, openPublications, deliver, reconcile } =
    activities;
  const workflowBundle = options.bundle ?? (await bundleWorkflows());
  const shared = {
    connection: options.connection,
    namespace: options.namespace,
    // Without it, histories would tell the name of the machine.
    identity: "mingdan-worker",
    // Cases that a worker held when it died go on elsewhere after this time.
    stickyQueueScheduleToStartTimeout: "2s",
    shutdownGraceTime: "10s",
    shutdownForceTime: "20s",
    interceptors: {
      activity: [
        (context: ActivityContext) => ({
          inbound: hideCauses(options.logger, context.info.activityType),
        }),
        (context: ActivityContext) => ({ inbound: showLife(context) }),
      ],
    },
  } satisfies Partial<WorkerConfig>;
  return Promise.all([
    Worker.create({
      ...shared,
      taskQueue: TASK_QUEUES.listingCase,
      workflowBundle,
      activities: { settleCase, settleAdoption },
      maxCachedWorkflows: 500,
    }),
    Worker.create({
      ...shared,
      taskQueue: TASK_QUEUES.papers,
      activities: { renderPapers },
      maxConcurrentActivityTaskExecutions: 2,
    }),
    Worker.create({
      ...shared,
      taskQueue: TASK_QUEUES.publication,
      activities: {
        ...{ openPublications, deliver, reconcile },
        ...{ makeAnchor: activities.makeAnchor, tellImplementers: activities.tellImplementers },
      },
      maxConcurrentActivityTaskExecutions: 20,
    }),
    Worker.create({
      ...shared,
      taskQueue: TASK_QUEUES.imports,
      activities: { takeRows: activities.takeRows },
      maxConcurrentActivityTaskExecutions: 2,
    }),
  ]);
}
