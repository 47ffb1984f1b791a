import {
  condition,
  continueAsNew,
  proxyActivities,
  setHandler,
  workflowInfo,
} from "@temporalio/workflow";
import type { AnchorActivities } from "../activities/index.ts";
import { clockMovedSignal, type DailyDutyInput } from "./messages.ts";

const { makeAnchor } = proxyActivities<AnchorActivities>({
  taskQueue: "publication",
  startToCloseTimeout: "10m",
  heartbeatTimeout: "10s",
  retry: { initialInterval: "1s", backoffCoefficient: 2, maximumInterval: "1m" },
});

/** A little after midnight, so that the database's clock agrees that the day is over. */
const SKEW_MS = 250;
const LONGEST_HISTORY = 500;

/** Makes the anchor of every day (每日锚), for as long as the system lives; one run hands over to the next. */
export async function dailyAnchor({ clockOffsetMs }: DailyDutyInput): Promise<void> {
  let offsetMs = clockOffsetMs;
  let clockMoved = false;
  setHandler(clockMovedSignal, (move) => {
    offsetMs = Math.max(offsetMs, move.offsetMs);
    clockMoved = true;
  });
  for (;;) {
    clockMoved = false;
    const { nextAt } = await makeAnchor();
    const wait = Date.parse(nextAt) - offsetMs - Date.now() + SKEW_MS;
    await condition(() => clockMoved, Math.max(SKEW_MS, wait));
    if (workflowInfo().continueAsNewSuggested || workflowInfo().historyLength > LONGEST_HISTORY) {
      await continueAsNew<typeof dailyAnchor>({ clockOffsetMs: offsetMs });
    }
  }
}
