import type { Steps } from "./steps.ts";

/** 消除影响: after an annulment everybody who had the listing is told at once. Closed only when nobody is left. */
export async function followHarmRepair(steps: Steps): Promise<void> {
  await steps.publish();
  await steps.makePapers();
}
