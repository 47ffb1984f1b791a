import { describe, expect, it } from "vitest";
import { act, judge } from "../../../support/case-builder.ts";
import { caseAt } from "../../../support/case-stages.ts";
import { official } from "../../../support/case-world.ts";
import { ruleIdsOf } from "../../../support/rule-check.ts";
import { playSamples, sampleCommand } from "../../../support/sample-commands.ts";

const OTHER = official("officer-2", ["case-officer"]);

describe("in whose hands a case is", () => {
  it("R40 an officer who leaves hands the case over: the new one owns every step from then on", () => {
    const handed = playSamples(caseAt("verification"), [["head", "2026-03-25", "hand-over-case"]]);
    expect(handed.file.officerId).toBe("officer-2");
  });

  it("refuses to hand it to the same officer, and without reasons", () => {
    const scene = caseAt("verification");
    const same = { kind: "hand-over-case", officerId: "officer", reasons: "调离" } as const;
    const nobody = { kind: "hand-over-case", officerId: null, reasons: "调离" } as const;
    expect(judge(scene, "head", "2026-03-25", nobody).kind).toBe("refused");
    const mute = { kind: "hand-over-case", officerId: "officer-2", reasons: " " } as const;
    expect(judge(scene, "head", "2026-03-25", same).kind).toBe("refused");
    expect(judge(scene, "head", "2026-03-25", mute).kind).toBe("refused");
  });

  it("R26 whoever reviewed the case cannot take it over as its officer", () => {
    const judgement = judge(caseAt("verification"), "head", "2026-03-25", {
      kind: "hand-over-case",
      officerId: "reviewer",
      reasons: "调离",
    });
    expect(ruleIdsOf(judgement)).toEqual(["R26"]);
  });

  it("R26 an officer whose recusal was granted does nothing more in the case, and another goes on", () => {
    const changed = playSamples(caseAt("draft"), [
      ["case-officer", "2026-03-13", "object-to-officer"],
      ["head", "2026-03-13", "answer-officer-objection"],
    ]);
    expect(changed.file).toMatchObject({
      officerId: "officer-2",
      officerObjection: null,
      barredOfficers: ["officer"],
    });
    const submit = { kind: "submit-for-review" } as const;
    expect(ruleIdsOf(judge(changed, "case-officer", "2026-03-13", submit))).toEqual(["role"]);
    expect(judge(changed, OTHER, "2026-03-13", submit).kind).toBe("accepted");
    const back = { kind: "hand-over-case", officerId: "officer", reasons: "退回" } as const;
    expect(judge(changed, "head", "2026-03-13", back).kind).toBe("refused");
  });

  it("R26 nothing is signed while it is open whether the officer has to withdraw", () => {
    const objected = playSamples(caseAt("sign-off"), [
      ["party", "2026-03-27", "object-to-officer"],
    ]);
    const sign = sampleCommand("sign-decision", objected, "2026-03-27");
    expect(ruleIdsOf(judge(objected, "head", "2026-03-27", sign))).toEqual(["R26"]);
    const denied = act(objected, "head", "2026-03-27", {
      kind: "answer-officer-objection",
      outcome: "denied",
      reasons: "没有利害关系",
      officerId: null,
    });
    expect(denied.file.barredOfficers).toEqual([]);
    expect(judge(denied, "head", "2026-03-27", sign).kind).toBe("accepted");
  });

  it("a granted recusal names who takes the case over", () => {
    const objected = playSamples(caseAt("defense"), [["party", "2026-03-17", "object-to-officer"]]);
    const nobody = judge(objected, "head", "2026-03-18", {
      kind: "answer-officer-objection",
      outcome: "granted",
      reasons: "属实",
      officerId: null,
    });
    expect(nobody.kind).toBe("refused");
    const twice = sampleCommand("object-to-officer", objected, "2026-03-18");
    expect(judge(objected, "party", "2026-03-18", twice).kind).toBe("refused");
  });
});
