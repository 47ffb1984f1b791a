import { defineAct } from "./act-body.ts";
import { toDay, WAIVER_BODY } from "./parts.ts";

/** 明示放弃陈述申辩. */
export const waiveDefense = defineAct({
  kind: "waive-defense",
  bodySchema: WAIVER_BODY,
  toCommand: async ({ waivedOn, form, evidence }, { takeEvidence }) => ({
    kind: "waive-defense",
    waivedOn: toDay(waivedOn),
    form,
    evidence: await takeEvidence(evidence),
  }),
});
