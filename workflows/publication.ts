import { continueAsNew, proxyActivities } from "@temporalio/workflow";
import type { PublicationActivities } from "../activities/index.ts";
import { openLongDuty } from "./long-duty.ts";
import type { PublicationInput } from "./messages.ts";

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
  const duty = openLongDuty(input.clockOffsetMs);
  let retryAt: number | null = null;
  while (duty.isWanted() || retryAt !== null) {
    if (duty.isWanted() || (retryAt !== null && duty.isPast(retryAt))) {
      duty.begin();
      const outcome = await deliver({ caseId: input.caseId, channel: input.channel });
      retryAt = outcome.retryAt === null ? null : Date.parse(outcome.retryAt);
    }
    if (duty.isWanted() || retryAt === null) continue;
    if (duty.isLong()) {
      await continueAsNew<typeof publication>({ ...input, clockOffsetMs: duty.offsetMs() });
    }
    await duty.waitUntil(retryAt);
  }
}
