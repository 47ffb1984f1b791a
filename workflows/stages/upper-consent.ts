import type { Steps } from "./steps.ts";

/** 上级同意: only for lists that ask for it; the officer records the consent. */
export async function followUpperConsent(steps: Steps): Promise<void> {
  await steps.makePapers();
}
