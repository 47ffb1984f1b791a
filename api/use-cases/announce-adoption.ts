import { machineNow, readClockOffset } from "../../platform/clock.ts";
import { TASK_QUEUES } from "../../platform/task-queues.ts";
import {
  listAdoptionId,
  lookAgainSignal,
  type ListAdoptionInput,
} from "../../workflows/messages.ts";
import type { AppDeps } from "../deps.ts";

const WITHIN_MS = 2_000;

/**
 * Starts the workflow of a proposed list, or tells it that something was done. Whatever goes wrong here is no matter: the act is ruled on
 * and kept, and the dispatcher tells it again.
 */
export async function announceAdoption(
  { database, temporal, logger }: Pick<AppDeps, "database" | "temporal" | "logger">,
  adoptionId: string,
): Promise<void> {
  try {
    const input: ListAdoptionInput = { adoptionId, clockOffsetMs: await readClockOffset(database) };
    await temporal.connection.withDeadline(machineNow().getTime() + WITHIN_MS, () =>
      temporal.client.workflow.signalWithStart("listAdoption", {
        workflowId: listAdoptionId(adoptionId),
        taskQueue: TASK_QUEUES.listingCase,
        workflowIdReusePolicy: "REJECT_DUPLICATE",
        signal: lookAgainSignal,
        args: [input],
      }),
    );
  } catch (error) {
    logger.warn({ err: error, adoptionId }, "a proposed list was not told of an act yet");
  }
}
