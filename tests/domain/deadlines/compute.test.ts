import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween, parseDay } from "../../../domain/deadlines/calendar-day.ts";
import {
  isWorkingDay,
  OFFICIAL_CALENDAR,
  type Region,
} from "../../../domain/deadlines/calendar.ts";
import {
  computeDeadline,
  explainDeadline,
  type CountedDeadline,
  type DeadlineRequest,
  type TermUnit,
} from "../../../domain/deadlines/compute.ts";
import { addMonths } from "../../../domain/deadlines/months.ts";

function count(
  startsOn: string,
  length: number,
  unit: TermUnit,
  more: Partial<DeadlineRequest> = {},
): CountedDeadline {
  return computeDeadline({
    startsOn: parseDay(startsOn),
    length,
    unit,
    rollRule: "next-working-day",
    direction: "after",
    region: "CN",
    calendar: OFFICIAL_CALENDAR,
    ...more,
  });
}

describe("terms in working days", () => {
  it.each<readonly [startsOn: string, length: number, region: Region, endsOn: string, why: string]>(
    [
      ["2026-03-16", 5, "CN", "2026-03-23", "over a weekend"],
      ["2026-03-16", 10, "CN", "2026-03-30", "over two weekends"],
      ["2026-03-27", 7, "CN", "2026-04-08", "over 清明"],
      ["2026-04-15", 7, "CN", "2026-04-24", "no holiday outside Guangxi"],
      ["2026-04-15", 7, "CN-GX", "2026-04-28", "over 三月三"],
      ["2026-02-12", 2, "CN", "2026-02-14", "the make-up Saturday before 春节 counts"],
      ["2026-02-13", 3, "CN", "2026-02-25", "over 春节, 02-14 worked"],
      ["2026-05-08", 1, "CN", "2026-05-09", "ends on a make-up Saturday"],
      ["2020-01-23", 1, "CN", "2020-02-03", "over 春节 2020 with its extension"],
      [
        "2020-01-22",
        3,
        "CN",
        "2020-02-04",
        "the cancelled make-up Saturday 2020-02-01 does not count",
      ],
      [
        "2026-10-01",
        1,
        "CN",
        "2026-10-08",
        "started on a holiday: the start day is not counted anyway",
      ],
      ["2018-12-28", 2, "CN", "2019-01-02", "元旦 2019 reaches back, 12-29 is worked"],
      ["2022-04-01", 1, "CN", "2022-04-02", "worked Saturday before 清明 2022"],
      ["2022-04-01", 1, "CN-GX", "2022-04-07", "the same Saturday and 04-06 are free for 三月三"],
    ],
  )("counts %s + %i in %s to %s: %s", (startsOn, length, region, endsOn) => {
    expect(count(startsOn, length, "working-day", { region }).endsOn).toBe(endsOn);
  });

  it("shows the count day by day with the holiday that was skipped", () => {
    const { steps } = count("2026-04-02", 3, "working-day");
    expect(steps.map(({ day, role, count: number, name }) => [day, role, number, name])).toEqual([
      ["2026-04-03", "counted", 1, null],
      ["2026-04-04", "skipped", null, "清明节"],
      ["2026-04-05", "skipped", null, "清明节"],
      ["2026-04-06", "skipped", null, "清明节"],
      ["2026-04-07", "counted", 2, null],
      ["2026-04-08", "counted", 3, null],
    ]);
  });
});

describe("terms in days, months and years", () => {
  it.each<readonly [startsOn: string, length: number, unit: TermUnit, endsOn: string, why: string]>(
    [
      ["2026-04-01", 60, "day", "2026-06-01", "the 60th day is a Sunday"],
      ["2026-04-01", 6, "month", "2026-10-08", "the sixth month ends in 国庆节"],
      ["2026-08-31", 6, "month", "2027-03-01", "28 February 2027 is a Sunday"],
      ["2025-08-31", 6, "month", "2026-02-28", "ends on the month's last day, a worked Saturday"],
      ["2024-02-29", 1, "year", "2025-02-28", "there is no 29 February 2025"],
      ["2025-10-31", 1, "month", "2025-12-01", "30 November 2025 is a Sunday"],
      [
        "2025-12-04",
        1,
        "month",
        "2026-01-04",
        "rolls to nothing: a make-up Sunday is a working day",
      ],
      ["2026-02-02", 13, "day", "2026-02-24", "the last day is 春节, rolls past nine days"],
      ["2025-12-02", 1, "month", "2026-01-04", "rolls from 元旦 to the make-up Sunday"],
    ],
  )("counts %s + %i %s to %s when rolling: %s", (startsOn, length, unit, endsOn) => {
    expect(count(startsOn, length, unit).endsOn).toBe(endsOn);
  });

  it.each([
    ["2026-08-31", 6, "month", "2027-02-28"],
    ["2026-04-01", 60, "day", "2026-05-31"],
    ["2026-03-27", 3, "year", "2029-03-27"],
    ["2038-03-01", 3, "year", "2041-03-01"],
  ] as const)(
    "ends %s + %i %s on %s without rolling, and asks no calendar",
    (start, length, unit, end) => {
      const counted = count(start, length, unit, {
        rollRule: "none",
        calendar: { version: "empty", notices: [] },
      });
      expect(counted).toMatchObject({ endsOn: end, nominalEndsOn: end, provisional: false });
    },
  );

  it("keeps the nominal end beside the rolled one and shows the way there", () => {
    const counted = count("2026-04-01", 6, "month");
    expect(counted.nominalEndsOn).toBe("2026-10-01");
    expect(counted.steps.map((step) => step.role)).toEqual([
      "first-counted",
      "term-end",
      ...Array.from({ length: 6 }, () => "rolled-over"),
      "rolled-to",
    ]);
  });
});

describe("terms counted backward", () => {
  it("finds the seventh working day before a hearing, over 清明", () => {
    const counted = count("2026-04-13", 7, "working-day", { direction: "before" });
    expect(counted.endsOn).toBe("2026-04-01");
    expect(explainDeadline(counted)).toBe(
      "自2026年4月13日前一日起倒数7个工作日（清明节放假不计），至2026年4月1日止",
    );
  });

  it("goes back by months to the month's last day", () => {
    const before = { direction: "before", rollRule: "none" } as const;
    expect(count("2026-08-31", 6, "month", before).endsOn).toBe("2026-02-28");
    expect(count("2026-03-31", 10, "day", before).endsOn).toBe("2026-03-21");
  });

  it("never rolls: that would shorten the term", () => {
    expect(() => count("2026-08-31", 6, "month", { direction: "before" })).toThrow(RangeError);
  });
});

describe("what cannot be counted", () => {
  it.each([0, -1, 1.5, Number.NaN])("refuses the length %d", (length) => {
    expect(() => count("2026-03-16", length, "day")).toThrow(RangeError);
  });

  it("refuses a count that runs past the last table and names the year", () => {
    expect(() => count("2040-12-28", 10, "working-day")).toThrow("2041");
    expect(() => count("2040-12-28", 1, "year")).toThrow("2041");
  });
});

describe("provisional counts", () => {
  it("marks a count that looks at a day of a year without its notice", () => {
    expect(count("2026-12-30", 1, "working-day")).toMatchObject({
      endsOn: "2026-12-31",
      provisional: false,
    });
    expect(count("2026-12-30", 2, "working-day")).toMatchObject({
      endsOn: "2027-01-04",
      provisional: true,
      calendarVersion: OFFICIAL_CALENDAR.version,
    });
  });

  it("says so in the sentence", () => {
    expect(explainDeadline(count("2026-12-30", 2, "working-day"))).toBe(
      "自2026年12月30日次日起算2个工作日（元旦放假不计），至2027年1月4日止（2027年放假安排尚未全部公布，暂按法定节假日推算，公布后重新计算）",
    );
  });
});

describe("the sentence that explains a deadline", () => {
  it.each([
    ["2026-03-16", 5, "working-day", "自2026年3月16日次日起算5个工作日，至2026年3月23日止"],
    [
      "2026-03-27",
      7,
      "working-day",
      "自2026年3月27日次日起算7个工作日（清明节放假不计），至2026年4月8日止",
    ],
    [
      "2026-04-01",
      60,
      "day",
      "自2026年4月1日次日起算60日，至2026年5月31日届满，该日为休息日，顺延至2026年6月1日",
    ],
    [
      "2026-04-01",
      6,
      "month",
      "自2026年4月1日次日起算6个月，至2026年10月1日届满，该日为国庆节假期，顺延至2026年10月8日",
    ],
    ["2026-05-12", 6, "month", "自2026年5月12日次日起算6个月，至2026年11月12日止"],
  ] as const)("explains %s + %i %s", (startsOn, length, unit, sentence) => {
    expect(explainDeadline(count(startsOn, length, unit))).toBe(sentence);
  });
});

const START = fc
  .integer({ min: 30, max: 7_900 })
  .map((days) => addDays(parseDay("2018-01-01"), days));
const REGION = fc.constantFrom<Region>("CN", "CN-GX");

describe("properties of counting", () => {
  it("never ends on a day off when rolling, and rolls no further than it must", () => {
    fc.assert(
      fc.property(START, fc.integer({ min: 1, max: 400 }), REGION, (start, length, region) => {
        const counted = count(start, length, "day", { region });
        expect(isWorkingDay(OFFICIAL_CALENDAR, region, counted.endsOn)).toBe(true);
        for (let day = counted.nominalEndsOn; day < counted.endsOn; day = addDays(day, 1)) {
          expect(isWorkingDay(OFFICIAL_CALENDAR, region, day)).toBe(false);
        }
      }),
      { seed: 20260316, numRuns: 300 },
    );
  });

  it("counts exactly the working days between the start day and the end day", () => {
    fc.assert(
      fc.property(START, fc.integer({ min: 1, max: 60 }), REGION, (start, length, region) => {
        const { endsOn } = count(start, length, "working-day", { region });
        let working = 0;
        for (let day = addDays(start, 1); day <= endsOn; day = addDays(day, 1)) {
          if (isWorkingDay(OFFICIAL_CALENDAR, region, day)) working += 1;
        }
        expect(working).toBe(length);
        expect(isWorkingDay(OFFICIAL_CALENDAR, region, endsOn)).toBe(true);
      }),
      { seed: 20260317, numRuns: 300 },
    );
  });

  it("comes back to the start when n working days are counted back from a counted end", () => {
    fc.assert(
      fc.property(START, fc.integer({ min: 1, max: 30 }), REGION, (start, length, region) => {
        const { endsOn } = count(start, length, "working-day", { region });
        const back = count(endsOn, length, "working-day", { region, direction: "before" });
        expect(back.endsOn <= start).toBe(true);
        if (isWorkingDay(OFFICIAL_CALENDAR, region, start)) expect(back.endsOn).toBe(start);
      }),
      { seed: 20260318, numRuns: 300 },
    );
  });

  it("keeps the day number of a month, or takes the last day", () => {
    fc.assert(
      fc.property(START, fc.integer({ min: -60, max: 60 }), (start, months) => {
        const moved = addMonths(start, months);
        const sameNumber = moved.slice(8) === start.slice(8);
        const isLastDay = addDays(moved, 1).endsWith("-01");
        expect(sameNumber || (isLastDay && moved.slice(8) < start.slice(8))).toBe(true);
        expect(Math.abs(daysBetween(start, moved) - months * 30.44)).toBeLessThan(5);
      }),
      { seed: 20260319, numRuns: 500 },
    );
  });
});
