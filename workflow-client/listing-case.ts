import { WorkflowExecutionAlreadyStartedError } from "@temporalio/client";
import { eq, sql } from "drizzle-orm";
import { readClockOffset } from "../platform/clock.ts";
import { TASK_QUEUES } from "../platform/task-queues.ts";
import { caseFiles } from "../schema/index.ts";
import { actUpdate, listingCaseId } from "../workflows/messages.ts";
import type { ClientDeps } from "./client-deps.ts";

/** A kept act, as its workflow hears of it. */
export interface KeptAct {
  readonly caseId: string;
  readonly commandId: string;
  readonly kind: string;
}

/** Starts the workflow of a case, of a closed one too; one that runs already is as good. When it was started for the first time is kept. */
export async function startCase({ client, database }: ClientDeps, caseId: string): Promise<void> {
  const clockOffsetMs = await readClockOffset(database);
  try {
    await client.workflow.start("listingCase", {
      workflowId: listingCaseId(caseId),
      taskQueue: TASK_QUEUES.listingCase,
      workflowIdReusePolicy: "ALLOW_DUPLICATE",
      args: [{ caseId, clockOffsetMs }],
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
  await database
    .update(caseFiles)
    .set({ workflowStartedAt: sql`coalesce(${caseFiles.workflowStartedAt}, case_clock_now())` })
    .where(eq(caseFiles.caseId, caseId));
}

/**
 * Tells the workflow of a case that an act waits, and waits until it is ruled on; the same act told twice is ruled on once. Fails with
 * `WorkflowNotFoundError` where nobody runs the workflow: the case was opened a moment ago, or is closed.
 */
export async function sendAct(
  { client }: Pick<ClientDeps, "client">,
  { caseId, commandId, kind }: KeptAct,
): Promise<void> {
  await client.workflow
    .getHandle(listingCaseId(caseId))
    .executeUpdate(actUpdate, { updateId: commandId, args: [{ commandId, kind }] });
}
