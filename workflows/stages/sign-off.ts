import type { Steps } from "./steps.ts";

/** 签发: the head signs the draft that was on the page, or sends it back. */
export async function followSignOff(steps: Steps): Promise<void> {
  await steps.makePapers();
}
