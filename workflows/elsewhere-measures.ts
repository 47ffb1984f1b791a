import {
  condition,
  continueAsNew,
  proxyActivities,
  setHandler,
  workflowInfo,
} from "@temporalio/workflow";
import type { ElsewhereActivities } from "../activities/index.ts";
import { clockMovedSignal, publishSignal, type DailyDutyInput } from "./messages.ts";

const { tellImplementers } = proxyActivities<ElsewhereActivities>({
  taskQueue: "publication",
  startToCloseTimeout: "10m",
  heartbeatTimeout: "10s",
  retry: { initialInterval: "1s", backoffCoefficient: 2, maximumInterval: "1m" },
});

/** A little after midnight, so that the database's clock agrees that the day is over. */
const SKEW_MS = 250;
const LONGEST_HISTORY = 500;

/**
 * Tells those who carry measures out what others decided (告知外部认定名单的措施), removals first, and lifts measures on the day after the last
 * one of a listing. It ends when nothing is left to tell and no listing has a last day; whatever comes in starts it anew.
 */
export async function elsewhereMeasures({ clockOffsetMs }: DailyDutyInput): Promise<void> {
  let offsetMs = clockOffsetMs;
  let wanted = true;
  setHandler(publishSignal, () => {
    wanted = true;
  });
  setHandler(clockMovedSignal, (move) => {
    offsetMs = Math.max(offsetMs, move.offsetMs);
    wanted = true;
  });
  for (;;) {
    wanted = false;
    const { nextAt } = await tellImplementers();
    // What came in while the last word was on its way is looked at as well.
    if (nextAt === null && !wanted) return;
    if (workflowInfo().continueAsNewSuggested || workflowInfo().historyLength > LONGEST_HISTORY) {
      await continueAsNew<typeof elsewhereMeasures>({ clockOffsetMs: offsetMs });
    }
    if (nextAt === null) continue;
    const wait = Date.parse(nextAt) - offsetMs - Date.now() + SKEW_MS;
    await condition(() => wanted, Math.max(SKEW_MS, wait));
  }
}
