import type { Steps } from "./steps.ts";

/** 移出: the removal goes out before anything else; the certificate or decision follows. Closed once every channel has confirmed. */
export async function followRemoved(steps: Steps): Promise<void> {
  await steps.publish();
  await steps.makePapers();
}
