import { continueAsNew, proxyActivities } from "@temporalio/workflow";
import type { ElsewhereActivities } from "../activities/index.ts";
import { openLongDuty, SKEW_MS } from "./long-duty.ts";
import type { DailyDutyInput } from "./messages.ts";

const { tellImplementers } = proxyActivities<ElsewhereActivities>({
  taskQueue: "publication",
  startToCloseTimeout: "10m",
  heartbeatTimeout: "10s",
  retry: { initialInterval: "1s", backoffCoefficient: 2, maximumInterval: "1m" },
});

/**
 * Tells those who carry measures out what others decided (告知外部认定名单的措施), removals first, and lifts measures on the day after the last
 * one of a listing. It ends when nothing is left to tell and no listing has a last day; whatever comes in starts it anew.
 */
export async function elsewhereMeasures({ clockOffsetMs }: DailyDutyInput): Promise<void> {
  const duty = openLongDuty(clockOffsetMs);
  for (;;) {
    duty.begin();
    const { nextAt } = await tellImplementers();
    // What came in while the last word was on its way is looked at as well.
    if (nextAt === null && !duty.isWanted()) return;
    if (duty.isLong()) {
      await continueAsNew<typeof elsewhereMeasures>({ clockOffsetMs: duty.offsetMs() });
    }
    if (nextAt !== null) await duty.waitUntil(Date.parse(nextAt), SKEW_MS);
  }
}
