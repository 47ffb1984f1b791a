import { continueAsNew, proxyActivities } from "@temporalio/workflow";
import type { AnchorActivities } from "../activities/index.ts";
import { openLongDuty, SKEW_MS } from "./long-duty.ts";
import type { DailyDutyInput } from "./messages.ts";

const { makeAnchor } = proxyActivities<AnchorActivities>({
  taskQueue: "publication",
  startToCloseTimeout: "10m",
  heartbeatTimeout: "10s",
  retry: { initialInterval: "1s", backoffCoefficient: 2, maximumInterval: "1m" },
});

/** Makes the anchor of every day (每日锚), for as long as the system lives; one run hands over to the next. */
export async function dailyAnchor({ clockOffsetMs }: DailyDutyInput): Promise<void> {
  const duty = openLongDuty(clockOffsetMs);
  for (;;) {
    duty.begin();
    const { nextAt } = await makeAnchor();
    await duty.waitUntil(Date.parse(nextAt), SKEW_MS);
    if (duty.isLong()) {
      await continueAsNew<typeof dailyAnchor>({ clockOffsetMs: duty.offsetMs() });
    }
  }
}
