import { condition, defineUpdate, proxyActivities, setHandler } from "@temporalio/workflow";

const { doNothing } = proxyActivities<{ doNothing(): Promise<void> }>({
  startToCloseTimeout: "10s",
});

export const bareUpdate = defineUpdate<void>("bare");

/** What an act is compared with: an Update whose handler runs one activity that does nothing. */
export async function bare(): Promise<void> {
  setHandler(bareUpdate, async () => doNothing());
  await condition(() => false);
}
