import type { ChannelId } from "../domain/publication/channels.ts";
import { TASK_QUEUES } from "../platform/task-queues.ts";
import { publicationId, publishSignal, reconciliationId } from "../workflows/messages.ts";
import type { ClientDeps } from "./client-deps.ts";

/** Has a channel compared soon, because something changed. */
export async function wakeReconciliation(
  { client }: Pick<ClientDeps, "client">,
  channel: ChannelId,
  clockOffsetMs: number,
): Promise<void> {
  await client.workflow.signalWithStart("reconciliation", {
    workflowId: reconciliationId(channel),
    taskQueue: TASK_QUEUES.listingCase,
    args: [{ channel, clockOffsetMs }],
    signal: publishSignal,
  });
}

/** Has the newest version of a case brought to a channel: a waiting workflow hears of it, a finished one starts again under the same id. */
export async function wakePublication(
  { client }: Pick<ClientDeps, "client">,
  caseId: string,
  channel: ChannelId,
  clockOffsetMs: number,
): Promise<void> {
  await client.workflow.signalWithStart("publication", {
    workflowId: publicationId(caseId, channel),
    taskQueue: TASK_QUEUES.listingCase,
    args: [{ caseId, channel, clockOffsetMs }],
    signal: publishSignal,
  });
}
