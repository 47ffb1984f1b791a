import type { Steps } from "./steps.ts";

/**
 * 陈述申辩: the proof of service is made, later the receipts for what the party hands in. The window ends by itself at
 * the end of its last day, counted from proven service, or when the party waives or says that it is done.
 */
export async function followDefense(steps: Steps): Promise<void> {
  await steps.makePapers();
}
