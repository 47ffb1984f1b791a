import {
  condition,
  continueAsNew,
  proxyActivities,
  setHandler,
  workflowInfo,
} from "@temporalio/workflow";
import type { PublicationActivities } from "../activities/index.ts";
import { clockMovedSignal, publishSignal, type ReconciliationInput } from "./messages.ts";

const { reconcile } = proxyActivities<PublicationActivities>({
  taskQueue: "publication",
  startToCloseTimeout: "10m",
  heartbeatTimeout: "10s",
  retry: { initialInterval: "1s", backoffCoefficient: 2, maximumInterval: "5m" },
});

const DAY_MS = 86_400_000;

/**
 * Compares one channel with the record for as long as there is anything published (一致性核对): every night, and whenever something
 * changed. Many changes at once are looked at together.
 */
export async function reconciliation(input: ReconciliationInput): Promise<void> {
  let offsetMs = input.clockOffsetMs;
  let wanted = true;
  let clockMoved = false;
  setHandler(publishSignal, () => {
    wanted = true;
  });
  setHandler(clockMovedSignal, (move) => {
    offsetMs = Math.max(offsetMs, move.offsetMs);
    clockMoved = true;
  });
  let nextAt = 0;
  for (;;) {
    if (wanted || nextAt - offsetMs <= Date.now()) {
      wanted = false;
      nextAt = Date.parse((await reconcile({ channel: input.channel })).nextAt);
    }
    if (wanted) continue;
    if (workflowInfo().continueAsNewSuggested || workflowInfo().historyLength > 1_000) {
      await continueAsNew<typeof reconciliation>({ ...input, clockOffsetMs: offsetMs });
    }
    clockMoved = false;
    const pause = Math.min(DAY_MS, Math.max(1, nextAt - offsetMs - Date.now()));
    await condition(() => wanted || clockMoved, pause);
  }
}
