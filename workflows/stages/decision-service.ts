import type { Steps } from "./steps.ts";

/**
 * 决定送达: decision and credit-repair notice are made, to be served in one act; or the decision not to list, or the notice
 * that the procedure has ended. After service of the latter two the case is closed.
 */
export async function followDecisionService(steps: Steps): Promise<void> {
  await steps.makePapers();
}
