import type { CalendarNotice, Region } from "../../domain/deadlines/calendar.ts";
import { off } from "../../domain/deadlines/notice-days.ts";

/** A notice of an invented day off in the middle of the defense window of scenario S1, issued when the window was open. */
export function lateNotice(from = "2026-03-20", to = from, region: Region = "CN"): CalendarNotice {
  return {
    number: "示例通知〔2026〕9号",
    region,
    year: 2026,
    issuedOn: "2026-03-18",
    offDays: [off("示例假日", from, to)],
    workDays: [],
    mark: "entered",
  };
}
