import { describe, expect, it } from "vitest";
import { r19ObjectionAnswered } from "../../../../domain/rules/defense/r19-objection-answered.ts";
import { act, judge, letPass, type Scene } from "../../../support/case-builder.ts";
import { DECISION_NOT_TO_LIST, DECISION_TO_LIST } from "../../../support/case-content.ts";
import { caseAt } from "../../../support/case-stages.ts";
import { breachesOf, itHoldsFrom, ruleIdsOf, subjectOf } from "../../../support/rule-check.ts";

function withObjection(): Scene {
  const stated = act(caseAt("defense"), "party", "2026-03-20", {
    kind: "state-defense",
    form: "portal",
    points: ["本人不负责工资支付", "项目款尚未结算"],
    evidence: [],
    final: false,
  });
  return letPass(stated, "2026-03-24");
}

function answer(scene: Scene, count: number, reasons = "经核实劳动合同和任职文件"): Scene {
  return act(scene, "case-officer", "2026-03-25", answersOf(scene, count, reasons));
}

function answersOf(scene: Scene, count: number, reasons: string) {
  const points = scene.file.statements.flatMap((statement) => statement.points);
  return {
    kind: "answer-defense",
    answers: points
      .slice(0, count)
      .map(({ pointId }) => ({ pointId, outcome: "not-accepted" as const, reasons })),
  } as const;
}

describe("R19 objections are verified and answered", () => {
  it.each([DECISION_TO_LIST, DECISION_NOT_TO_LIST])(
    "R19 refuses to propose a decision ($outcome) while points are open",
    (proposal) => {
      const command = { kind: "propose-decision", proposal } as const;
      const judgement = judge(withObjection(), "case-officer", "2026-03-25", command);
      expect(ruleIdsOf(judgement)).toEqual(["R19"]);
    },
  );

  it("R19 counts the points that are still open", () => {
    expect(
      breachesOf(
        r19ObjectionAnswered,
        answer(withObjection(), 1),
        "case-officer",
        "2026-03-25",
        "propose-decision",
      ),
    ).toEqual(["当事人的陈述申辩还有1条没有核实答复"]);
  });

  it("R19 passes when every point has its answer", () => {
    const judgement = judge(answer(withObjection(), 2), "case-officer", "2026-03-25", {
      kind: "propose-decision",
      proposal: DECISION_TO_LIST,
    });
    expect(judgement.kind).toBe("accepted");
  });

  it("R19 passes an answer given late: it alarms but is lawful", () => {
    const late = letPass(withObjection(), "2026-03-30");
    const command = answersOf(late, 2, "经核实");
    expect(judge(late, "case-officer", "2026-03-30", command).kind).toBe("accepted");
  });

  it("R19 refuses an answer without reasons", () => {
    const scene = withObjection();
    const judgement = judge(scene, "case-officer", "2026-03-25", answersOf(scene, 2, "  "));
    expect(ruleIdsOf(judgement)).toEqual(["R19"]);
  });

  itHoldsFrom(r19ObjectionAnswered, "2021-07-15", () =>
    subjectOf(withObjection(), "case-officer", "2026-03-25", "propose-decision"),
  );
});
