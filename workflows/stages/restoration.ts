import type { Steps } from "./steps.ts";

/**
 * 恢复列入: a removal that was got by falsehood. Its notice and its decision are made as they are issued; on the last day of the old
 * term it ends by itself.
 */
export async function followRestoration(steps: Steps): Promise<void> {
  await steps.publish();
  await steps.makePapers();
}
