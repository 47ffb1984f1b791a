import { describe, expect, it } from "vitest";
import { parseDay } from "../../../domain/deadlines/calendar-day.ts";
import { dayKindOf, OFFICIAL_CALENDAR } from "../../../domain/deadlines/calendar.ts";
import { computeDeadline } from "../../../domain/deadlines/compute.ts";
import { DATED_EXAMPLES } from "./dated-examples.ts";

describe("time limits around every holiday from 2018 to 2026", () => {
  it("are at least a hundred and fifty, each another one", () => {
    const questions = DATED_EXAMPLES.map((example) => example.slice(0, 5).join(" "));
    expect(new Set(questions).size).toBe(DATED_EXAMPLES.length);
    expect(DATED_EXAMPLES.length).toBeGreaterThanOrEqual(150);
  });

  it.each(DATED_EXAMPLES)(
    "%s + %i %s (%s, %s) is %s: %s",
    (startsOn, length, unit, region, direction, endsOn, turnsOn) => {
      const counted = computeDeadline({
        ...{ startsOn: parseDay(startsOn), length, unit, region, direction },
        rollRule: direction === "before" ? "none" : "next-working-day",
        calendar: OFFICIAL_CALENDAR,
      });
      expect(counted.endsOn).toBe(endsOn);
      const turns = counted.steps.map((step) =>
        step.kind === "make-up-workday" ? "调休上班日" : step.name,
      );
      expect(turns).toContain(turnsOn);
      expect(dayKindOf(OFFICIAL_CALENDAR, region, counted.endsOn).provisional).toBe(false);
    },
  );
});
