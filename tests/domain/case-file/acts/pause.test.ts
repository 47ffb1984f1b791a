import { describe, expect, it } from "vitest";
import type { CaseFile, HeldDeadline } from "../../../../domain/case-file/state.ts";
import {
  act,
  EMPLOYER,
  judge,
  letPass,
  openScene,
  type Scene,
} from "../../../support/case-builder.ts";
import { caseAt, DECISION_CLOCK_WORLD } from "../../../support/case-stages.ts";

const PAUSE = {
  kind: "pause-deadline",
  termId: "decision",
  article: "示例条款",
  reasons: "等待检验结果",
} as const;
const RESUME = { kind: "resume-deadline", termId: "decision", reasons: "检验完成" } as const;

/** Ninety days from 2026-01-15. */
const opened = (): Scene => openScene("2026-01-15", EMPLOYER, DECISION_CLOCK_WORLD);
const clockOf = (file: CaseFile): HeldDeadline | undefined =>
  file.deadlines.find((each) => each.termId === "decision");

describe("the limit from the opening to the decision", () => {
  it("is counted from the opening where the list's rule sets one, and not otherwise", () => {
    expect(clockOf(opened().file)).toMatchObject({ endsOn: "2026-04-15", status: "open" });
    expect(clockOf(caseAt("draft").file)).toBeUndefined();
  });

  it("is kept by the decision, and raises an alarm when it runs out", () => {
    const signed = caseAt("decision-service", EMPLOYER, DECISION_CLOCK_WORLD);
    expect(clockOf(signed.file)).toMatchObject({ status: "met" });
    const late = letPass(opened(), "2026-04-16");
    expect(clockOf(late.file)?.status).toBe("missed");
    expect(late.file.stage).toBe("draft");
  });
});

describe("letting a clock rest", () => {
  it("adds the days of rest, and rolls over a day off", () => {
    const resting = act(opened(), "legal-officer", "2026-03-01", PAUSE);
    expect(clockOf(resting.file)).toMatchObject({ status: "paused", pausedOn: "2026-03-01" });
    const on = act(resting, "legal-officer", "2026-03-11", RESUME);
    // A hundred days end on Saturday 2026-04-25.
    expect(clockOf(on.file)).toMatchObject({ status: "open", length: 100, endsOn: "2026-04-27" });
    expect(clockOf(on.file)).not.toHaveProperty("pausedOn");
  });

  it("raises no alarm while it rests", () => {
    const resting = act(opened(), "legal-officer", "2026-03-01", PAUSE);
    expect(clockOf(letPass(resting, "2026-06-01").file)?.status).toBe("paused");
  });

  it("resumed on the same day it has lost nothing", () => {
    const resting = act(opened(), "legal-officer", "2026-03-02", PAUSE);
    const on = act(resting, "legal-officer", "2026-03-02", RESUME);
    expect(clockOf(on.file)).toMatchObject({ length: 90, endsOn: "2026-04-15" });
  });

  it("ends with the case while it rests", () => {
    const resting = act(opened(), "legal-officer", "2026-03-02", PAUSE);
    const over = act(resting, "case-officer", "2026-03-03", {
      kind: "withdraw-case",
      reasons: "查无实据",
    });
    expect(clockOf(over.file)?.status).toBe("lifted");
  });

  it("is refused without article or reasons, for a clock that does not run, and for one that may not rest", () => {
    const refused = (scene: Scene, command: Parameters<typeof judge>[3]) =>
      judge(scene, "legal-officer", "2026-03-16", command).kind === "refused";
    expect(refused(opened(), { ...PAUSE, article: " " })).toBe(true);
    expect(refused(opened(), { ...PAUSE, reasons: "" })).toBe(true);
    expect(refused(caseAt("draft"), PAUSE)).toBe(true);
    expect(refused(caseAt("defense"), { ...PAUSE, termId: "defense-window" })).toBe(true);
    expect(refused(opened(), RESUME)).toBe(true);
    const resting = act(opened(), "legal-officer", "2026-03-16", PAUSE);
    expect(refused(resting, PAUSE)).toBe(true);
    expect(refused(resting, { ...RESUME, reasons: " " })).toBe(true);
  });
});
