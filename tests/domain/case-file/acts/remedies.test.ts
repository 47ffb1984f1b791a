import { describe, expect, it } from "vitest";
import type { Command } from "../../../../domain/case-file/commands.ts";
import { parseDay } from "../../../../domain/deadlines/calendar-day.ts";
import { act, judge, letPass, type Scene } from "../../../support/case-builder.ts";
import { evidenceOf } from "../../../support/case-content.ts";
import { annulment, caseAt } from "../../../support/case-stages.ts";
import { sampleCommand } from "../../../support/sample-commands.ts";

type Register = Extract<Command, { kind: "register-remedy" }>;
type Outcome = Extract<Command, { kind: "record-remedy-outcome" }>;

function register(change: Partial<Register> = {}): Register {
  return {
    kind: "register-remedy",
    remedy: "reconsideration",
    organ: "【虚构】苍梧县人民政府",
    number: "苍政复〔2026〕1号",
    receivedOn: parseDay("2026-05-11"),
    simplified: false,
    evidence: evidenceOf("copy", "申请书副本"),
    ...change,
  };
}

function outcome(change: Partial<Outcome>): Outcome {
  return {
    kind: "record-remedy-outcome",
    outcome: "upheld",
    number: "苍政复决字〔2026〕2号",
    decidedOn: parseDay("2026-07-10"),
    keptMeasureIds: [],
    evidence: evidenceOf("ruling", "行政复议决定书"),
    ...change,
  };
}

function challenged(change: Partial<Register> = {}): Scene {
  return act(caseAt("published"), "case-officer", "2026-05-11", register(change));
}

function does(scene: Scene, day: string, kind: Command["kind"]): Scene {
  return act(scene, "case-officer", day, sampleCommand(kind, scene, day));
}

function missingOf(scene: Scene, day: string, command: Command): string | undefined {
  const judgement = judge(scene, "case-officer", day, command);
  return judgement.kind === "refused" ? judgement.refusal.findings[0]?.missing : undefined;
}

function clockOf(scene: Scene, termId: string) {
  return scene.file.deadlines.findLast((each) => each.termId === termId);
}

describe("registering reconsideration or a lawsuit", () => {
  it("the answer to a reconsideration is due ten working days after the copy came in", () => {
    expect(clockOf(challenged(), "remedy-answer")).toMatchObject({ endsOn: "2026-05-25" });
  });

  it("in the simplified procedure it is due after five", () => {
    const scene = challenged({ simplified: true });
    expect(clockOf(scene, "remedy-answer-simplified")).toMatchObject({ endsOn: "2026-05-18" });
    expect(clockOf(scene, "remedy-answer")).toBeUndefined();
  });

  it("for a lawsuit no clock runs: the court sets the day", () => {
    const scene = challenged({ remedy: "litigation", organ: "【虚构】苍梧县人民法院" });
    expect(clockOf(scene, "remedy-answer")).toBeUndefined();
    expect(scene.file.remedies).toMatchObject([{ remedy: "litigation", ruling: null }]);
  });

  it("what is shown stays shown, and a second one waits until the first is ruled on", () => {
    const scene = challenged();
    expect(scene.file.publicationState).toBe("shown");
    expect(missingOf(scene, "2026-05-12", register())).toBe("已有一件复议或者诉讼正在办理");
  });

  it("a copy of tomorrow is refused", () => {
    const early = register({ receivedOn: parseDay("2026-05-12") });
    expect(missingOf(caseAt("published"), "2026-05-11", early)).toBe("收到日还没有到");
  });
});

describe("answering", () => {
  it("keeps the clock, and is done once", () => {
    const scene = does(challenged(), "2026-05-25", "answer-remedy");
    expect(clockOf(scene, "remedy-answer")?.status).toBe("met");
    const again = sampleCommand("answer-remedy", scene, "2026-05-26");
    expect(missingOf(scene, "2026-05-26", again)).toBe("已经提交过答复");
  });

  it("late it stays possible, and the record says so", () => {
    const late = does(letPass(challenged(), "2026-05-26"), "2026-05-26", "answer-remedy");
    expect(clockOf(late, "remedy-answer")?.status).toBe("met-late");
  });

  it("without a remedy there is nothing to answer", () => {
    const scene = caseAt("published");
    const command = sampleCommand("answer-remedy", scene, "2026-05-11");
    expect(missingOf(scene, "2026-05-11", command)).toBe("没有正在办理的复议或者诉讼");
  });
});

describe("stopping enforcement", () => {
  it("takes the listing out of sight and back, and never moves its end", () => {
    const stopped = does(challenged(), "2026-05-12", "suspend-enforcement");
    expect(stopped.file.publicationState).toBe("suspended");
    const end = clockOf(stopped, "listing-end")?.endsOn;
    const resumed = does(stopped, "2026-06-01", "resume-enforcement");
    expect(resumed.file.publicationState).toBe("shown");
    expect(resumed.file.publicationVersion).toBe(stopped.file.publicationVersion + 1);
    expect(clockOf(resumed, "listing-end")?.endsOn).toBe(end);
  });

  it("out of sight it still ends on its last day (R35)", () => {
    const stopped = does(challenged(), "2026-05-12", "suspend-enforcement");
    expect(letPass(stopped, "2029-03-28").file.removal?.by).toBe("expiry");
  });

  it("a listing whose basis fell away meanwhile is not shown again (R36)", () => {
    const stopped = does(challenged(), "2026-05-12", "suspend-enforcement");
    const annulled = act(stopped, "case-officer", "2026-05-20", annulment("2026-05-20"));
    const resumed = does(annulled, "2026-06-01", "resume-enforcement");
    expect(resumed.file.publicationState).toBe("suspended");
  });

  it("nothing can be resumed that was not stopped", () => {
    const scene = challenged();
    const command = sampleCommand("resume-enforcement", scene, "2026-05-12");
    expect(missingOf(scene, "2026-05-12", command)).toBe("没有正在停止执行的复议或者诉讼");
  });
});

describe("the ruling", () => {
  it.each(["annulled", "unlawful"] as const)(
    "%s on 2026-07-10 takes the listing out of sight, and the head annuls it by 07-15",
    (result) => {
      const scene = act(challenged(), "case-officer", "2026-07-10", outcome({ outcome: result }));
      expect(scene.file.publicationState).toBe("suspended");
      expect(clockOf(scene, "annulment-withdrawal")).toMatchObject({ endsOn: "2026-07-15" });
      const signed = act(scene, "head", "2026-07-13", {
        kind: "sign-annulment",
        reasons: "复议机关撤销列入决定",
      });
      expect(signed.file.stage).toBe("harm-repair");
      expect(signed.file.removal?.by).toBe("annulment");
    },
  );

  it("upheld or dismissed, what was stopped goes on", () => {
    const stopped = does(challenged(), "2026-05-12", "suspend-enforcement");
    for (const result of ["upheld", "dismissed"] as const) {
      const ruled = act(stopped, "case-officer", "2026-07-10", outcome({ outcome: result }));
      expect(ruled.file.publicationState).toBe("shown");
      expect(ruled.file.remedies[0]).toMatchObject({ suspendedBy: null });
    }
  });

  it("changed, only the measures that were kept go on, in a new version everywhere", () => {
    const scene = challenged();
    const changed = act(scene, "case-officer", "2026-07-10", outcome({ outcome: "changed" }));
    expect(scene.file.proposal?.measures).toHaveLength(1);
    expect(changed.file.proposal?.measures).toEqual([]);
    expect(changed.file.publicationVersion).toBe(scene.file.publicationVersion + 1);
  });

  it("a change can only take measures away", () => {
    const known = challenged().file.proposal?.measures.map((each) => each.rowId) ?? [];
    for (const keptMeasureIds of [known, ["M99"]]) {
      const command = outcome({ outcome: "changed", keptMeasureIds });
      expect(missingOf(challenged(), "2026-07-10", command)).toBe("没有写明变更后保留的措施");
    }
  });

  it("a ruling before the copy came in is refused", () => {
    const command = outcome({ decidedOn: parseDay("2026-05-10") });
    expect(missingOf(challenged(), "2026-07-10", command)).toBe(
      "处理结果的作出日不在收到之日和今日之间",
    );
  });

  it("after one that kept the decision another way is open again", () => {
    const ruled = act(challenged(), "case-officer", "2026-07-10", outcome({}));
    const sued = register({ remedy: "litigation", receivedOn: parseDay("2026-08-03") });
    expect(act(ruled, "case-officer", "2026-08-03", sued).file.remedies).toHaveLength(2);
  });
});
