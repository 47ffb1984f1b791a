import { readClockOffset } from "../platform/clock.ts";
import { TASK_QUEUES } from "../platform/task-queues.ts";
import { listAdoptionId, lookAgainSignal } from "../workflows/messages.ts";
import type { ClientDeps } from "./client-deps.ts";

/** Starts the workflow of a proposed list, or tells it that something was done. */
export async function tellAdoption(
  { client, database }: ClientDeps,
  adoptionId: string,
): Promise<void> {
  const clockOffsetMs = await readClockOffset(database);
  await client.workflow.signalWithStart("listAdoption", {
    workflowId: listAdoptionId(adoptionId),
    taskQueue: TASK_QUEUES.listingCase,
    workflowIdReusePolicy: "REJECT_DUPLICATE",
    signal: lookAgainSignal,
    args: [{ adoptionId, clockOffsetMs }],
  });
}
