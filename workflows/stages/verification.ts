import type { Steps } from "./steps.ts";

/** 核实: the officer answers every point with reasons and drafts the decision. An alarm rings if the answer is late. */
export async function followVerification(steps: Steps): Promise<void> {
  await steps.makePapers();
}
