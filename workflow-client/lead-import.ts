import { TASK_QUEUES } from "../platform/task-queues.ts";
import { leadImportId } from "../workflows/messages.ts";
import type { ClientDeps } from "./client-deps.ts";

/** Sets the reading of a file of penalty records going; where somebody is at it, nothing happens. */
export async function startLeadImport(
  { client }: Pick<ClientDeps, "client">,
  importId: string,
): Promise<void> {
  await client.workflow.start("leadImport", {
    workflowId: leadImportId(importId),
    taskQueue: TASK_QUEUES.listingCase,
    workflowIdConflictPolicy: "USE_EXISTING",
    args: [{ importId }],
  });
}
