import { addDays, parseDay, type CalendarDay } from "./calendar-day.ts";
import type { Region } from "./calendar.ts";

/** The days of a year that follow the moon or the sun; all others have a fixed date. */
interface MovingDays {
  readonly springFestival: CalendarDay;
  readonly tombSweeping: CalendarDay;
  readonly dragonBoat: CalendarDay;
  readonly midAutumn: CalendarDay;
  /** 三月初三, the first of the two days off in Guangxi. */
  readonly thirdOfThirdMonth: CalendarDay;
}

/**
 * Statutory days of the years whose notice is not out yet (2027–2040): 正月初一, 清明, 端午, 中秋, 三月初三.
 * Source: 全国年节及纪念日放假办法（2024-11-10）第二条 and 自治区政府令第98号, dates computed from the lunar calendar.
 */
const MOVING_DAYS: ReadonlyMap<number, MovingDays> = new Map([
  year(2027, "02-06", "04-05", "06-09", "09-15", "04-09"),
  year(2028, "01-26", "04-04", "05-28", "10-03", "03-28"),
  year(2029, "02-13", "04-04", "06-16", "09-22", "04-16"),
  year(2030, "02-03", "04-05", "06-05", "09-12", "04-05"),
  year(2031, "01-23", "04-05", "06-24", "10-01", "03-25"),
  year(2032, "02-11", "04-04", "06-12", "09-19", "04-12"),
  year(2033, "01-31", "04-04", "06-01", "09-08", "04-02"),
  year(2034, "02-19", "04-05", "06-20", "09-27", "04-21"),
  year(2035, "02-08", "04-05", "06-10", "09-16", "04-10"),
  year(2036, "01-28", "04-04", "05-30", "10-04", "03-30"),
  year(2037, "02-15", "04-04", "06-18", "09-24", "04-18"),
  year(2038, "02-04", "04-05", "06-07", "09-13", "04-07"),
  year(2039, "01-24", "04-05", "05-27", "10-02", "03-27"),
  year(2040, "02-12", "04-04", "06-14", "09-20", "04-13"),
]);

/** First and last year that can be counted without a notice. */
export const PROVISIONAL_YEARS = { first: 2027, last: 2040 } as const;

/**
 * Names the statutory holiday (法定节假日) that a day is, or null: 2027-01-01 is 元旦 in every region,
 * 2027-04-09 is 壮族三月三 in CN-GX alone. The region's own days only; the national ones are asked with "CN".
 * Two holidays on one day are both named: 2031-10-01 is 国庆节、中秋节.
 *
 * @throws RangeError that names the year when there is neither notice nor table for it.
 */
export function statutoryHolidayOf(region: Region, day: CalendarDay): string | null {
  const yearNumber = Number(day.slice(0, 4));
  const moving = MOVING_DAYS.get(yearNumber);
  if (moving === undefined) {
    throw new RangeError(
      `没有${yearNumber}年的放假安排：既无公布的通知，也不在法定节假日暂计表（${PROVISIONAL_YEARS.first}—${PROVISIONAL_YEARS.last}年）之内`,
    );
  }
  const holidays = region === "CN" ? nationalDays(yearNumber, moving) : guangxiDays(moving);
  const found = holidays.filter(([, first, length]) => isWithin(day, first, length));
  return found.length === 0 ? null : found.map(([name]) => name).join("、");
}

/** Name, first day, number of days. */
type Holiday = readonly [string, CalendarDay, number];

function nationalDays(yearNumber: number, moving: MovingDays): readonly Holiday[] {
  return [
    ["元旦", parseDay(`${yearNumber}-01-01`), 1],
    // 除夕 to 初三
    ["春节", addDays(moving.springFestival, -1), 4],
    ["清明节", moving.tombSweeping, 1],
    ["劳动节", parseDay(`${yearNumber}-05-01`), 2],
    ["端午节", moving.dragonBoat, 1],
    ["国庆节", parseDay(`${yearNumber}-10-01`), 3],
    ["中秋节", moving.midAutumn, 1],
  ];
}

function guangxiDays(moving: MovingDays): readonly Holiday[] {
  return [["壮族三月三", moving.thirdOfThirdMonth, 2]];
}

function isWithin(day: CalendarDay, first: CalendarDay, length: number): boolean {
  return first <= day && day < addDays(first, length);
}

function year(
  number: number,
  springFestival: string,
  tombSweeping: string,
  dragonBoat: string,
  midAutumn: string,
  thirdOfThirdMonth: string,
): readonly [number, MovingDays] {
  const on = (monthAndDay: string): CalendarDay => parseDay(`${number}-${monthAndDay}`);
  return [
    number,
    {
      springFestival: on(springFestival),
      tombSweeping: on(tombSweeping),
      dragonBoat: on(dragonBoat),
      midAutumn: on(midAutumn),
      thirdOfThirdMonth: on(thirdOfThirdMonth),
    },
  ];
}
