import { describe, expect, it } from "vitest";
import type { Command } from "../../../../domain/case-file/commands.ts";
import { addDays, parseDay } from "../../../../domain/deadlines/calendar-day.ts";
import { findPapersToServe, findUnansweredPoints } from "../../../../domain/case-file/state.ts";
import {
  act,
  EMPLOYER,
  inWorld,
  judge,
  letPass,
  type Scene,
} from "../../../support/case-builder.ts";
import { evidenceOf } from "../../../support/case-content.ts";
import { playSamples } from "../../../support/sample-commands.ts";
import { caseAt, HEARING_WORLD, scheduleOn, serve } from "../../../support/case-stages.ts";

const REQUEST: Command = { kind: "request-hearing", form: "written", reasons: "对数额有异议" };

function minutes(change: Partial<Extract<Command, { kind: "hold-hearing" }>> = {}): Command {
  return {
    kind: "hold-hearing",
    attendance: "attended",
    attendees: "【虚构】代理人、调查人员",
    investigation: "拖欠18人工资，限期未支付",
    points: ["拖欠数额有误", " "],
    signature: "signed",
    remark: "",
    evidence: evidenceOf("minutes", "听证笔录"),
    ...change,
  };
}

function fixed(): Scene {
  const scene = caseAt("hearing");
  const command = scheduleOn(parseDay("2026-04-13"), scene);
  return serve(act(scene, "legal-reviewer", "2026-03-24", command), "2026-03-25");
}

/** Told by public notice of 2026-03-25, because the letter came back. */
function publiclyTold(): Scene {
  const scene = caseAt("hearing");
  const command = scheduleOn(parseDay("2026-06-15"), scene);
  const told = act(scene, "legal-reviewer", "2026-03-24", command);
  return playSamples(told, [
    ["case-officer", "2026-03-25", "record-service-attempt"],
    ["case-officer", "2026-03-25", "publish-service-notice"],
  ]);
}

function refusalOf(scene: Scene, by: "party" | "legal-reviewer" | "head", command: Command) {
  const judgement = judge(scene, by, "2026-04-13", command);
  return judgement.kind === "refused" ? judgement.refusal.findings[0]?.missing : "accepted";
}

describe("asking for a hearing", () => {
  it("the days to ask begin with the proven service of the notice, where the list gives a hearing", () => {
    const { file } = caseAt("defense", EMPLOYER, HEARING_WORLD);
    const clock = file.deadlines.find((each) => each.termId === "hearing-request");
    expect(clock).toMatchObject({ startsOn: "2026-03-16", endsOn: "2026-03-23", status: "open" });
    const without = caseAt("defense").file.deadlines.map((each) => each.termId);
    expect(without).not.toContain("hearing-request");
  });

  it("asked for during the defense, it is held when the defense is over", () => {
    const scene = act(caseAt("defense", EMPLOYER, HEARING_WORLD), "party", "2026-03-18", REQUEST);
    expect(scene.file.stage).toBe("defense");
    expect(letPass(scene, "2026-03-24").file.stage).toBe("hearing");
  });

  it("asked for after a defense that was declared final, it is held at once", () => {
    const stated = act(caseAt("defense", EMPLOYER, HEARING_WORLD), "party", "2026-03-18", {
      kind: "state-defense",
      form: "portal",
      points: ["项目款尚未结算"],
      evidence: [],
      final: true,
    });
    expect(stated.file.stage).toBe("verification");
    expect(act(stated, "party", "2026-03-19", REQUEST).file.stage).toBe("hearing");
  });

  it("it can be asked for once", () => {
    const scene = act(caseAt("defense", EMPLOYER, HEARING_WORLD), "party", "2026-03-18", REQUEST);
    const judgement = judge(scene, "party", "2026-03-18", REQUEST);
    expect(judgement).toMatchObject({ refusal: { findings: [{ missing: "已经申请过听证" }] } });
  });
});

describe("waiving a hearing", () => {
  const waiver = (): Command => ({
    kind: "waive-hearing",
    waivedOn: parseDay("2026-03-24"),
    form: "signed-form",
    evidence: evidenceOf("hearing-waiver"),
  });

  it("a withdrawn request leads on to verification, with the signed form on file", () => {
    const { file } = act(caseAt("hearing"), "party", "2026-03-24", waiver());
    expect(file.stage).toBe("verification");
    expect(file.hearing).toMatchObject({ waivedOn: "2026-03-24", schedule: null });
    expect(file.evidence.map((each) => each.evidenceId)).toContain("hearing-waiver");
  });

  it("a public notice of a hearing that nobody will hold comes to nothing, and the case goes on", () => {
    const waived = act(publiclyTold(), "case-officer", "2026-03-26", waiver());
    const later = letPass(waived, "2026-06-01").file;
    expect(later).toMatchObject({ stage: "verification", serviceNotice: null });
    const clock = later.deadlines.find((each) => each.termId === "public-notice-service");
    expect(clock?.status).toBe("lifted");
  });

  it("where no hearing can be had there is nothing to waive", () => {
    const scene = inWorld(caseAt("verification"), HEARING_WORLD);
    const judgement = judge(scene, "party", "2026-03-24", waiver());
    expect(judgement).toMatchObject({
      refusal: { findings: [{ missing: "没有可以放弃的听证权利" }] },
    });
  });
});

describe("fixing the hearing", () => {
  it("every date goes out in a notice that waits to be served", () => {
    const scene = caseAt("hearing");
    const command = scheduleOn(parseDay("2026-04-13"), scene);
    const told = act(scene, "legal-reviewer", "2026-03-24", command);
    expect(findPapersToServe(told.file).map((paper) => paper.kind)).toEqual(["hearing-notice"]);
    expect(findPapersToServe(serve(told, "2026-03-25").file)).toEqual([]);
  });

  it("a date is moved with reasons only, and the party gets a new notice", () => {
    const scene = fixed();
    const moved = scheduleOn(parseDay("2026-05-11"), scene);
    if (moved.kind !== "schedule-hearing") throw new Error("not a schedule");
    expect(refusalOf(scene, "legal-reviewer", { ...moved, reasons: "" })).toBe(
      "变更听证安排未写明理由",
    );
    const after = act(scene, "legal-reviewer", "2026-03-26", moved);
    expect(after.file.hearing.schedule?.heldOn).toBe("2026-05-11");
    expect(findPapersToServe(after.file)).toHaveLength(1);
  });

  it("an objection to the presider is decided by the head; an upheld one takes the date away", () => {
    const objected = act(fixed(), "party", "2026-03-26", {
      kind: "object-to-presider",
      reasons: "有亲属关系",
    });
    const answer = (outcome: "granted" | "denied"): Command => ({
      kind: "answer-presider-objection",
      outcome,
      reasons: "经核查",
    });
    expect(act(objected, "head", "2026-03-27", answer("denied")).file.hearing).toMatchObject({
      objection: null,
      schedule: { heldOn: "2026-04-13" },
    });
    expect(act(objected, "head", "2026-03-27", answer("granted")).file.hearing).toMatchObject({
      objection: null,
      schedule: null,
      barredPresiders: ["reviewer"],
    });
    expect(refusalOf(fixed(), "head", answer("denied"))).toBe("没有待决定的回避申请");
  });
});

describe("holding the hearing", () => {
  it("by public notice the party is told when its thirty days are over, and the hearing waits for it", () => {
    const served = letPass(publiclyTold(), "2026-05-01");
    expect(served.file.stage).toBe("hearing");
    expect(act(served, "legal-reviewer", "2026-06-15", minutes()).file.stage).toBe("verification");
  });

  it("what the party said is answered point by point like its defense (R19)", () => {
    const { file } = act(fixed(), "legal-reviewer", "2026-04-13", minutes());
    expect(file.stage).toBe("verification");
    expect(file.statements.at(-1)).toMatchObject({ form: "at-hearing" });
    expect(findUnansweredPoints(file)).toHaveLength(1);
    expect(file.papers.at(-1)?.kind).toBe("hearing-minutes");
    expect(file.hearing.held?.statementId).toBe(file.statements.at(-1)?.statementId);
  });

  it("a party that stays away has waived it, and nothing is taken down as said", () => {
    const absent = minutes({
      attendance: "absent",
      investigation: "",
      signature: "refused",
      remark: "未到场",
    });
    const { file } = act(fixed(), "legal-reviewer", "2026-04-13", absent);
    expect(file.stage).toBe("verification");
    expect(file.statements).toEqual([]);
    expect(file.hearing.held?.attendance).toBe("absent");
  });

  it("what was said before a party left is kept", () => {
    const left = minutes({ attendance: "left", signature: "refused", remark: "中途退场" });
    const { file } = act(fixed(), "legal-reviewer", "2026-04-13", left);
    expect(file.statements.at(-1)?.points.map((point) => point.text)).toEqual(["拖欠数额有误"]);
  });

  it.each([
    [
      "unsigned minutes without a remark",
      minutes({ signature: "refused" }),
      "当事人没有签名而未注明情况",
    ],
    [
      "nothing put forward",
      minutes({ investigation: " " }),
      "没有写明调查人员提出的事实、证据和处理建议",
    ],
  ])("%s are refused", (_what, command, missing) => {
    expect(refusalOf(fixed(), "legal-reviewer", command)).toBe(missing);
  });

  it("minutes before the day of the hearing are refused", () => {
    const judgement = judge(
      fixed(),
      "legal-reviewer",
      addDays(parseDay("2026-04-13"), -1),
      minutes(),
    );
    expect(judgement).toMatchObject({ refusal: { findings: [{ missing: "听证日还没有到" }] } });
  });
});
