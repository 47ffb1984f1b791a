import { WorkflowNotFoundError } from "@temporalio/client";
import { machineNow } from "../../platform/clock.ts";
import { sendAct, startCase, type KeptAct } from "../../workflow-client/listing-case.ts";
import type { AppDeps } from "../deps.ts";

type AnnounceDeps = Pick<AppDeps, "database" | "temporal" | "logger">;

/** How long a person waits for the ruling before they are told that the act is kept. */
const ANSWER_WITHIN_MS = 3_000;

/**
 * Tells the case's workflow that an act waits, and waits until it is ruled on. Whatever goes wrong here is no matter: the act
 * is kept, and the dispatcher announces it again.
 */
export async function announceAct(
  { database, temporal, logger }: AnnounceDeps,
  act: KeptAct,
): Promise<void> {
  const deps = { client: temporal.client, database };
  const deadline = machineNow().getTime() + ANSWER_WITHIN_MS;
  try {
    await temporal.connection.withDeadline(deadline, async () => {
      try {
        await sendAct(deps, act);
      } catch (error) {
        // Opened a moment ago, or closed: nobody runs its workflow. Started on a closed case, it looks once and ends.
        if (!(error instanceof WorkflowNotFoundError)) throw error;
        await startCase(deps, act.caseId);
        await sendAct(deps, act);
      }
    });
  } catch (error) {
    logger.warn(
      { err: error, caseFileId: act.caseId, commandId: act.commandId },
      "act not ruled on yet",
    );
  }
}
