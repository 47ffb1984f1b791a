import { describe, expect, it } from "vitest";
import { parseDay } from "../../../domain/deadlines/calendar-day.ts";
import {
  dayKindOf,
  OFFICIAL_CALENDAR,
  type CalendarNotice,
} from "../../../domain/deadlines/calendar.ts";
import { computeDeadline } from "../../../domain/deadlines/compute.ts";
import { enterNotice, findNoticeFaults } from "../../../domain/deadlines/enter-notice.ts";
import { days, off } from "../../../domain/deadlines/notice-days.ts";

const NOTICE: CalendarNotice = {
  number: "测试通知〔2026〕1号",
  region: "CN",
  year: 2027,
  issuedOn: "2026-11-25",
  offDays: [off("元旦", "2026-12-31", "2027-01-03")],
  workDays: days("2026-12-27"),
  mark: "entered",
};

describe("entering a notice", () => {
  it("gives a new calendar under a new version and leaves the old one as it was", () => {
    const entered = enterNotice(OFFICIAL_CALENDAR, NOTICE, "2026-11-25");
    expect(entered.version).toBe("2026-11-25");
    expect(entered.notices).toHaveLength(OFFICIAL_CALENDAR.notices.length + 1);
    expect(dayKindOf(entered, "CN", parseDay("2027-01-04"))).toMatchObject({ provisional: false });
    expect(dayKindOf(OFFICIAL_CALENDAR, "CN", parseDay("2027-01-04")).provisional).toBe(true);
  });

  it("changes a deadline that was provisional, also through the last days of the year before", () => {
    const request = {
      startsOn: parseDay("2026-12-30"),
      length: 2,
      unit: "working-day",
      rollRule: "next-working-day",
      direction: "after",
      region: "CN",
    } as const;
    const before = computeDeadline({ ...request, calendar: OFFICIAL_CALENDAR });
    const calendar = enterNotice(OFFICIAL_CALENDAR, NOTICE, "2026-11-25");
    const after = computeDeadline({ ...request, calendar });
    expect(before).toMatchObject({ endsOn: "2027-01-04", provisional: true });
    expect(after).toMatchObject({
      endsOn: "2027-01-05",
      provisional: false,
      calendarVersion: "2026-11-25",
    });
  });

  it("lets the later notice rule, and takes a cancelled make-up Sunday back", () => {
    const first = enterNotice(OFFICIAL_CALENDAR, NOTICE, "2026-11-25");
    const later: CalendarNotice = {
      ...NOTICE,
      number: "测试通知〔2026〕2号",
      issuedOn: "2026-12-10",
      offDays: [],
      workDays: [],
      cancels: days("2026-12-27"),
    };
    const second = enterNotice(first, later, "2026-12-10");
    expect(dayKindOf(first, "CN", parseDay("2026-12-27")).kind).toBe("make-up-workday");
    expect(dayKindOf(second, "CN", parseDay("2026-12-27"))).toMatchObject({
      kind: "weekend",
      notice: "测试通知〔2026〕2号",
    });
  });

  it.each<readonly [string, Partial<CalendarNotice>, string]>([
    ["known already", { number: "国办发明电〔2025〕7号" }, "已经录入"],
    [
      "ending before it begins",
      { offDays: [off("元旦", "2027-01-03", "2027-01-01")] },
      "早于第一日",
    ],
    ["working on a Wednesday", { workDays: days("2027-01-06") }, "不是周六或者周日"],
    ["off and worked at once", { workDays: days("2027-01-02") }, "既列为放假又列为上班"],
    ["of another year", { offDays: [off("元旦", "2028-01-01", "2028-01-01")] }, "不在2027年之内"],
    ["cancelling nothing", { cancels: days("2027-01-09") }, "没有可以取消"],
  ])("refuses a notice %s", (_title, change, fault) => {
    const notice = { ...NOTICE, ...change };
    expect(findNoticeFaults(OFFICIAL_CALENDAR, notice).join()).toContain(fault);
    expect(() => enterNotice(OFFICIAL_CALENDAR, notice, "x")).toThrow(RangeError);
  });

  it("finds no fault in a sound notice", () => {
    expect(findNoticeFaults(OFFICIAL_CALENDAR, NOTICE)).toEqual([]);
  });
});
