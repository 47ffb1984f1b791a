import { describe, expect, it } from "vitest";
import { r37Restoration } from "../../../../domain/rules/removal/r37-restoration.ts";
import { act, inWorld, judge, letPass, type Scene } from "../../../support/case-builder.ts";
import {
  caseAt,
  repairedByFalsehood,
  RESTORING_WORLD,
  reviewedRestoration,
  serve,
} from "../../../support/case-stages.ts";
import { WAGES_PACK } from "../../../support/case-world.ts";
import { breachesOf, itHoldsFrom, ruleIdsOf, subjectOf } from "../../../support/rule-check.ts";
import { sampleCommand } from "../../../support/sample-commands.ts";

const RESTORE = { kind: "restore-listing", reasons: "移出所依据的材料不实" } as const;

function against(scene: Scene, day: string): readonly string[] {
  return breachesOf(r37Restoration, scene, "case-officer", day, "propose-restoration");
}

describe("R37 a removal got by falsehood", () => {
  it("R37 refuses to restore where the list's own rule says nothing of it", () => {
    const scene = inWorld(repairedByFalsehood(), { pack: WAGES_PACK });
    expect(against(scene, "2027-05-06")).toEqual([
      "“拖欠农民工工资失信联合惩戒对象名单”的规则没有关于恢复列入的规定",
    ]);
  });

  it("R37 refuses it after a removal by expiry", () => {
    const expired = inWorld(caseAt("removed"), RESTORING_WORLD);
    expect(against(expired, "2029-03-28")).toEqual([
      "原列入期限已于2029年3月27日届满，不能恢复",
      "本案不是因信用修复申请移出的",
    ]);
  });

  it("R37 lets it be proposed on the last day of the old term, and not on the day after", () => {
    expect(against(repairedByFalsehood(), "2029-03-27")).toEqual([]);
    expect(against(repairedByFalsehood(), "2029-03-28")).toEqual([
      "原列入期限已于2029年3月27日届满，不能恢复",
    ]);
  });

  it("R37 refuses a silent restoration, through decide", () => {
    const proposed = caseAt("restoration");
    const judgement = judge(proposed, "head", "2027-05-11", RESTORE);
    expect(ruleIdsOf(judgement)).toEqual(["R37", "R37"]);
    const served = serve(proposed, "2027-05-07");
    // Served on 2027-05-07, Saturday and Sunday off: five working days end on 2027-05-14.
    expect(breachesOf(r37Restoration, served, "head", "2027-05-14", RESTORE)).toEqual([
      "对恢复列入的陈述申辩期限尚未结束",
      "恢复列入没有经法制审核同意",
    ]);
  });

  it("R37 refuses it where the reviewer does not agree", () => {
    const heard = letPass(serve(caseAt("restoration"), "2027-05-07"), "2027-05-31");
    const reviewed = act(heard, "legal-reviewer", "2027-05-31", {
      kind: "review-restoration",
      agrees: false,
      opinion: "证据不足",
    });
    expect(breachesOf(r37Restoration, reviewed, "head", "2027-06-01", RESTORE)).toEqual([
      "恢复列入没有经法制审核同意",
    ]);
  });

  it("R37 lets the head restore after notice, defense and review", () => {
    expect(
      breachesOf(r37Restoration, reviewedRestoration(), "head", "2027-06-01", RESTORE),
    ).toEqual([]);
  });

  itHoldsFrom(r37Restoration, "2023-10-01", () =>
    subjectOf(
      inWorld(repairedByFalsehood(), { pack: WAGES_PACK }),
      "case-officer",
      "2027-05-06",
      sampleCommand("propose-restoration", repairedByFalsehood(), "2027-05-06"),
    ),
  );
});
