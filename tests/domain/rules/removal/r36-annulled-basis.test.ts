import { describe, expect, it } from "vitest";
import type { Stage } from "../../../../domain/case-file/stages.ts";
import { parseDay } from "../../../../domain/deadlines/calendar-day.ts";
import { r36AnnulledBasis } from "../../../../domain/rules/removal/r36-annulled-basis.ts";
import { act, judge, type Scene } from "../../../support/case-builder.ts";
import { DECISION_NOT_TO_LIST, ORDER_TO_PAY } from "../../../support/case-content.ts";
import { annulledAt, caseAt, repairApplication } from "../../../support/case-stages.ts";
import {
  breachesOf,
  itHoldsFrom,
  ruleIdsOf,
  subjectOf,
  withFile,
} from "../../../support/rule-check.ts";
import { sampleCommand } from "../../../support/sample-commands.ts";

/** A case that stands where it stood although its document was annulled: real acts end it instead. */
function stillAt(stage: Stage): Scene {
  const annulled = { ...ORDER_TO_PAY, annulledOn: parseDay("2026-03-13") };
  return withFile(caseAt(stage), { basisDocuments: [annulled] });
}

function accepted(): Scene {
  const applied = act(
    annulledAt("published", "2026-07-10"),
    "party",
    "2026-07-10",
    repairApplication(),
  );
  return act(applied, "case-officer", "2026-07-10", { kind: "accept-repair", opinion: "受理" });
}

describe("R36 an annulled basis carries nothing", () => {
  it.each([
    ["draft", "case-officer", "submit-for-review"],
    ["notice-legal-review", "legal-reviewer", "approve-notice"],
    ["decision-legal-review", "legal-reviewer", "approve-decision"],
    ["sign-off", "head", "sign-decision"],
    ["published", "case-officer", "refuse-repair"],
    ["published", "head", "deny-repair"],
    ["published", "head", "hold-removal"],
  ] as const)("R36 refuses in stage %s that the %s does %s", (stage, by, kind) => {
    expect(breachesOf(r36AnnulledBasis, stillAt(stage), by, "2026-07-10", kind)).toEqual([
      "认定依据文书（苍人社监令字〔2026〕第1号）已被撤销",
    ]);
    expect(breachesOf(r36AnnulledBasis, caseAt(stage), by, "2026-07-10", kind)).toEqual([]);
  });

  it("R36 refuses the same when the decision itself was annulled by reconsideration, never when it was upheld", () => {
    const day = "2026-07-10";
    const ruled = (outcome: "annulled" | "upheld"): Scene => {
      const scene = caseAt("published");
      const registered = act(
        scene,
        "case-officer",
        day,
        sampleCommand("register-remedy", scene, day),
      );
      const command = sampleCommand("record-remedy-outcome", registered, day);
      if (command.kind !== "record-remedy-outcome") throw new Error("not an outcome");
      return act(registered, "case-officer", day, { ...command, outcome });
    };
    expect(breachesOf(r36AnnulledBasis, ruled("annulled"), "head", day, "hold-removal")).toEqual([
      "列入决定已被撤销、确认违法或者无效（苍政复决字〔2026〕2号）",
    ]);
    expect(breachesOf(r36AnnulledBasis, ruled("upheld"), "head", day, "hold-removal")).toEqual([]);
  });

  it("R36 refuses to deny repair after an annulment, through decide", () => {
    const judgement = judge(accepted(), "head", "2026-07-13", {
      kind: "deny-repair",
      reasons: "未满期限",
    });
    expect(ruleIdsOf(judgement)).toContain("R36");
  });

  it.each(["grant-repair", "sign-annulment"] as const)("R36 leaves %s open", (kind) => {
    expect(breachesOf(r36AnnulledBasis, accepted(), "head", "2026-07-13", kind)).toEqual([]);
  });

  it("R36 leaves a decision not to list open", () => {
    expect(
      breachesOf(r36AnnulledBasis, stillAt("verification"), "case-officer", "2026-03-25", {
        kind: "propose-decision",
        proposal: DECISION_NOT_TO_LIST,
      }),
    ).toEqual([]);
  });

  itHoldsFrom(r36AnnulledBasis, "2021-07-15", () =>
    subjectOf(stillAt("draft"), "case-officer", "2026-03-13", "submit-for-review"),
  );
});
