import { describe, expect, it } from "vitest";
import { parseDay } from "../../../domain/deadlines/calendar-day.ts";
import { OFFICIAL_CALENDAR } from "../../../domain/deadlines/calendar.ts";
import { describeMonths } from "../../../domain/deadlines/describe-months.ts";

const describeDays = (one: string, other: string) =>
  describeMonths(OFFICIAL_CALENDAR, "CN-GX", parseDay(one), parseDay(other));

describe("the days of the months around a time limit", () => {
  it("are all there, from the first of the one to the last of the other", () => {
    const days = describeDays("2026-03-16", "2026-04-08");
    expect(days).toHaveLength(61);
    expect([days[0]?.day, days.at(-1)?.day]).toEqual(["2026-03-01", "2026-04-30"]);
    expect(days.find((each) => each.day === "2026-04-17")?.kind).toBe("public-holiday");
  });

  it("are the same when the limit is counted backward", () => {
    expect(describeDays("2026-04-13", "2026-04-01")).toEqual(
      describeDays("2026-04-01", "2026-04-13"),
    );
  });

  it("cross the year", () => {
    const days = describeDays("2026-12-31", "2027-01-04");
    expect(days).toHaveLength(62);
    expect(days.find((each) => each.day === "2027-01-01")).toMatchObject({
      kind: "public-holiday",
      provisional: true,
    });
  });

  it.each([
    ["2026-01-31", "2026-06-01", 6],
    ["2026-01-31", "2026-07-01", 2],
    ["2026-03-27", "2029-03-27", 2],
  ])("of a long span are those of its first and last month: %s to %s", (one, other, months) => {
    const shown = new Set(describeDays(one, other).map((each) => each.day.slice(0, 7)));
    expect(shown.size).toBe(months);
  });
});
