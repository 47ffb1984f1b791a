import {
  condition,
  continueAsNew,
  proxyActivities,
  setHandler,
  workflowInfo,
} from "@temporalio/workflow";
import type { PublicationActivities } from "../activities/index.ts";
import { clockMovedSignal, publishSignal, type PublicationInput } from "./messages.ts";

// One attempt each: what to do after a failed one is decided here, so that the pause follows the clock of the case.
const { deliver } = proxyActivities<PublicationActivities>({
  taskQueue: "publication",
  startToCloseTimeout: "60s",
  heartbeatTimeout: "10s",
  retry: { initialInterval: "1s", backoffCoefficient: 2, maximumInterval: "10s" },
});

/**
 * Brings one channel up to date with one case (公示渠道送达), removal included, and ends when it has confirmed.
 *
 * It always sends the newest version: what was overtaken while the channel was away is never sent. A dead channel is asked again for as
 * long as it takes.
 */
export async function publication(input: PublicationInput): Promise<void> {
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
  let retryAt: number | null = null;
  while (wanted || retryAt !== null) {
    const isDue = retryAt !== null && retryAt - offsetMs <= Date.now();
    if (wanted || isDue) {
      wanted = false;
      const outcome = await deliver({ caseId: input.caseId, channel: input.channel });
      retryAt = outcome.retryAt === null ? null : Date.parse(outcome.retryAt);
    }
    if (wanted || retryAt === null) continue;
    if (workflowInfo().continueAsNewSuggested || workflowInfo().historyLength > 1_000) {
      await continueAsNew<typeof publication>({ ...input, clockOffsetMs: offsetMs });
    }
    clockMoved = false;
    await condition(() => wanted || clockMoved, Math.max(1, retryAt - offsetMs - Date.now()));
  }
}
