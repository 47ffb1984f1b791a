import { describe, expect, it } from "vitest";
import type { ChosenMeasure, ProposedDecision } from "../../../../domain/case-file/content.ts";
import { parseDay } from "../../../../domain/deadlines/calendar-day.ts";
import { r20DefenseHeard } from "../../../../domain/rules/defense/r20-defense-heard.ts";
import { act, EMPLOYER, judge, letPass, type Scene } from "../../../support/case-builder.ts";
import {
  BIDDING_LIMIT,
  CIVIL_SERVICE_BAR,
  DECISION_NOT_TO_LIST,
  DECISION_TO_LIST,
  evidenceOf,
} from "../../../support/case-content.ts";
import { caseAt, serve } from "../../../support/case-stages.ts";
import { WORLD, withDefenseDays } from "../../../support/case-world.ts";
import {
  breachesOf,
  itHoldsFrom,
  ruleIdsOf,
  subjectOf,
  withFile,
} from "../../../support/rule-check.ts";

const TO_LIST = { kind: "propose-decision", proposal: DECISION_TO_LIST } as const;

function proposing(measures: readonly ChosenMeasure[]): {
  kind: "propose-decision";
  proposal: ProposedDecision;
} {
  return { kind: "propose-decision", proposal: { ...DECISION_TO_LIST, measures } };
}

function find(scene: Scene, day: string, command = proposing([BIDDING_LIMIT])) {
  return breachesOf(r20DefenseHeard, scene, "case-officer", day, command);
}

function withGravity(gravity: 1 | 2 | 3): ChosenMeasure {
  return { ...BIDDING_LIMIT, proportionality: { ...BIDDING_LIMIT.proportionality, gravity } };
}

describe("R20 the party is heard and fares no worse for it", () => {
  it("R20 refuses on the last day of the window, 2026-03-23, and names that day", () => {
    expect(find(caseAt("defense"), "2026-03-23")).toEqual([
      "陈述申辩期限（至2026年3月23日止）尚未结束，当事人也没有明示放弃或者声明陈述完毕",
    ]);
  });

  it("R20 refuses through decide one second before the window ends", () => {
    const at = new Date("2026-03-23T23:59:59+08:00");
    const judgement = judge(caseAt("defense"), "case-officer", at, TO_LIST);
    expect(ruleIdsOf(judgement)).toEqual(["stage", "R20"]);
  });

  it("R20 passes from the day after the last day of the window", () => {
    const scene = letPass(caseAt("defense"), "2026-03-24T00:00:00+08:00");
    const at = new Date("2026-03-24T00:00:00+08:00");
    expect(judge(scene, "case-officer", at, TO_LIST).kind).toBe("accepted");
  });

  it("R20 refuses the decision of 2026-03-27 when the list gives ten working days", () => {
    const world = { ...WORLD, pack: withDefenseDays(10) };
    const scene = caseAt("defense", EMPLOYER, world);
    expect(find(scene, "2026-03-27")).toEqual([
      "陈述申辩期限（至2026年3月30日止）尚未结束，当事人也没有明示放弃或者声明陈述完毕",
    ]);
  });

  it("R20 does not take an early statement for the end of the window", () => {
    const stated = act(caseAt("defense"), "party", "2026-03-17", {
      kind: "state-defense",
      form: "portal",
      points: ["意见"],
      evidence: [],
      final: false,
    });
    expect(find(stated, "2026-03-18")).toHaveLength(1);
  });

  it("R20 takes a statement that the party calls final", () => {
    const stated = act(caseAt("defense"), "party", "2026-03-17", {
      kind: "state-defense",
      form: "portal",
      points: ["意见，陈述完毕"],
      evidence: [],
      final: true,
    });
    expect(find(stated, "2026-03-18")).toEqual([]);
  });

  it("R20 takes an express waiver on the day it was given", () => {
    const waived = act(caseAt("defense"), "party", "2026-03-17", {
      kind: "waive-defense",
      waivedOn: parseDay("2026-03-17"),
      form: "signed-form",
      evidence: evidenceOf("waiver"),
    });
    expect(find(waived, "2026-03-17")).toEqual([]);
  });

  it.each(["waived", "final"] as const)(
    "R20 refuses a window recorded as %s without the paper that shows it",
    (defenseEnded) => {
      expect(find(withFile(caseAt("defense"), { defenseEnded }), "2026-03-18")).toHaveLength(1);
    },
  );

  it("R20 refuses a window recorded as expired before its moment has come", () => {
    const scene = withFile(caseAt("defense"), { defenseEnded: "expired" });
    expect(find(scene, "2026-03-23")).toHaveLength(1);
    expect(find(scene, "2026-03-24")).toEqual([]);
  });

  it("R20 refuses a measure graver than told, and passes a milder one", () => {
    const told = withFile(caseAt("verification"), { measures: [withGravity(2)] });
    const graver = ["拟办决定的惩戒措施多于或者重于告知书"];
    expect(find(told, "2026-03-25", proposing([withGravity(3)]))).toEqual(graver);
    expect(find(told, "2026-03-25", proposing([withGravity(2)]))).toEqual([]);
    expect(find(told, "2026-03-25", proposing([withGravity(1)]))).toEqual([]);
  });

  it("R20 refuses a measure more than told, and passes one fewer", () => {
    const told = caseAt("verification");
    expect(find(told, "2026-03-25", proposing([BIDDING_LIMIT, CIVIL_SERVICE_BAR]))).toHaveLength(1);
    const both = withFile(told, { measures: [BIDDING_LIMIT, CIVIL_SERVICE_BAR] });
    expect(find(both, "2026-03-25", proposing([BIDDING_LIMIT]))).toEqual([]);
  });

  it("R20 does not hold up a decision not to list", () => {
    const proposal = DECISION_NOT_TO_LIST;
    expect(
      breachesOf(r20DefenseHeard, caseAt("defense"), "case-officer", "2026-03-18", {
        kind: "propose-decision",
        proposal,
      }),
    ).toEqual([]);
  });

  describe("a notice given anew", () => {
    const spoken = act(caseAt("defense"), "party", "2026-03-18", {
      kind: "state-defense",
      form: "portal",
      points: ["其中两人已经付清"],
      evidence: [],
      final: false,
    });
    const WITHDRAW = { kind: "withdraw-notice", reasons: "人数须更正" } as const;
    const withdrawn = act(spoken, "case-officer", "2026-03-19", WITHDRAW);
    const told = withdrawn.file.withdrawnNotice;
    if (told === undefined) throw new Error("no notice was withdrawn");
    // What was told first was milder than what the draft holds now.
    const harsher = withFile(withdrawn, {
      withdrawnNotice: { ...told, measures: [withGravity(2)] },
      measures: [withGravity(3)],
    });
    const submit = (scene: Scene) =>
      breachesOf(r20DefenseHeard, scene, "case-officer", "2026-03-19", {
        kind: "submit-for-review",
      });

    it("R20 refuses graver measures on the same facts, once the party has spoken", () => {
      expect(submit(harsher)).toEqual([
        "事实、依据没有变动，重新告知的惩戒措施却多于或者重于原告知书",
      ]);
      expect(submit(withdrawn)).toEqual([]);
    });

    it("R20 passes them on other facts, and where the party had not spoken", () => {
      const { grounds } = withdrawn.file;
      if (grounds === null) throw new Error("no grounds");
      const news = withFile(harsher, { grounds: { ...grounds, reasons: "查明另有六人" } });
      expect(submit(news)).toEqual([]);
      expect(submit(withFile(harsher, { statements: [] }))).toEqual([]);
    });

    it("R20 asks for the new window: the old one does not count", () => {
      const again = act(withdrawn, "case-officer", "2026-03-19", { kind: "submit-for-review" });
      const approved = act(again, "legal-reviewer", "2026-03-19", {
        kind: "approve-notice",
        opinion: "同意",
      });
      const served = serve(approved, "2026-03-20");
      expect(find(served, "2026-03-24")[0]).toContain("（至2026年3月27日止）尚未结束");
    });
  });

  itHoldsFrom(r20DefenseHeard, "2021-07-15", () =>
    subjectOf(caseAt("defense"), "case-officer", "2026-03-18", TO_LIST),
  );
});
