import { machineNow } from "../../platform/clock.ts";
import { tellAdoption } from "../../workflow-client/list-adoption.ts";
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
    await temporal.connection.withDeadline(machineNow().getTime() + WITHIN_MS, () =>
      tellAdoption({ client: temporal.client, database }, adoptionId),
    );
  } catch (error) {
    logger.warn({ err: error, adoptionId }, "a proposed list was not told of an act yet");
  }
}
