import { describe, expect, it } from "vitest";
import { meetDeadline, setDeadline } from "../../../domain/case-file/set-deadline.ts";
import { parseDay } from "../../../domain/deadlines/calendar-day.ts";
import { UNPAID_WAGES_PACK } from "../../../domain/packs/unpaid-wages.ts";
import { inWorld } from "../../support/case-builder.ts";
import { caseAt } from "../../support/case-stages.ts";
import { ACTORS, contextOf, moment } from "../../support/case-world.ts";

const SCENE = caseAt("defense");

function context(scene = SCENE) {
  return contextOf(scene.world, ACTORS.system, moment("2026-03-27"));
}

describe("setting a clock", () => {
  it("keeps how it was counted, with which calendar, and the moment it is due", () => {
    const { deadline } = setDeadline(
      SCENE.file,
      "decision-service",
      parseDay("2026-03-27"),
      context(),
    );
    expect(deadline).toMatchObject({
      deadlineId: "decision-service/1",
      startsOn: "2026-03-27",
      endsOn: "2026-04-08",
      dueAt: "2026-04-08T16:00:00.000Z",
      length: 7,
      unit: "working-day",
      provisional: false,
    });
    expect(deadline.calendarVersion).toBe(SCENE.world.calendar.version);
    const skipped = deadline.steps.filter((step) => step.role === "skipped" && step.name !== null);
    expect(skipped.map((step) => [step.day, step.name])).toEqual([
      ["2026-04-04", "清明节"],
      ["2026-04-05", "清明节"],
      ["2026-04-06", "清明节"],
    ]);
  });

  it("numbers the clocks of a term", () => {
    const again = setDeadline(SCENE.file, "defense-window", parseDay("2026-03-27"), context());
    expect(again.deadline.deadlineId).toBe("defense-window/2");
  });

  it("is a fault, not a refusal, where the pack holds no value", () => {
    const bare = inWorld(SCENE, { pack: UNPAID_WAGES_PACK });
    expect(() =>
      setDeadline(bare.file, "defense-window", parseDay("2026-03-27"), context(bare)),
    ).toThrow("the pack in force holds no value for the term defense-window");
  });

  it("meets open clocks only: one that was kept is not kept again", () => {
    expect(meetDeadline(SCENE.file, "notice-service-start")).toEqual([]);
    expect(meetDeadline(SCENE.file, "defense-window")).toEqual([
      { type: "DeadlineMet", deadlineId: "defense-window/1" },
    ]);
  });
});
