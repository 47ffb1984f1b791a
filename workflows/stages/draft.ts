import type { Steps } from "./steps.ts";

/** 立案: the officer gathers documents, evidence, grounds and measures. The system only waits. */
export async function followDraft(steps: Steps): Promise<void> {
  await steps.makePapers();
}
