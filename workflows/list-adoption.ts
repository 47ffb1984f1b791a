import {
  allHandlersFinished,
  condition,
  continueAsNew,
  proxyLocalActivities,
  setHandler,
  workflowInfo,
} from "@temporalio/workflow";
import type { AdoptionActivities } from "../activities/index.ts";
import { keepAlarm, LONGEST_WAIT_MS } from "./alarm.ts";
import { lookAgainSignal, moveClockUpdate, type ListAdoptionInput } from "./messages.ts";

const { settleAdoption } = proxyLocalActivities<AdoptionActivities>({
  startToCloseTimeout: "10s",
  localRetryThreshold: "3s",
  retry: { initialInterval: "200ms", backoffCoefficient: 2, maximumInterval: "30s" },
});

/**
 * One list that would exist here alone, from its entry in the registry to its adoption or its end (地方名单制定流程).
 *
 * It waits: for acts, which are ruled on in the database and only announced here, and for the thirty days of public comment. What
 * is due then is for the transaction to say.
 */
export async function listAdoption(input: ListAdoptionInput): Promise<void> {
  const { adoptionId } = input;
  let offsetMs = input.clockOffsetMs;
  let tickets = 1;
  let settled = 0;
  let quiet = true;
  const alarm = keepAlarm(() => {
    tickets += 1;
  });
  setHandler(lookAgainSignal, () => {
    tickets += 1;
  });
  setHandler(moveClockUpdate, async (move) => {
    offsetMs = Math.max(offsetMs, move.offsetMs);
    tickets += 1;
    const ticket = tickets;
    await condition(() => settled >= ticket);
    quiet = false;
  });
  const mayRoll = (): boolean => quiet && settled === tickets && isOld() && allHandlersFinished();
  for (;;) {
    await condition(() => settled < tickets || mayRoll());
    if (mayRoll()) {
      alarm.stop();
      await continueAsNew<typeof listAdoption>({ adoptionId, clockOffsetMs: offsetMs });
    }
    const upTo = tickets;
    const { isOver, nextDueAt } = await settleAdoption(adoptionId);
    settled = upTo;
    quiet = true;
    if (isOver) break;
    alarm.set(nextDueAt === null ? null : Date.parse(nextDueAt) - offsetMs);
  }
  alarm.stop();
  await condition(allHandlersFinished);
}

function isOld(): boolean {
  const { runStartTime, continueAsNewSuggested } = workflowInfo();
  return continueAsNewSuggested || Date.now() - runStartTime.getTime() >= LONGEST_WAIT_MS;
}
