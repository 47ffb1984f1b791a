import type { Steps } from "./steps.ts";

/** 归档: the last papers are made; then the case rests. */
export async function followClosed(steps: Steps): Promise<void> {
  await steps.makePapers();
}
