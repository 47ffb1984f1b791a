import type { CalendarDay } from "../deadlines/calendar-day.ts";
import { computeDeadline } from "../deadlines/compute.ts";
import { TERMS } from "../deadlines/terms.ts";
import type { DecideContext } from "./context.ts";

/** Why a hearing is not open to the public (不公开听证的理由); `open` where it is. */
export const HEARING_CLOSURES = ["open", "state-secret", "trade-secret", "privacy"] as const;
export type HearingClosure = (typeof HEARING_CLOSURES)[number];

/** Whether the party came (到场情况): staying away or leaving without good reason is a waiver by law. */
export const HEARING_ATTENDANCES = ["attended", "absent", "left"] as const;
export type HearingAttendance = (typeof HEARING_ATTENDANCES)[number];

/** When, where and under whom a hearing is held (听证安排). */
export interface HearingSchedule {
  readonly heldOn: CalendarDay;
  /** Shanghai time of day, e.g. 14:30. */
  readonly startsAt: string;
  readonly place: string;
  /** Name and post of the presider (听证主持人) as printed in the notice. */
  readonly presider: string;
  /** The account under which the presider acts. */
  readonly presiderId: string;
  readonly closure: HearingClosure;
  /** Why an earlier date was moved (延期、变更理由); empty for the first date. */
  readonly reasons: string;
}

/** What the minutes say (听证笔录), but for the party's points, which are answered like every other statement. */
export interface HearingRecord {
  readonly heldOn: CalendarDay;
  readonly attendance: HearingAttendance;
  readonly attendees: string;
  /** Facts, evidence and proposal as put forward by the officers who investigated (调查人员的意见). */
  readonly investigation: string;
  readonly statementId: string | null;
  /** Whether the party signed the minutes; a refusal is noted by the presider. */
  readonly signature: "signed" | "refused";
  readonly remark: string;
}

/** The hearing of a case (听证), from request to minutes. */
export interface Hearing {
  readonly requestedOn: CalendarDay | null;
  readonly reasons: string;
  readonly waivedOn: CalendarDay | null;
  readonly schedule: HearingSchedule | null;
  /** The party's open objection to the presider (申请主持人回避). */
  readonly objection: string | null;
  /** Accounts that may not preside any more, because an objection to them was upheld. */
  readonly barredPresiders: readonly string[];
  readonly held: HearingRecord | null;
}

/** No hearing has been asked for. */
export const NO_HEARING: Hearing = {
  requestedOn: null,
  reasons: "",
  waivedOn: null,
  schedule: null,
  objection: null,
  barredPresiders: [],
  held: null,
};

/** Whether a hearing was validly asked for and is still owed (应当举行而未举行的听证). */
export function owesHearing(hearing: Hearing): boolean {
  return hearing.requestedOn !== null && hearing.waivedOn === null && hearing.held === null;
}

/**
 * The last day on which the party may be told of a hearing (听证通知的最后一日): the seventh working day back may still be the day
 * of the notice (a reading; the stricter one asks for a day more).
 *
 * A hearing on 2026-04-13 must be told of on 2026-04-01 at the latest, over the days off of 清明.
 */
export function findLastNoticeDay(
  heldOn: CalendarDay,
  context: Pick<DecideContext, "pack" | "calendar">,
): CalendarDay {
  const { length, unit, rollRule } = TERMS["hearing-notice"];
  if (length === "pack") throw new Error("the notice of a hearing has a length of its own");
  return computeDeadline({
    startsOn: heldOn,
    length,
    unit,
    rollRule,
    direction: "before",
    region: context.pack.calendarRegion,
    calendar: context.calendar,
  }).endsOn;
}
