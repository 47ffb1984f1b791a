import { describe, expect, it } from "vitest";
import { findBreaches } from "../../../../domain/rules/rule.ts";
import { r33RemovalConditions } from "../../../../domain/rules/repair/r33-removal-conditions.ts";
import { act, inWorld, judge, type Scene } from "../../../support/case-builder.ts";
import { ALL_PAID, caseAt, repairApplication } from "../../../support/case-stages.ts";
import { WAGES_PACK } from "../../../support/case-world.ts";
import {
  breachesOf,
  itHoldsFrom,
  ruleIdsOf,
  subjectOf,
  withFile,
} from "../../../support/rule-check.ts";

const GRANT = { kind: "grant-repair", reasons: "符合修复条件" } as const;

function accepted(sourceId: string): Scene {
  const paid = act(caseAt("published"), "case-officer", "2026-04-22", ALL_PAID);
  const applied = act(paid, "party", "2026-10-22", repairApplication());
  const chosen = act(applied, "legal-officer", "2026-10-23", {
    kind: "choose-conflicting-source",
    sourceId,
    reasons: "理由",
  });
  return act(chosen, "case-officer", "2026-10-23", { kind: "accept-repair", opinion: "受理" });
}

function find(scene: Scene, day: string): readonly string[] {
  return breachesOf(r33RemovalConditions, scene, "head", day, GRANT);
}

describe("R33 early removal on conditions met", () => {
  it("R33 refuses on the day before one year is over and names the day, through decide", () => {
    const scene = accepted("order36");
    expect(ruleIdsOf(judge(scene, "head", "2027-03-26", GRANT))).toEqual(["R33"]);
    const [finding] = findBreaches(
      [r33RemovalConditions],
      subjectOf(scene, "head", "2027-03-26", GRANT),
    );
    expect(finding?.toDo).toBe("自2027年3月27日起可以提前移出");
  });

  it("R33 passes on the corresponding day, a Saturday: a minimum period does not roll", () => {
    expect(judge(accepted("order36"), "head", "2027-03-27", GRANT).kind).toBe("accepted");
  });

  it("R33 counts six months from correction where that source governs", () => {
    const scene = accepted("order45");
    expect(find(scene, "2026-10-21")).toHaveLength(1);
    expect(find(scene, "2026-10-22")).toEqual([]);
  });

  it("R33 refuses while nothing was fulfilled, and asks for it", () => {
    const scene = withFile(accepted("order45"), { fulfilment: null });
    expect(find(scene, "2026-10-23")).toEqual([
      expect.stringContaining("未满最短期限"),
      "没有当事人已纠正失信行为、履行义务的记录",
    ]);
  });

  it("R33 refuses without a pledge on file", () => {
    const scene = accepted("order45");
    const evidence = scene.file.evidence.filter((each) => each.evidenceId !== "pledge");
    expect(find(withFile(scene, { evidence }), "2026-10-23")).toEqual([
      "案卷中没有当事人的信用承诺书",
    ]);
  });

  it("R33 refuses where the list names no period at all", () => {
    const pack = { ...WAGES_PACK, earlyRemoval: { conflict: [], choice: null } };
    expect(find(inWorld(accepted("order45"), { pack }), "2027-03-29")).toHaveLength(1);
  });

  it("R33 leaves an open conflict to R32", () => {
    const scene = withFile(accepted("order36"), { conflictChoice: null });
    expect(find(scene, "2026-10-23")).toEqual([]);
    expect(ruleIdsOf(judge(scene, "head", "2026-10-23", GRANT))).toEqual(["R32"]);
  });

  itHoldsFrom(r33RemovalConditions, "2022-03-24", () =>
    subjectOf(withFile(accepted("order36"), { fulfilment: null }), "head", "2026-10-23", GRANT),
  );
});
