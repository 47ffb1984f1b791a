import { describe, expect, it } from "vitest";
import { parseDay } from "../../../../domain/deadlines/calendar-day.ts";
import { r32RepairOpen } from "../../../../domain/rules/repair/r32-repair-open.ts";
import { act, inWorld, judge, type Scene } from "../../../support/case-builder.ts";
import { ALL_PAID, caseAt, repairApplication } from "../../../support/case-stages.ts";
import { WAGES_PACK } from "../../../support/case-world.ts";
import { breachesOf, itHoldsFrom, ruleIdsOf, subjectOf } from "../../../support/rule-check.ts";

const REFUSE = { kind: "refuse-repair", reasons: "未满最短公示期" } as const;

function applied(): Scene {
  const paid = act(caseAt("published"), "case-officer", "2026-04-22", ALL_PAID);
  return act(paid, "party", "2026-10-22", repairApplication());
}

function chosen(sourceId: string): Scene {
  return act(applied(), "legal-officer", "2026-10-23", {
    kind: "choose-conflicting-source",
    sourceId,
    reasons: "全国统一规则位阶和时间均在后",
  });
}

function find(
  scene: Scene,
  kind: "refuse-repair" | "grant-repair" | "deny-repair",
  day: string,
): readonly string[] {
  return breachesOf(r32RepairOpen, scene, "head", day, kind);
}

describe("R32 repair is open; no application falls between two sources", () => {
  it("R32 refuses to turn an application down while sources disagree, through decide", () => {
    const judgement = judge(applied(), "case-officer", "2026-10-23", REFUSE);
    expect(ruleIdsOf(judgement)).toEqual(["R32"]);
  });

  it("R32 shows both sources with citation and computed day", () => {
    const [missing] = find(applied(), "refuse-repair", "2026-10-23");
    expect(missing).toContain("人社部令第45号");
    expect(missing).toContain("自2026年10月22日起可申请");
    expect(missing).toContain("国家发展改革委令第36号");
    expect(missing).toContain("自2027年3月27日起可申请");
  });

  it("R32 says of a source counting from correction that nothing was corrected yet", () => {
    const [missing] = find(caseAt("published"), "refuse-repair", "2026-10-23");
    expect(missing).toContain("起算事由尚未发生");
  });

  it("R32 refuses to grant between the two days without a choice", () => {
    expect(find(applied(), "grant-repair", "2026-10-23")).toHaveLength(1);
    expect(find(applied(), "deny-repair", "2026-10-23")).toHaveLength(1);
  });

  it.each(["order45", "order36"])("R32 passes once the legal officer chose %s", (sourceId) => {
    expect(judge(chosen(sourceId), "case-officer", "2026-10-23", REFUSE).kind).toBe("accepted");
  });

  it("R32 passes with a choice made for the whole pack", () => {
    const choice = {
      sourceId: "order36",
      reasons: "统一适用",
      officerId: "legal-officer",
      on: parseDay("2026-04-01"),
    };
    const pack = { ...WAGES_PACK, earlyRemoval: { ...WAGES_PACK.earlyRemoval, choice } };
    expect(find(inWorld(applied(), { pack }), "refuse-repair", "2026-10-23")).toEqual([]);
  });

  it("R32 lets removal be granted once every source's day has come: nothing is left to choose", () => {
    expect(find(applied(), "grant-repair", "2027-03-26")).toHaveLength(1);
    expect(find(applied(), "grant-repair", "2027-03-27")).toEqual([]);
  });

  it("R32 has nothing to say where there is only one source", () => {
    const [first] = WAGES_PACK.earlyRemoval.conflict;
    const conflict = first === undefined ? [] : [first];
    const pack = { ...WAGES_PACK, earlyRemoval: { conflict, choice: null } };
    expect(find(inWorld(applied(), { pack }), "refuse-repair", "2026-10-23")).toEqual([]);
  });

  itHoldsFrom(r32RepairOpen, "2022-03-24", () =>
    subjectOf(applied(), "case-officer", "2026-10-23", REFUSE),
  );
});
