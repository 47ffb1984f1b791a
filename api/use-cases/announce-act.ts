import { WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from "@temporalio/client";
import { eq, sql } from "drizzle-orm";
import { machineNow } from "../../platform/clock.ts";
import { TASK_QUEUES } from "../../platform/task-queues.ts";
import { caseFiles } from "../../schema/index.ts";
import { actUpdate, listingCaseId, type ListingCaseInput } from "../../workflows/messages.ts";
import type { AppDeps } from "../deps.ts";

type AnnounceDeps = Pick<AppDeps, "database" | "temporal" | "logger">;

/** How long a person waits for the ruling before they are told that the act is kept. */
const ANSWER_WITHIN_MS = 3_000;

/**
 * Tells the case's workflow that an act waits, and waits until it is ruled on. Whatever goes wrong here is no matter: the act
 * is kept, and the dispatcher announces it again.
 */
export async function announceAct(
  deps: AnnounceDeps,
  act: { readonly caseId: string; readonly commandId: string; readonly kind: string },
): Promise<void> {
  const { temporal, logger } = deps;
  const deadline = machineNow().getTime() + ANSWER_WITHIN_MS;
  try {
    await temporal.connection.withDeadline(deadline, async () => {
      try {
        await sendUpdate(deps, act);
      } catch (error) {
        // Opened a moment ago, or closed: nobody runs its workflow. Started on a closed case, it looks once and ends.
        if (!(error instanceof WorkflowNotFoundError)) throw error;
        await startCaseWorkflow(deps, act.caseId);
        await sendUpdate(deps, act);
      }
    });
  } catch (error) {
    logger.warn(
      { err: error, caseFileId: act.caseId, commandId: act.commandId },
      "act not ruled on yet",
    );
  }
}

async function sendUpdate(
  { temporal }: AnnounceDeps,
  { caseId, commandId, kind }: { caseId: string; commandId: string; kind: string },
): Promise<void> {
  await temporal.client.workflow
    .getHandle(listingCaseId(caseId))
    .executeUpdate(actUpdate, { updateId: commandId, args: [{ commandId, kind }] });
}

/** Starts the workflow of a case; one that runs already is as good. */
export async function startCaseWorkflow(deps: AnnounceDeps, caseId: string): Promise<void> {
  const input: ListingCaseInput = { caseId, clockOffsetMs: await readOffset(deps) };
  try {
    await deps.temporal.client.workflow.start("listingCase", {
      workflowId: listingCaseId(caseId),
      taskQueue: TASK_QUEUES.listingCase,
      workflowIdReusePolicy: "ALLOW_DUPLICATE",
      args: [input],
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
  await deps.database
    .update(caseFiles)
    .set({ workflowStartedAt: sql`coalesce(${caseFiles.workflowStartedAt}, case_clock_now())` })
    .where(eq(caseFiles.caseId, caseId));
}

async function readOffset({ database }: AnnounceDeps): Promise<number> {
  const result = await database.execute<{ offset_ms: string }>(
    sql`select coalesce(max(offset_ms), 0)::text as offset_ms from case_clock`,
  );
  return Number(result.rows[0]?.offset_ms ?? 0);
}
