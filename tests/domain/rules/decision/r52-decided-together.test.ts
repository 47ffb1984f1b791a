import { describe, expect, it } from "vitest";
import type { Command } from "../../../../domain/case-file/commands.ts";
import { r52DecidedTogether } from "../../../../domain/rules/decision/r52-decided-together.ts";
import { act, judge, type Scene } from "../../../support/case-builder.ts";
import { evidenceOf } from "../../../support/case-content.ts";
import { caseAt } from "../../../support/case-stages.ts";
import { moment } from "../../../support/case-world.ts";
import { dayOf } from "../../../../domain/deadlines/calendar-day.ts";
import { breachesOf, itHoldsFrom, ruleIdsOf, subjectOf } from "../../../support/rule-check.ts";

const DAY = "2026-03-27";

/** At the head's desk, where the reviewer found the case grave. */
function grave(): Scene {
  return act(caseAt("decision-legal-review"), "legal-reviewer", "2026-03-26", {
    kind: "approve-decision",
    opinion: "案情复杂",
    deliberation: true,
  });
}

function deliberated(conclusion: "list" | "not-list", scene = grave()): Scene {
  return act(scene, "case-officer", DAY, {
    kind: "record-deliberation",
    heldOn: dayOf(moment(DAY)),
    attendees: "负责人、分管负责人",
    opinions: "一致意见",
    conclusion,
    evidence: evidenceOf("minutes", "集体讨论记录"),
  });
}

const sign = (scene: Scene): Command => ({
  kind: "sign-decision",
  draftHash: scene.file.proposal?.draftHash ?? "",
});
const breaches = (scene: Scene) => breachesOf(r52DecidedTogether, scene, "head", DAY, sign(scene));

describe("R52 a grave or complex case is decided together", () => {
  it("R52 refuses the signature where the reviewer asked for it and nobody deliberated", () => {
    expect(breaches(grave())).toEqual(["法制审核认为本案重大、复杂，拟办决定没有经过集体讨论"]);
    expect(ruleIdsOf(judge(grave(), "head", DAY, sign(grave())))).toEqual(["R52"]);
  });

  it("R52 passes when the draft was deliberated, and where nobody asked for it", () => {
    expect(breaches(deliberated("list"))).toEqual([]);
    expect(breaches(caseAt("sign-off"))).toEqual([]);
    expect(breaches(deliberated("list", caseAt("sign-off")))).toEqual([]);
  });

  it("R52 refuses a draft that says something else than the deliberation, asked for or not", () => {
    const missing = ["拟办决定与集体讨论的结果不一致"];
    expect(breaches(deliberated("not-list"))).toEqual(missing);
    expect(breaches(deliberated("not-list", caseAt("sign-off")))).toEqual(missing);
  });

  it("R52 takes nothing from the deliberation of an earlier draft", () => {
    const back = act(deliberated("not-list"), "head", DAY, {
      kind: "return-from-sign-off",
      reasons: "按讨论结果重新拟办",
    });
    const again = act(back, "case-officer", DAY, {
      kind: "propose-decision",
      proposal: {
        ...{ outcome: "not-list", reasons: "讨论决定不列入", measures: [] },
        ...{ removalConditions: "", removalProcedure: "" },
      },
    });
    const asked = act(again, "legal-reviewer", DAY, {
      kind: "approve-decision",
      opinion: "同意",
      deliberation: true,
    });
    expect(breaches(asked)).toEqual(["法制审核认为本案重大、复杂，拟办决定没有经过集体讨论"]);
    const unasked = act(again, "legal-reviewer", DAY, {
      kind: "approve-decision",
      opinion: "同意",
    });
    expect(breaches(unasked)).toEqual([]);
  });

  itHoldsFrom(r52DecidedTogether, "2021-07-15", () => {
    const scene = grave();
    return subjectOf(scene, "head", DAY, sign(scene));
  });
});
