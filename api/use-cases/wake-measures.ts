import { machineNow, readClockOffset } from "../../platform/clock.ts";
import { inTransaction } from "../../platform/database.ts";
import { TASK_QUEUES } from "../../platform/task-queues.ts";
import { elsewhereMeasuresCall } from "../../workflows/messages.ts";
import type { AppDeps } from "../deps.ts";

const START_WITHIN_MS = 2_000;

/** Has implementers told at once what came in; where Temporal is away, the dispatcher does it later. */
export async function wakeMeasures(
  deps: Pick<AppDeps, "database" | "temporal" | "logger">,
): Promise<void> {
  const { client, connection } = deps.temporal;
  try {
    const clockOffsetMs = await inTransaction(deps.database, readClockOffset, { readOnly: true });
    await connection.withDeadline(machineNow().getTime() + START_WITHIN_MS, () =>
      client.workflow.signalWithStart("elsewhereMeasures", {
        ...elsewhereMeasuresCall(clockOffsetMs),
        taskQueue: TASK_QUEUES.listingCase,
      }),
    );
  } catch (error) {
    deps.logger.warn({ err: error }, "implementers are told later");
  }
}
