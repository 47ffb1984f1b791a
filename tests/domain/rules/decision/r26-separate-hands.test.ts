import { describe, expect, it } from "vitest";
import type { Actor } from "../../../../domain/case-file/actor.ts";
import { r26SeparateHands } from "../../../../domain/rules/decision/r26-separate-hands.ts";
import { act, judge, type Scene } from "../../../support/case-builder.ts";
import { evidenceOf } from "../../../support/case-content.ts";
import { caseAt, sign } from "../../../support/case-stages.ts";
import { official } from "../../../support/case-world.ts";
import {
  breachesOf,
  itHoldsFrom,
  ruleIdsOf,
  subjectOf,
  withFile,
} from "../../../support/rule-check.ts";

const OFFICER_WHO_REVIEWS = official("officer", ["case-officer", "legal-reviewer"]);
const COLLEAGUE = official("colleague", ["case-officer", "legal-reviewer", "head"]);

function attach(scene: Scene, by: Actor, day: string): Scene {
  return act(scene, by, day, {
    kind: "attach-evidence",
    evidence: evidenceOf(`from-${by.userId}`),
  });
}

function signatureOf(scene: Scene) {
  return { kind: "sign-decision", draftHash: scene.file.proposal?.draftHash ?? "" } as const;
}

describe("R26 investigating, reviewing and deciding in separate hands", () => {
  it("R26 refuses the officer as reviewer of the notice", () => {
    const judgement = judge(caseAt("notice-legal-review"), OFFICER_WHO_REVIEWS, "2026-03-13", {
      kind: "approve-notice",
      opinion: "同意",
    });
    expect(ruleIdsOf(judgement)).toEqual(["R26"]);
  });

  it("R26 refuses as reviewer a colleague who added one piece of evidence", () => {
    const scene = attach(caseAt("decision-legal-review"), COLLEAGUE, "2026-03-26");
    const judgement = judge(scene, COLLEAGUE, "2026-03-26", {
      kind: "approve-decision",
      opinion: "同意",
    });
    expect(ruleIdsOf(judgement)).toEqual(["R26"]);
  });

  it("R26 refuses as reviewer a colleague who took down a defense", () => {
    const scene = act(caseAt("defense"), COLLEAGUE, "2026-03-17", {
      kind: "state-defense",
      form: "written",
      points: ["意见"],
      evidence: [],
      final: true,
    });
    expect(
      breachesOf(r26SeparateHands, scene, COLLEAGUE, "2026-03-26", "approve-decision"),
    ).toHaveLength(1);
  });

  it("R26 passes a colleague who never touched the case", () => {
    const judgement = judge(caseAt("notice-legal-review"), COLLEAGUE, "2026-03-13", {
      kind: "approve-notice",
      opinion: "同意",
    });
    expect(judgement.kind).toBe("accepted");
  });

  it("R26 passes the same reviewer for notice and decision", () => {
    const scene = caseAt("sign-off");
    expect(scene.file.reviewers).toEqual(["reviewer", "reviewer"]);
    expect(breachesOf(r26SeparateHands, scene, "head", "2026-03-27", "sign-decision")).toEqual([]);
  });

  it("R26 refuses the signature of a head who worked on the case", () => {
    const scene = attach(caseAt("sign-off"), COLLEAGUE, "2026-03-26");
    const judgement = judge(scene, COLLEAGUE, "2026-03-27", signatureOf(scene));
    expect(ruleIdsOf(judgement)).toEqual(["R26"]);
  });

  it("R26 refuses the signature of a head who reviewed the notice", () => {
    const reviewed = act(caseAt("notice-legal-review"), COLLEAGUE, "2026-03-13", {
      kind: "approve-notice",
      opinion: "同意",
    });
    const scene = withFile(caseAt("sign-off"), {
      reviewers: [...reviewed.file.reviewers, "reviewer"],
    });
    const judgement = judge(scene, COLLEAGUE, "2026-03-27", signatureOf(scene));
    expect(ruleIdsOf(judgement)).toEqual(["R26"]);
  });

  it("R26 refuses the signature when nobody reviewed", () => {
    const scene = withFile(caseAt("sign-off"), { reviewers: [] });
    expect(breachesOf(r26SeparateHands, scene, "head", "2026-03-27", "sign-decision")).toEqual([
      "本案决定没有经未办理过本案的人员法制审核",
    ]);
  });

  it("R26 refuses the signature when the last reviewer did the officer's work afterwards", () => {
    const turncoat = official("reviewer", ["case-officer", "legal-reviewer"]);
    const scene = attach(caseAt("sign-off"), turncoat, "2026-03-26");
    expect(ruleIdsOf(judge(scene, "head", "2026-03-27", signatureOf(scene)))).toEqual(["R26"]);
  });

  it("R26 keeps the hands apart in repair and annulment too", () => {
    const scene = attach(caseAt("published"), COLLEAGUE, "2026-07-10");
    const acts = ["grant-repair", "deny-repair", "sign-annulment"] as const;
    for (const kind of acts) {
      expect(breachesOf(r26SeparateHands, scene, COLLEAGUE, "2026-07-10", kind)).toHaveLength(1);
      expect(breachesOf(r26SeparateHands, scene, "head", "2026-07-10", kind)).toEqual([]);
    }
  });

  it("R26 lets another head sign", () => {
    expect(sign(caseAt("sign-off"), "2026-03-27").file.decision?.signedBy).toBe("head");
  });

  itHoldsFrom(r26SeparateHands, "2021-07-15", () =>
    subjectOf(caseAt("notice-legal-review"), OFFICER_WHO_REVIEWS, "2026-03-13", "approve-notice"),
  );
});
