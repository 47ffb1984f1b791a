import type { Steps } from "./steps.ts";

/** 听证: only for lists that give one. People hold it; its papers are made as they are issued. */
export async function followHearing(steps: Steps): Promise<void> {
  await steps.makePapers();
}
