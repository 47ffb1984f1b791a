import type { Steps } from "./steps.ts";

/** 法制审核（告知）: somebody who did not work on the case approves, or returns with reasons. */
export async function followNoticeLegalReview(steps: Steps): Promise<void> {
  await steps.makePapers();
}
