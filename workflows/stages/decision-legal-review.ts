import type { Steps } from "./steps.ts";

/** 法制审核（决定）: nobody who worked on the case may review it. */
export async function followDecisionLegalReview(steps: Steps): Promise<void> {
  await steps.makePapers();
}
