import { describe, expect, it } from "vitest";
import type { CommandOf } from "../../../../domain/case-file/commands.ts";
import { parseDay } from "../../../../domain/deadlines/calendar-day.ts";
import { findPaper } from "../../../../domain/case-file/state.ts";
import { act, judge, letPass, type Scene } from "../../../support/case-builder.ts";
import { evidenceOf } from "../../../support/case-content.ts";
import { caseAt } from "../../../support/case-stages.ts";
import { eventTypes, expectContentRefusal } from "../../../support/judgements.ts";

const GIVEN = caseAt("defense");

function statement(change: Partial<CommandOf<"state-defense">> = {}): CommandOf<"state-defense"> {
  return {
    kind: "state-defense",
    form: "portal",
    points: ["本人不负责工资支付", "项目款尚未结算"],
    evidence: [],
    final: false,
    ...change,
  };
}

const MINUTES = {
  place: "【虚构】接待室",
  speaker: "【虚构】覃某（法定代表人）",
  signature: "signed",
  remark: "",
} as const;

function verifying(): Scene {
  return letPass(act(GIVEN, "party", "2026-03-20", statement()), "2026-03-24");
}

function pointIds(scene: Scene): readonly string[] {
  return scene.file.statements.flatMap((each) => each.points.map((point) => point.pointId));
}

function answers(ids: readonly string[]): CommandOf<"answer-defense"> {
  return {
    kind: "answer-defense",
    answers: ids.map((pointId) => ({ pointId, outcome: "accepted", reasons: "经核实属实" })),
  };
}

describe("stating a defense through an agent", () => {
  const authority = evidenceOf("power-of-attorney", "授权委托书");

  it("keeps who spoke, and the authority among the evidence", () => {
    const spoken = statement({ agent: { name: "【虚构】某律师", authority } });
    const { file } = act(GIVEN, "case-officer", "2026-03-20", spoken);
    expect(file.statements[0]?.agent?.name).toBe("【虚构】某律师");
    expect(file.evidence.map((each) => each.evidenceId)).toContain("power-of-attorney");
  });

  it("refuses an agent without a name", () => {
    const nameless = statement({ agent: { name: " ", authority } });
    expectContentRefusal(judge(GIVEN, "case-officer", "2026-03-20", nameless), "未写明代理人");
  });
});

describe("stating a defense", () => {
  it("when the party states it, then each point stands alone, a receipt is issued and the answer clock runs", () => {
    const judgement = judge(GIVEN, "party", "2026-03-20", statement());
    expect(eventTypes(judgement)).toEqual(["DefenseStated", "DeadlineSet", "PaperIssued"]);
    const { file } = act(GIVEN, "party", "2026-03-20", statement());
    expect(file.stage).toBe("defense");
    expect(file.statements[0]?.points.map((point) => point.text)).toEqual([
      "本人不负责工资支付",
      "项目款尚未结算",
    ]);
    expect(file.papers.at(-1)?.kind).toBe("defense-receipt");
    expect(file.deadlines.at(-1)).toMatchObject({
      termId: "objection-answer",
      startsOn: "2026-03-20",
      endsOn: "2026-03-27",
    });
  });

  it("when it is stated in the last second of the last day, then it is in time", () => {
    const at = new Date("2026-03-23T23:59:59+08:00");
    expect(judge(GIVEN, "party", at, statement()).kind).toBe("accepted");
  });

  it("when the last day has ended, then the window is closed", () => {
    const at = new Date("2026-03-24T00:00:00+08:00");
    const judgement = judge(letPass(GIVEN, at), "party", at, statement());
    expect(judgement).toMatchObject({ kind: "refused", refusal: { kind: "stage" } });
  });

  it("when a second statement follows, then the answer clock of the first goes on", () => {
    const first = act(GIVEN, "party", "2026-03-18", statement());
    const { file } = act(first, "party", "2026-03-20", statement({ points: ["补充意见"] }));
    const clocks = file.deadlines.filter((each) => each.termId === "objection-answer");
    expect(clocks.map((each) => each.endsOn)).toEqual(["2026-03-25"]);
    expect(file.statements).toHaveLength(2);
    expect(new Set(pointIds({ ...first, file })).size).toBe(3);
  });

  it("when the party says that it is final, then verification begins at once", () => {
    const { file } = act(GIVEN, "party", "2026-03-18", statement({ final: true }));
    expect(file).toMatchObject({ stage: "verification", defenseEnded: "final" });
    expect(file.deadlines.find((each) => each.termId === "defense-window")?.status).toBe("met");
  });

  it("when it holds nothing but blanks, then it is refused", () => {
    const judgement = judge(GIVEN, "party", "2026-03-18", statement({ points: [" ", ""] }));
    expectContentRefusal(judgement, "没有写明申辩意见");
  });

  it("when an officer takes it down, then evidence lies in the case", () => {
    const evidence = [evidenceOf("minutes")];
    const { file } = act(
      GIVEN,
      "case-officer",
      "2026-03-18",
      statement({ form: "written", evidence }),
    );
    expect(file.evidence.map((each) => each.evidenceId)).toContain("minutes");
    expect(findPaper(file, "defense-minutes")).toBeUndefined();
  });

  it("when it is stated orally, then its record is a paper of the case beside the receipt", () => {
    const oral = statement({ form: "oral", minutes: MINUTES });
    const { file } = act(GIVEN, "case-officer", "2026-03-18", oral);
    const kinds = file.papers.slice(-2).map((paper) => paper.kind);
    expect(kinds).toEqual(["defense-receipt", "defense-minutes"]);
    expect(file.statements.at(-1)?.minutes).toEqual(MINUTES);
  });

  it.each([
    ["no record", {}],
    ["no place", { minutes: { ...MINUTES, place: " " } }],
    ["no speaker", { minutes: { ...MINUTES, speaker: "" } }],
    ["no word on why it is not signed", { minutes: { ...MINUTES, signature: "refused" } }],
  ] as const)("when an oral one has %s, then it is refused", (_what, change) => {
    const judgement = judge(
      GIVEN,
      "case-officer",
      "2026-03-18",
      statement({ form: "oral", ...change }),
    );
    expectContentRefusal(judgement, "口头陈述申辩的笔录不完整");
  });
});

describe("waiving the defense", () => {
  const WAIVER = {
    kind: "waive-defense",
    waivedOn: parseDay("2026-03-17"),
    form: "signed-form",
    evidence: evidenceOf("waiver"),
  } as const;

  it("when the party expressly waives, then verification begins at once", () => {
    expect(eventTypes(judge(GIVEN, "party", "2026-03-17", WAIVER))).toEqual([
      "DefenseWaived",
      "DeadlineMet",
      "DefensePeriodEnded",
    ]);
    const { file } = act(GIVEN, "party", "2026-03-17", WAIVER);
    expect(file).toMatchObject({ stage: "verification", defenseEnded: "waived" });
    expect(file.waiver?.form).toBe("signed-form");
  });

  it("when the day of the waiver is in the future, then it is refused", () => {
    expectContentRefusal(judge(GIVEN, "party", "2026-03-16", WAIVER), "填写的日期还没有到");
  });
});

describe("answering the defense", () => {
  it("when every point is answered, then the clock is kept", () => {
    const given = verifying();
    const { file } = act(given, "case-officer", "2026-03-25", answers(pointIds(given)));
    expect(file.answers).toHaveLength(2);
    expect(file.deadlines.find((each) => each.termId === "objection-answer")?.status).toBe("met");
    expect(findPaper(file, "verification-result")?.issuedOn).toBe("2026-03-25");
  });

  it("when one of two is answered, then the clock goes on", () => {
    const given = verifying();
    const { file } = act(given, "case-officer", "2026-03-25", answers(pointIds(given).slice(0, 1)));
    expect(file.deadlines.find((each) => each.termId === "objection-answer")?.status).toBe("open");
    expect(findPaper(file, "verification-result")).toBeUndefined();
  });

  it("when the answer comes late, then the clock is marked so", () => {
    const given = letPass(verifying(), "2026-03-30");
    const { file } = act(given, "case-officer", "2026-03-30", answers(pointIds(given)));
    expect(file.deadlines.find((each) => each.termId === "objection-answer")?.status).toBe(
      "met-late",
    );
  });

  it.each([
    ["没有答复，或对同一条答复了两次", (): readonly string[] => []],
    ["没有答复，或对同一条答复了两次", (ids: readonly string[]) => [...ids, ...ids]],
    ["答复的意见不存在或已答复", (): readonly string[] => ["unknown/1"]],
  ])("when the answers don't fit (%s), then they are refused", (missing, choose) => {
    const given = verifying();
    const command = answers(choose(pointIds(given)));
    expectContentRefusal(judge(given, "case-officer", "2026-03-25", command), missing);
  });
});
