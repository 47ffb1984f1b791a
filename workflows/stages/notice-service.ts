import type { Steps } from "./steps.ts";

/**
 * 告知送达: the notice is made as soon as it is approved. People serve it; a public notice is deemed to have served
 * when its thirty days are over. An alarm rings if nobody has served it after seven working days.
 */
export async function followNoticeService(steps: Steps): Promise<void> {
  await steps.makePapers();
}
