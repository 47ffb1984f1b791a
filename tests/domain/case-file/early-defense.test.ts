import { describe, expect, it } from "vitest";
import { act } from "../../support/case-builder.ts";
import { caseAt } from "../../support/case-stages.ts";
import { evidenceOf } from "../../support/case-content.ts";
import { findPapersToServe } from "../../../domain/case-file/state.ts";
import { parseDay } from "../../../domain/deadlines/calendar-day.ts";
import type { Scene } from "../../support/case-builder.ts";

function state(scene: Scene, final: boolean): Scene {
  return act(scene, "case-officer", "2026-03-17", {
    kind: "state-defense",
    form: "written",
    points: ["数额有误"],
    evidence: [],
    final,
  });
}

function recordServiceLate(scene: Scene): Scene {
  return act(scene, "case-officer", "2026-03-18", {
    kind: "record-service",
    paperIds: findPapersToServe(scene.file).map((paper) => paper.paperId),
    servedPartyIds: [scene.file.partyId],
    method: "in-person",
    servedOn: parseDay("2026-03-16"),
    signatory: "本人签收",
    witness: "",
    remark: "",
    proof: evidenceOf("late-proof"),
  });
}

describe("a defense handed in before service is recorded", () => {
  it("is taken, and the window still counts from proven service", () => {
    const served = recordServiceLate(state(caseAt("notice-service"), false));
    expect(served.file.statements).toHaveLength(1);
    expect(served.file.stage).toBe("defense");
    const window = served.file.deadlines.find((each) => each.termId === "defense-window");
    expect(window).toMatchObject({ endsOn: "2026-03-23", status: "open" });
  });

  it("ends nothing while service is unproven, even when declared final", () => {
    const stated = state(caseAt("notice-service"), true);
    expect(stated.file.stage).toBe("notice-service");
    expect(stated.file.defenseEnded).toBeNull();
  });

  it("closes the window in the moment that service is recorded, when it was declared final", () => {
    const served = recordServiceLate(state(caseAt("notice-service"), true));
    expect(served.file.stage).toBe("verification");
    expect(served.file.defenseEnded).toBe("final");
    const window = served.file.deadlines.find((each) => each.termId === "defense-window");
    expect(window?.status).toBe("met");
  });
});
