import { defineAct } from "./act-body.ts";
import { toDay, WAIVER_BODY } from "./parts.ts";

/** 放弃或者撤回听证. */
export const waiveHearing = defineAct({
  kind: "waive-hearing",
  bodySchema: WAIVER_BODY,
  toCommand: async ({ waivedOn, form, evidence }, { takeEvidence }) => ({
    kind: "waive-hearing",
    waivedOn: toDay(waivedOn),
    form,
    evidence: await takeEvidence(evidence),
  }),
});
