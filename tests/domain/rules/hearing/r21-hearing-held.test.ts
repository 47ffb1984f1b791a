import { describe, expect, it } from "vitest";
import type { Command } from "../../../../domain/case-file/commands.ts";
import { parseDay } from "../../../../domain/deadlines/calendar-day.ts";
import { r21HearingHeld } from "../../../../domain/rules/hearing/r21-hearing-held.ts";
import { act, EMPLOYER, judge, type Scene } from "../../../support/case-builder.ts";
import { DECISION_NOT_TO_LIST, DECISION_TO_LIST } from "../../../support/case-content.ts";
import { caseAt, HEARING_WORLD, scheduleOn, serve } from "../../../support/case-stages.ts";
import { official } from "../../../support/case-world.ts";
import { breachesOf, itHoldsFrom, ruleIdsOf, subjectOf } from "../../../support/rule-check.ts";
import { sampleCommand } from "../../../support/sample-commands.ts";

const REQUEST: Command = { kind: "request-hearing", form: "written", reasons: "对数额有异议" };
const TO_LIST: Command = { kind: "propose-decision", proposal: DECISION_TO_LIST };

/** The notice reached the party on Tuesday 2026-03-24; five working days later it is 03-31. */
function told(): Scene {
  return serve(caseAt("notice-service", EMPLOYER, HEARING_WORLD), "2026-03-24");
}

/** Asked for on 03-30, while the defense is heard; the stage after it is the hearing. */
function asked(): Scene {
  return act(told(), "party", "2026-03-30", REQUEST);
}

function fixed(heldOn: string, day: string): Scene {
  const scene = asked();
  return act(scene, "legal-reviewer", day, scheduleOn(parseDay(heldOn), scene));
}

describe("R21 依申请举行听证", () => {
  it("R21 lets a hearing be asked for until the end of 2026-03-31, and refuses it on 04-01", () => {
    expect(
      breachesOf(r21HearingHeld, told(), "party", "2026-03-31T23:59:59+08:00", REQUEST),
    ).toEqual([]);
    expect(breachesOf(r21HearingHeld, told(), "party", "2026-04-01", REQUEST)).toEqual([
      "申请听证的期限已于2026年3月31日届满",
    ]);
  });

  it("R21 refuses a request where the list gives no hearing", () => {
    const scene = caseAt("defense");
    expect(ruleIdsOf(judge(scene, "party", "2026-03-18", REQUEST))).toEqual(["R21"]);
    const waiver = sampleCommand("waive-hearing", scene, "2026-03-18");
    expect(ruleIdsOf(judge(scene, "party", "2026-03-18", waiver))).toEqual(["R21"]);
  });

  it("R21 wants the party told of a hearing on 2026-04-13 by 04-01, and refuses 04-02", () => {
    const scene = asked();
    const schedule = scheduleOn(parseDay("2026-04-13"), scene);
    expect(breachesOf(r21HearingHeld, scene, "legal-reviewer", "2026-04-01", schedule)).toEqual([]);
    expect(breachesOf(r21HearingHeld, scene, "legal-reviewer", "2026-04-02", schedule)).toEqual([
      "2026年4月13日的听证最迟应当在2026年4月1日通知当事人",
    ]);
  });

  it("R21 lets nobody who worked on the case preside", () => {
    const scene = asked();
    const colleague = official("officer", ["case-officer", "legal-reviewer"]);
    const schedule = scheduleOn(parseDay("2026-04-20"), scene);
    expect(breachesOf(r21HearingHeld, scene, colleague, "2026-04-01", schedule)).toEqual([
      "您办理过本案，不能主持听证",
    ]);
  });

  it("R21 lets nobody preside to whom an objection was upheld", () => {
    const objected = act(fixed("2026-04-13", "2026-04-01"), "party", "2026-04-01", {
      kind: "object-to-presider",
      reasons: "有亲属关系",
    });
    const barred = act(objected, "head", "2026-04-02", {
      kind: "answer-presider-objection",
      outcome: "granted",
      reasons: "有直接利害关系",
    });
    const schedule = scheduleOn(parseDay("2026-04-30"), barred);
    expect(breachesOf(r21HearingHeld, barred, "legal-reviewer", "2026-04-02", schedule)).toEqual([
      "您已被决定回避，不能主持听证",
    ]);
    const other = official("other-reviewer", ["legal-reviewer"]);
    expect(breachesOf(r21HearingHeld, barred, other, "2026-04-02", schedule)).toEqual([]);
  });

  it("R21 refuses a hearing of which the party was told too late, or not at all", () => {
    const scene = fixed("2026-04-13", "2026-04-01");
    const missing = ["听证通知书没有在2026年4月1日前（含当日）送达当事人"];
    const held = sampleCommand("hold-hearing", scene, "2026-04-13");
    const by = "legal-reviewer";
    expect(breachesOf(r21HearingHeld, scene, by, "2026-04-13", held)).toEqual(missing);
    const late = serve(scene, "2026-04-02");
    expect(breachesOf(r21HearingHeld, late, by, "2026-04-13", held)).toEqual(missing);
    const inTime = serve(scene, "2026-04-01");
    expect(breachesOf(r21HearingHeld, inTime, by, "2026-04-13", held)).toEqual([]);
  });

  it("R21 lets only the presider of the notice hold it, and not while an objection is open", () => {
    const scene = serve(fixed("2026-04-13", "2026-04-01"), "2026-04-01");
    const held = sampleCommand("hold-hearing", scene, "2026-04-13");
    const other = official("other-reviewer", ["legal-reviewer"]);
    expect(breachesOf(r21HearingHeld, scene, other, "2026-04-13", held)).toEqual([
      "您不是通知当事人的听证主持人",
    ]);
    const objected = act(scene, "party", "2026-04-10", {
      kind: "object-to-presider",
      reasons: "有亲属关系",
    });
    expect(breachesOf(r21HearingHeld, objected, "legal-reviewer", "2026-04-13", held)).toEqual([
      "当事人申请主持人回避，尚未决定",
    ]);
  });

  it("R21 refuses a decision to list while a hearing is owed, never one not to list", () => {
    const scene = asked();
    expect(breachesOf(r21HearingHeld, scene, "case-officer", "2026-04-14", TO_LIST)).toEqual([
      "当事人申请了听证，尚未举行",
    ]);
    const mild: Command = { kind: "propose-decision", proposal: DECISION_NOT_TO_LIST };
    expect(breachesOf(r21HearingHeld, scene, "case-officer", "2026-04-14", mild)).toEqual([]);
  });

  it("R21 keeps the decision back until the days to ask are over, or the hearing is waived", () => {
    const scene = told();
    const day = "2026-03-31";
    expect(breachesOf(r21HearingHeld, scene, "case-officer", day, TO_LIST)).toEqual([
      "申请听证的期限（至2026年3月31日止）尚未届满，当事人也没有明示放弃",
    ]);
    expect(breachesOf(r21HearingHeld, scene, "case-officer", "2026-04-01", TO_LIST)).toEqual([]);
    const waived = act(scene, "party", day, sampleCommand("waive-hearing", scene, day));
    expect(breachesOf(r21HearingHeld, waived, "case-officer", day, TO_LIST)).toEqual([]);
  });

  itHoldsFrom(r21HearingHeld, "2021-07-15", () =>
    subjectOf(asked(), "case-officer", "2026-04-14", TO_LIST),
  );
});
