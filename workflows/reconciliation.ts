import { continueAsNew, proxyActivities } from "@temporalio/workflow";
import type { PublicationActivities } from "../activities/index.ts";
import { openLongDuty } from "./long-duty.ts";
import type { ReconciliationInput } from "./messages.ts";

const { reconcile } = proxyActivities<PublicationActivities>({
  taskQueue: "publication",
  startToCloseTimeout: "10m",
  heartbeatTimeout: "10s",
  retry: { initialInterval: "1s", backoffCoefficient: 2, maximumInterval: "5m" },
});

/**
 * Compares one channel with the record for as long as there is anything published (一致性核对): every night, and whenever something
 * changed. Many changes at once are looked at together.
 */
export async function reconciliation(input: ReconciliationInput): Promise<void> {
  const duty = openLongDuty(input.clockOffsetMs);
  let nextAt = 0;
  for (;;) {
    if (duty.isWanted() || duty.isPast(nextAt)) {
      duty.begin();
      nextAt = Date.parse((await reconcile({ channel: input.channel })).nextAt);
    }
    if (duty.isWanted()) continue;
    if (duty.isLong()) {
      await continueAsNew<typeof reconciliation>({ ...input, clockOffsetMs: duty.offsetMs() });
    }
    await duty.waitUntil(nextAt);
  }
}
