import { describe, expect, it } from "vitest";
import { recountDeadlines } from "../../../domain/case-file/recount.ts";
import { messagesOf } from "../../../domain/case-file/follow-ups.ts";
import { OFFICIAL_CALENDAR, type CalendarNotice } from "../../../domain/deadlines/calendar.ts";
import { enterNotice } from "../../../domain/deadlines/enter-notice.ts";
import { inWorld, record, type Scene } from "../../support/case-builder.ts";
import { caseAt } from "../../support/case-stages.ts";
import { lateNotice } from "../../support/late-notice.ts";
import { ACTORS, contextOf, moment } from "../../support/case-world.ts";

function recounted(scene: Scene, notice: CalendarNotice, on = "2026-03-18") {
  const calendar = enterNotice(OFFICIAL_CALENDAR, notice, "2026-03-18");
  const world = inWorld(scene, { calendar }).world;
  return recountDeadlines(scene.file, contextOf(world, ACTORS.system, moment(on)));
}

function endOf(scene: Scene, termId: string) {
  return scene.file.deadlines.findLast((each) => each.termId === termId)?.endsOn;
}

describe("a holiday notice that comes in late", () => {
  const scene = caseAt("defense");

  it("moves the open window by the day off, and says what it was and why", () => {
    const [event] = recounted(scene, lateNotice());
    expect(event).toMatchObject({
      type: "DeadlineRecounted",
      was: "2026-03-23",
      because: "示例通知〔2026〕9号",
      deadline: { deadlineId: "defense-window/1", endsOn: "2026-03-24", startsOn: "2026-03-16" },
    });
    expect(event?.by).toEqual({ userId: "system", role: "system" });
  });

  it("is told to the officer and, for a clock of its own, to the party", () => {
    const [event] = recounted(scene, lateNotice());
    const told = event === undefined ? [] : messagesOf(event);
    expect(told.map((message) => message.to)).toEqual(["case-officer", "party"]);
    expect(told[0]?.text).toContain("由2026年3月23日改为2026年3月24日");
  });

  it("counted again, nothing moves", () => {
    const notice = lateNotice();
    const once = record(scene, recounted(scene, notice));
    expect(endOf(once, "defense-window")).toBe("2026-03-24");
    expect(recounted(once, notice)).toEqual([]);
  });

  it("of days outside of every window moves nothing, nor does one for another region only", () => {
    expect(recounted(scene, lateNotice("2026-05-20"))).toEqual([]);
  });

  it("leaves what was met or has passed as it was", () => {
    const events = recounted(caseAt("verification"), lateNotice());
    expect(events).toEqual([]);
  });

  it("takes no day back from anybody who relied on it", () => {
    const notice = lateNotice();
    const longer = record(scene, recounted(scene, notice));
    // The notice is withdrawn on the last day: the old calendar would end the window the day before.
    const context = contextOf(longer.world, ACTORS.system, moment("2026-03-24"));
    expect(recountDeadlines(longer.file, context)).toEqual([]);
  });
});
