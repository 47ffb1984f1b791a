import type { CalendarDay } from "../../../domain/deadlines/calendar-day.ts";
import type { AddressedPaperData, ContactData, LabelledText, MeasureData } from "../paper-data.ts";

/** The right to ask for a hearing (听证), where the list or the penalty gives it. */
export interface HearingRightData {
  /** Citation that gives the right. */
  readonly basis: string;
  /** Within how long it must be asked for, e.g. 五个工作日. */
  readonly term: string;
  readonly termBasis: string;
}

/** How a party states its defense (陈述申辩). */
export interface DefenseRightData {
  /** E.g. 五个工作日; counted from the day after service. */
  readonly term: string;
  /** The list's own rule that gives the term. */
  readonly termBasis: string;
  readonly contact: ContactData;
  /** Address of the party's portal. */
  readonly portalUrl: string;
  /** `clear` on the served copy, `masked` on copies for the file and for others, `none` where no code was given. */
  readonly codeShown: "clear" | "masked" | "none";
  /** The party's code as it may be printed: already masked for `masked`, null for `none`. */
  readonly code: string | null;
}

/** Prior notice before a listing (列入告知书): facts and reasons, basis, proposed measures, rights. */
export interface PriorNoticeData extends AddressedPaperData {
  /** Name of the list, e.g. 拖欠农民工工资失信联合惩戒对象名单. */
  readonly listName: string;
  /** 住所, 法定代表人 and the like. */
  readonly partyDetails: readonly LabelledText[];
  /** The day the case file was opened (立案). */
  readonly openedOn: CalendarDay;
  /** One paragraph each (事实). */
  readonly facts: readonly string[];
  /** One piece of evidence each (证据). */
  readonly evidence: readonly string[];
  /** Why the facts meet the criteria (理由). */
  readonly reasons: readonly string[];
  /** Printed citations with what they say (依据). */
  readonly legalBasis: readonly string[];
  readonly measures: readonly MeasureData[];
  /** Why these measures are proportionate (过惩相当). */
  readonly proportionality: string;
  /** What would be made public, where and for how long, or why nothing is. */
  readonly publication: readonly string[];
  readonly defense: DefenseRightData;
  readonly hearing: HearingRightData | null;
}
