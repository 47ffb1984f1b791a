import { expect, test } from "vitest";
import { dayOf, parseDay } from "../../domain/deadlines/calendar-day.ts";
import { describeEvent } from "../../web/words/describe-event.ts";
import { printDayOr, printMoment } from "../../web/words/print-moment.ts";
import { printRemaining } from "../../web/words/print-remaining.ts";
import { findProcessSteps, findVisits } from "../../web/words/process-steps.ts";
import { act } from "../support/case-builder.ts";
import { annulledAt, caseAt, notListed, repairApplication } from "../support/case-stages.ts";
import { moment } from "../support/case-world.ts";

test.each([
  ["2026-03-23", 3, "2026-03-18", "还有3个工作日"],
  ["2026-03-18", 0, "2026-03-18", "今天到期"],
  ["2029-03-27", null, "2026-03-27", "还有1096日"],
  ["2026-03-16", null, "2026-03-18", "已过2日"],
])("a deadline on %s with %s working days left reads on %s as %s", (end, days, today, words) => {
  const left = { endsOn: parseDay(end), remainingWorkingDays: days };
  expect(printRemaining(left, parseDay(today))).toBe(words);
});

test("moments are told in Shanghai time, whatever the machine's", () => {
  expect(printMoment("2026-03-01T16:30:00.000Z")).toBe("2026年3月2日 00:30");
  expect(printMoment(new Date("2026-03-02T01:05:00.000Z"))).toBe("2026年3月2日 09:05");
});

test("days, and what stands where there is none", () => {
  expect(printDayOr(parseDay("2026-03-02"))).toBe("2026年3月2日");
  expect(printDayOr(null, "未送达")).toBe("未送达");
});

test("every event of every story has words of its own", () => {
  const stories = [
    caseAt("closed"),
    notListed(),
    annulledAt("published", "2026-07-10"),
    act(caseAt("published"), "party", "2026-04-10", repairApplication()),
  ];
  const titles = stories.flatMap((story) =>
    story.events.map((event) => describeEvent(event).title),
  );
  expect(titles.every((title) => /^[^\x20-\x7e]/.test(title))).toBe(true);
  expect(titles.join()).not.toContain("undefined");
  expect(
    new Set(stories.flatMap((story) => story.events.map((event) => event.type))).size,
  ).toBeGreaterThan(18);
});

test("a case that came back to a stage shows the later day", () => {
  const returned = act(caseAt("notice-legal-review"), "legal-reviewer", "2026-03-16", {
    kind: "return-notice",
    reasons: "请补充",
  });
  expect(findVisits(returned.events).get("draft")).toBe(dayOf(moment("2026-03-16")));
  const steps = findProcessSteps(returned.file, returned.events, returned.world.pack);
  const draft = steps.find((step) => step.stage === "draft");
  expect(draft?.state).toBe("current");
});
