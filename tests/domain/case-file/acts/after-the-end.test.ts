import { describe, expect, it } from "vitest";
import { act, confirmChannels, judge, letPass, type Scene } from "../../../support/case-builder.ts";
import { caseAt } from "../../../support/case-stages.ts";
import { sampleCommand } from "../../../support/sample-commands.ts";

const END = "2029-03-28";

/** A listing that ends by itself while somebody waits for an answer. */
function endedWith(kind: "object-to-record" | "register-remedy"): Scene {
  const by = kind === "object-to-record" ? "party" : "case-officer";
  const day = "2029-03-26";
  const open = act(caseAt("published"), by, day, sampleCommand(kind, caseAt("published"), day));
  return confirmChannels(letPass(open, END), END);
}

function does(
  scene: Scene,
  by: "case-officer" | "head",
  kind: Parameters<typeof sampleCommand>[0],
) {
  return act(scene, by, "2029-04-02", sampleCommand(kind, scene, "2029-04-02"));
}

function verifyAs(scene: Scene, outcome: "stands" | "wrong"): Scene {
  const command = sampleCommand("verify-objection", scene, "2029-04-02");
  return act(scene, "case-officer", "2029-04-02", { ...command, outcome } as typeof command);
}

describe("a listing that ends while somebody waits for an answer", () => {
  it.each(["object-to-record", "register-remedy"] as const)(
    "%s: the party is off the list on its day, and the case stays open with its clock",
    (kind) => {
      const { file } = endedWith(kind);
      expect(file.removal?.by).toBe("expiry");
      expect(file.stage).toBe("removed");
      const clock = file.deadlines.find((each) => each.termId.endsWith("-answer"));
      expect(clock?.status).toBe("open");
    },
  );

  it("the objection is answered, nothing is shown again, and the case closes", () => {
    const { file } = does(
      verifyAs(endedWith("object-to-record"), "stands"),
      "head",
      "answer-objection",
    );
    expect(file).toMatchObject({ stage: "closed", publicationState: "removed" });
    expect(file.papers.some((paper) => paper.kind === "objection-answer")).toBe(true);
  });

  it("the ruling is registered and the case closes", () => {
    const ruled = does(endedWith("register-remedy"), "case-officer", "record-remedy-outcome");
    expect(ruled.file).toMatchObject({ stage: "closed", publicationState: "removed" });
  });

  it("a listing found wrong after its end is annulled all the same, and its harm undone", () => {
    const wrong = does(
      verifyAs(endedWith("object-to-record"), "wrong"),
      "head",
      "answer-objection",
    );
    expect(wrong.file.stage).toBe("removed");
    expect(confirmChannels(wrong, "2029-04-02").file.stage).toBe("removed");
    const annulled = does(wrong, "head", "sign-annulment");
    expect(annulled.file).toMatchObject({ stage: "harm-repair", removal: { by: "annulment" } });
  });

  it("without anything open it closes as before", () => {
    expect(caseAt("closed").file.stage).toBe("closed");
  });

  it("an annulled listing is not certified while an answer is owed", () => {
    const disputed = act(
      caseAt("published"),
      "party",
      "2026-07-09",
      sampleCommand("object-to-record", caseAt("published"), "2026-07-09"),
    );
    const annulled = ["record-basis-annulled", "sign-annulment"].reduce<Scene>((scene, kind) => {
      const by = kind === "sign-annulment" ? "head" : "case-officer";
      return act(scene, by, "2026-07-10", sampleCommand(kind as never, scene, "2026-07-10"));
    }, disputed);
    let scene = confirmChannels(annulled, "2026-07-10");
    while (scene.file.harmItems.some((each) => each.done === null)) {
      scene = act(
        scene,
        "case-officer",
        "2026-07-13",
        sampleCommand("settle-harm-item", scene, "2026-07-13"),
      );
    }
    const certify = sampleCommand("certify-harm-repair", scene, "2026-07-14");
    const judgement = judge(scene, "head", "2026-07-14", certify);
    expect(judgement.kind === "refused" ? judgement.refusal.findings[0]?.missing : "").toBe(
      "还有异议、复议或者诉讼没有办结",
    );
  });
});
