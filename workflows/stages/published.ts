import type { Steps } from "./steps.ts";

/**
 * 公示: the record goes to every channel at once; each channel is a workflow of its own, and the case waits for none.
 * Repair and annulment come from people. On the last day of the listing the party is removed without anybody asking.
 */
export async function followPublished(steps: Steps): Promise<void> {
  await steps.publish();
  await steps.makePapers();
}
