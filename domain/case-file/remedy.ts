import type { CalendarDay } from "../deadlines/calendar-day.ts";

/** Where the party turned (救济途径): 行政复议 or 行政诉讼. */
export const REMEDY_KINDS = ["reconsideration", "litigation"] as const;
export type RemedyKind = (typeof REMEDY_KINDS)[number];

/** How it ended (处理结果): `upheld` keeps the decision, `dismissed` ends it without a ruling, the others are carried out here. */
export const REMEDY_OUTCOMES = ["upheld", "dismissed", "changed", "annulled", "unlawful"] as const;
export type RemedyOutcome = (typeof REMEDY_OUTCOMES)[number];

/** The ruling of the organ or the court (复议决定、裁判), as registered. */
export interface RemedyRuling {
  readonly outcome: RemedyOutcome;
  readonly number: string;
  readonly decidedOn: CalendarDay;
}

/** A reconsideration or a lawsuit against the listing (复议、诉讼). */
export interface Remedy {
  readonly remedyId: string;
  readonly remedy: RemedyKind;
  readonly organ: string;
  readonly number: string;
  /** When the copy of the application reached the authority (收到副本之日). */
  readonly receivedOn: CalendarDay;
  readonly answeredOn: CalendarDay | null;
  /** Number of the order that enforcement stops meanwhile (停止执行); null while none is in force. */
  readonly suspendedBy: string | null;
  readonly ruling: RemedyRuling | null;
}

/** The remedy that is still under way, if any: one excludes the other while it is pending (复议法 29). */
export function findOpenRemedy(remedies: readonly Remedy[]): Remedy | undefined {
  return remedies.find((each) => each.ruling === null);
}

/** The ruling that took the listing away (列入决定被撤销、确认违法), if any. */
export function findAnnullingRuling(remedies: readonly Remedy[]): RemedyRuling | undefined {
  return remedies
    .map((each) => each.ruling)
    .filter((ruling) => ruling !== null)
    .find(({ outcome }) => outcome === "annulled" || outcome === "unlawful");
}
