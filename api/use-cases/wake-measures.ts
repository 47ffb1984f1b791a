import { machineNow } from "../../platform/clock.ts";
import { wakeElsewhereMeasures } from "../../workflow-client/elsewhere-measures.ts";
import type { AppDeps } from "../deps.ts";

const START_WITHIN_MS = 2_000;

/** Has implementers told at once what came in; where Temporal is away, the dispatcher does it later. */
export async function wakeMeasures(
  deps: Pick<AppDeps, "database" | "temporal" | "logger">,
): Promise<void> {
  const { client, connection } = deps.temporal;
  try {
    await connection.withDeadline(machineNow().getTime() + START_WITHIN_MS, () =>
      wakeElsewhereMeasures({ client, database: deps.database }),
    );
  } catch (error) {
    deps.logger.warn({ err: error }, "implementers are told later");
  }
}
