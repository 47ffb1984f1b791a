import { describe, expect, it } from "vitest";
import {
  addDays,
  parseDay,
  weekdayOf,
  type CalendarDay,
} from "../../../domain/deadlines/calendar-day.ts";
import {
  dayKindOf,
  isWorkingDay,
  OFFICIAL_CALENDAR,
  type Calendar,
  type DayKind,
  type Region,
} from "../../../domain/deadlines/calendar.ts";
import { GUANGXI_NOTICES } from "../../../domain/deadlines/guangxi-notices.ts";
import { NATIONAL_NOTICES } from "../../../domain/deadlines/official-notices.ts";
import {
  PROVISIONAL_YEARS,
  statutoryHolidayOf,
} from "../../../domain/deadlines/provisional-years.ts";

type Row = readonly [day: string, region: Region, kind: DayKind, name: string | null, why: string];

const ROWS: readonly Row[] = [
  ["2018-04-15", "CN", "weekend", null, "a Sunday"],
  ["2018-04-15", "CN-GX", "make-up-workday", null, "worked in Guangxi for 三月三 2018"],
  ["2018-04-18", "CN-GX", "public-holiday", "壮族三月三", "三月三 2018"],
  ["2018-12-29", "CN", "make-up-workday", null, "the notice for 2019 reaches back"],
  ["2018-12-31", "CN", "public-holiday", "元旦", "the notice for 2019 reaches back"],
  ["2019-05-01", "CN", "public-holiday", "劳动节", "labor day 2019"],
  ["2019-05-02", "CN", "public-holiday", "劳动节", "the notice of March 2019 adds days"],
  ["2019-05-05", "CN", "make-up-workday", null, "the Sunday worked for it"],
  ["2020-01-31", "CN", "public-holiday", "春节", "the extension of 2020"],
  ["2020-02-01", "CN", "public-holiday", "春节", "make-up Saturday that fell away"],
  ["2020-02-02", "CN", "public-holiday", "春节", "last day of the extension"],
  ["2020-02-03", "CN", "working-day", null, "work resumes"],
  ["2020-03-26", "CN-GX", "working-day", null, "三月三 2020 was not taken"],
  ["2022-04-02", "CN", "make-up-workday", null, "worked Saturday before 清明"],
  ["2022-04-02", "CN-GX", "public-holiday", "壮族三月三", "free in Guangxi all the same"],
  ["2022-12-31", "CN", "public-holiday", "元旦", "the notice for 2023 reaches back"],
  ["2023-04-23", "CN", "make-up-workday", null, "worked Sunday before labor day"],
  ["2023-04-23", "CN-GX", "public-holiday", "壮族三月三", "free in Guangxi all the same"],
  ["2024-02-09", "CN", "working-day", null, "除夕 2024 was only encouraged as leave"],
  ["2026-01-04", "CN", "make-up-workday", null, "worked Sunday after 元旦"],
  ["2026-02-23", "CN", "public-holiday", "春节", "last day of 春节 2026"],
  ["2026-02-28", "CN", "make-up-workday", null, "worked Saturday after 春节"],
  ["2026-03-07", "CN", "weekend", null, "an ordinary Saturday"],
  ["2026-04-17", "CN", "working-day", null, "an ordinary Friday outside Guangxi"],
  ["2026-04-17", "CN-GX", "public-holiday", "壮族三月三", "三月三 2026"],
  ["2026-04-20", "CN-GX", "public-holiday", "壮族三月三", "last day of 三月三 2026"],
  ["2026-04-21", "CN-GX", "working-day", null, "the day after"],
  ["2026-09-25", "CN", "public-holiday", "中秋节", "mid-autumn 2026"],
];

describe("kinds of days by the official notices", () => {
  it.each(ROWS)("says that %s in %s is a %s (%s): %s", (day, region, kind, name) => {
    const found = dayKindOf(OFFICIAL_CALENDAR, region, parseDay(day));
    expect(found).toMatchObject({ kind, name, provisional: false });
  });

  it("names the notice that a kind rests on, and none for an ordinary weekday", () => {
    const notice = (day: string) => dayKindOf(OFFICIAL_CALENDAR, "CN-GX", parseDay(day)).notice;
    expect(notice("2019-05-02")).toBe("国办发明电〔2019〕3号");
    expect(notice("2020-02-01")).toBe("国办发明电〔2020〕1号");
    expect(notice("2026-04-17")).toBe("自治区办公厅关于2026年广西三月三放假的通知");
    expect(notice("2026-03-03")).toBeNull();
  });

  it("holds every national notice with as many days in lieu as make-up workdays", () => {
    // A statutory day on a weekend is given back on a weekday; all further weekdays off are worked on weekends.
    // What remains is the number of statutory days: 11, and 13 since the rules of November 2024.
    const extensions = new Map([
      ["国办发明电〔2019〕3号", 1],
      ["国办发明电〔2020〕1号", 1],
    ]);
    for (const notice of NATIONAL_NOTICES) {
      const net = weekdaysOff(notice.offDays) - notice.workDays.length;
      const expected = extensions.get(notice.number) ?? (notice.year < 2025 ? 11 : 13);
      expect([notice.number, net]).toEqual([notice.number, expected]);
    }
  });

  it("lets people work only on Saturdays and Sundays, in every notice", () => {
    for (const notice of OFFICIAL_CALENDAR.notices) {
      for (const day of notice.workDays) expect([0, 6]).toContain(weekdayOf(day));
    }
  });

  it("has one notice on 三月三 for every year that has a national one", () => {
    const years = [...new Set(NATIONAL_NOTICES.map((notice) => notice.year))];
    expect(GUANGXI_NOTICES.map((notice) => notice.year)).toEqual(years);
  });
});

describe("years without their notice", () => {
  it("knows 2027-01-01 as 元旦 and marks it provisional", () => {
    expect(dayKindOf(OFFICIAL_CALENDAR, "CN", parseDay("2027-01-01"))).toEqual({
      kind: "public-holiday",
      notice: null,
      name: "元旦",
      provisional: true,
    });
  });

  it.each<readonly [day: string, region: Region, why: string]>([
    ["2027-02-05", "CN", "除夕"],
    ["2027-02-08", "CN", "初三, a Monday"],
    ["2027-04-05", "CN", "清明"],
    ["2027-05-02", "CN", "second day of labor day, a Sunday"],
    ["2027-10-01", "CN", "国庆"],
    ["2027-04-09", "CN-GX", "三月初三"],
    ["2027-04-10", "CN-GX", "三月初四, a Saturday"],
    ["2031-10-01", "CN", "国庆 and 中秋 on one day"],
  ])("takes %s in %s as a day off: %s", (day, region) => {
    const found = dayKindOf(OFFICIAL_CALENDAR, region, parseDay(day));
    expect(found).toMatchObject({ kind: "public-holiday", provisional: true });
  });

  it("names both holidays when they fall on one day", () => {
    expect(statutoryHolidayOf("CN", parseDay("2031-10-01"))).toBe("国庆节、中秋节");
  });

  it("takes 2027-02-09 and, outside Guangxi, 2027-04-09 as working days", () => {
    expect(isWorkingDay(OFFICIAL_CALENDAR, "CN", parseDay("2027-02-09"))).toBe(true);
    expect(isWorkingDay(OFFICIAL_CALENDAR, "CN", parseDay("2027-04-09"))).toBe(true);
  });

  it("stays provisional in Guangxi while only the national notice is out", () => {
    const calendar: Calendar = {
      version: "test",
      notices: [
        ...OFFICIAL_CALENDAR.notices,
        {
          number: "测试通知〔2027〕",
          region: "CN",
          year: 2027,
          issuedOn: "2026-11-25",
          offDays: [],
          workDays: [parseDay("2027-04-10")],
          mark: "entered",
        },
      ],
    };
    const kindIn = (region: Region) => dayKindOf(calendar, region, parseDay("2027-04-10"));
    expect(kindIn("CN")).toMatchObject({ kind: "make-up-workday", provisional: false });
    expect(kindIn("CN-GX")).toMatchObject({ kind: "public-holiday", provisional: true });
  });

  it.each([
    ["2041-01-02", "2041"],
    ["2017-12-29", "2017"],
  ])("refuses %s and names the year %s", (day, year) => {
    const look = () => dayKindOf(OFFICIAL_CALENDAR, "CN", parseDay(day));
    expect(look).toThrow(RangeError);
    expect(look).toThrow(year);
  });

  it("agrees with the lunar calendar and the solar term in every provisional year", () => {
    for (let year = PROVISIONAL_YEARS.first; year <= PROVISIONAL_YEARS.last; year += 1) {
      for (const [month, date, name] of LUNAR_DAYS) {
        if (month === 1 && NEW_MOON_NEAR_MIDNIGHT.includes(year)) continue;
        const day = findLunarDay(year, month, date);
        const region = name === "壮族三月三" ? "CN-GX" : "CN";
        expect([day, statutoryHolidayOf(region, day)]).toEqual([
          day,
          expect.stringContaining(name),
        ]);
      }
      const short = year % 100;
      const tombSweeping = Math.floor(short * 0.2422 + 4.81) - Math.floor(short / 4);
      const day = parseDay(`${String(year)}-04-0${String(tombSweeping)}`);
      expect([day, statutoryHolidayOf("CN", day)]).toEqual([day, "清明节"]);
      expect(countHolidays(year)).toBeGreaterThanOrEqual(12);
      expect(countHolidays(year)).toBeLessThanOrEqual(13);
    }
  });

  it("has 正月初一 on 2027-02-06 and 2030-02-03, where a new moon near midnight misleads coarse calendars", () => {
    for (const [eve, last] of [
      ["2027-02-05", "2027-02-08"],
      ["2030-02-02", "2030-02-05"],
    ] as const) {
      const names = (day: string) => statutoryHolidayOf("CN", parseDay(day));
      expect([names(eve), names(last)]).toEqual(["春节", "春节"]);
      expect(statutoryHolidayOf("CN", addDays(parseDay(eve), -1))).toBeNull();
      expect(statutoryHolidayOf("CN", addDays(parseDay(last), 1))).toBeNull();
    }
  });
});

/** The moon is new at 23:56 on 2027-02-06 and at 00:07 on 2030-02-03 in Beijing; some builds of the machine's calendar are a day off. */
const NEW_MOON_NEAR_MIDNIGHT: readonly number[] = [2027, 2030];

const LUNAR_DAYS = [
  [1, 1, "春节"],
  [1, 3, "春节"],
  [3, 3, "壮族三月三"],
  [3, 4, "壮族三月三"],
  [5, 5, "端午节"],
  [8, 15, "中秋节"],
] as const;

const LUNAR = new Intl.DateTimeFormat("en-u-ca-chinese", {
  month: "numeric",
  day: "numeric",
  timeZone: "UTC",
});

/** The day of a year that the machine's own Chinese calendar gives a lunar date; leap months are written "5bis". */
function findLunarDay(year: number, month: number, date: number): CalendarDay {
  const first = parseDay(`${String(year)}-01-01`);
  for (let offset = 0; offset < 330; offset += 1) {
    const day = addDays(first, offset);
    const parts = LUNAR.formatToParts(new Date(`${day}T00:00:00Z`));
    const value = (type: string) => parts.find((part) => part.type === type)?.value;
    if (value("month") === String(month) && value("day") === String(date)) return day;
  }
  throw new Error(`no lunar day ${String(month)}-${String(date)} in ${String(year)}`);
}

function countHolidays(year: number): number {
  let count = 0;
  for (
    let day = parseDay(`${String(year)}-01-01`);
    day.startsWith(String(year));
    day = addDays(day, 1)
  ) {
    if (statutoryHolidayOf("CN", day) !== null) count += 1;
  }
  return count;
}

function weekdaysOff(periods: readonly { from: CalendarDay; to: CalendarDay }[]): number {
  let count = 0;
  for (const period of periods) {
    for (let day = period.from; day <= period.to; day = addDays(day, 1)) {
      if (weekdayOf(day) !== 0 && weekdayOf(day) !== 6) count += 1;
    }
  }
  return count;
}
