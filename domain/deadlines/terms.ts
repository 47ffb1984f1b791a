import { cite } from "../law/instruments.ts";
import type { Citation } from "../law/citation.ts";
import type { PackValues } from "../packs/law-pack.ts";
import { parseDay, type CalendarDay } from "./calendar-day.ts";
import type { RollRule, TermUnit } from "./compute.ts";

/** Every time limit of a listing (期限种类). */
export type TermId =
  | "notice-service-start"
  | "public-notice-service"
  | "defense-window"
  | "hearing-request"
  | "hearing-notice"
  | "decision"
  | "objection-answer"
  | "decision-service"
  | "publication"
  | "listing-end"
  | "display-consent"
  | "repair-earliest"
  | "repair-acceptance"
  | "repair-decision"
  | "annulment-withdrawal"
  | "remedy-answer"
  | "remedy-answer-simplified"
  | "reconsideration"
  | "litigation"
  | "criteria-comment";

/** A time limit of the law: when it starts, how long it is, what its end does, and who says so. */
export interface Term {
  readonly id: TermId;
  readonly title: string;
  /** The event whose day is not counted (起算事由). */
  readonly startEvent: string;
  /** `pack`: the list's own law pack gives length and unit, or what the case brings (`lengthFrom`). */
  readonly length: number | "pack";
  /** Unit where the table gives the length; the usual unit where the pack does. */
  readonly unit: TermUnit;
  readonly rollRule: RollRule;
  /** `before`: counted back from the start event; absent: forward. */
  readonly direction?: "before";
  readonly citations: readonly Citation[];
  readonly inForce: { readonly from: CalendarDay; readonly to: CalendarDay | null };
  /** Where in the pack the length stands. */
  readonly packField?: keyof PackValues;
  /** What names the length where neither this table nor the pack does. */
  readonly lengthFrom?: string;
  /** Where the law knows an extension (延长): who says so. How long is for the act to cite. */
  readonly extension?: readonly Citation[];
  /** Where the clock may rest (中止): who says that it rests only by law. The article is for the act to cite. */
  readonly pause?: readonly Citation[];
  /** `alarm`: a late act stays lawful but is reported; `information`: somebody else's right or the earliest day of an act. */
  readonly onEnd: "opens-next-stage" | "removes" | "hides" | "alarm" | "information";
}

/**
 * The one table of time limits (期限表).
 *
 * Worked example: a decision served on 2026-04-01 may be brought to reconsideration for 60 days. The 60th day after is
 * Sunday 2026-05-31, so the last day is 2026-06-01.
 */
export const TERMS: Readonly<Record<TermId, Term>> = {
  "notice-service-start": {
    id: "notice-service-start",
    title: "告知书送达时限",
    startEvent: "法制审核同意告知之日",
    length: 7,
    unit: "working-day",
    rollRule: "next-working-day",
    // The penalty law speaks of the decision; that the notice goes out as fast is borrowed.
    citations: [cite("penaltyLaw", "第六十一条", "reading")],
    inForce: { from: parseDay("2021-07-15"), to: null },
    onEnd: "alarm",
  },
  "public-notice-service": {
    id: "public-notice-service",
    title: "公告送达期间",
    startEvent: "公告发布之日",
    length: 30,
    unit: "day",
    // Whether this period rolls is not settled; rolling leaves the party the longer time.
    rollRule: "next-working-day",
    citations: [
      cite("civilProcedure", "第九十五条"),
      cite("civilProcedure", "第八十五条", "reading"),
    ],
    inForce: { from: parseDay("2024-01-01"), to: null },
    onEnd: "opens-next-stage",
  },
  "defense-window": {
    id: "defense-window",
    title: "陈述申辩期限",
    startEvent: "告知书送达之日",
    length: "pack",
    unit: "working-day",
    rollRule: "next-working-day",
    citations: [cite("wuzhou", "（九）"), cite("penaltyLaw", "第六十二条", "reading")],
    inForce: { from: parseDay("2022-03-24"), to: null },
    packField: "defenseDays",
    onEnd: "opens-next-stage",
  },
  "hearing-request": {
    id: "hearing-request",
    title: "申请听证期限",
    startEvent: "告知书送达之日",
    length: 5,
    unit: "working-day",
    rollRule: "next-working-day",
    // Given for penalties; applied to a listing whose list gives a hearing.
    citations: [cite("penaltyLaw", "第六十四条", "reading")],
    inForce: { from: parseDay("2021-07-15"), to: null },
    onEnd: "information",
  },
  "hearing-notice": {
    id: "hearing-notice",
    title: "听证通知的最后一日",
    startEvent: "举行听证之日",
    length: 7,
    unit: "working-day",
    rollRule: "none",
    direction: "before",
    citations: [cite("penaltyLaw", "第六十四条", "reading")],
    inForce: { from: parseDay("2021-07-15"), to: null },
    onEnd: "information",
  },
  decision: {
    id: "decision",
    title: "作出决定期限",
    startEvent: "立案之日",
    length: "pack",
    unit: "day",
    rollRule: "next-working-day",
    // Read for penalties; whether it governs a listing is for the list's own rule.
    citations: [cite("penaltyLaw", "第六十条", "reading")],
    inForce: { from: parseDay("2021-07-15"), to: null },
    packField: "decisionDays",
    pause: [cite("product", "办理期限只能依法中止，依据由法制负责人写明", "reading")],
    onEnd: "alarm",
  },
  "objection-answer": {
    id: "objection-answer",
    title: "异议核实反馈时限",
    startEvent: "收到异议之日",
    length: "pack",
    unit: "working-day",
    rollRule: "next-working-day",
    citations: [cite("wuzhou", "（九）")],
    inForce: { from: parseDay("2022-03-24"), to: null },
    packField: "objectionAnswerDays",
    onEnd: "alarm",
  },
  "decision-service": {
    id: "decision-service",
    title: "决定书送达时限",
    startEvent: "作出决定之日",
    length: 7,
    unit: "working-day",
    rollRule: "next-working-day",
    // Read for penalty decisions; borrowed for a listing that stands alone.
    citations: [cite("penaltyLaw", "第六十一条", "reading")],
    inForce: { from: parseDay("2021-07-15"), to: null },
    onEnd: "alarm",
  },
  publication: {
    id: "publication",
    title: "信息公示时限",
    startEvent: "作出决定之日",
    length: 7,
    unit: "working-day",
    rollRule: "next-working-day",
    // By its words (六) covers permits and penalties; extending it to a listing decision is a cautious reading.
    citations: [cite("wuzhou", "（六）", "reading")],
    inForce: { from: parseDay("2022-03-24"), to: null },
    onEnd: "alarm",
  },
  "listing-end": {
    id: "listing-end",
    title: "列入期限",
    startEvent: "作出列入决定之日",
    length: "pack",
    unit: "year",
    // A publicity period ends by itself: shown through the corresponding day, gone at its end.
    rollRule: "none",
    citations: [
      cite("order36", "关于最长公示期的规定", "verified-secondary"),
      cite("plan22", "关于公示期限的规定"),
    ],
    inForce: { from: parseDay("2022-01-01"), to: null },
    packField: "listingTerm",
    onEnd: "removes",
  },
  "display-consent": {
    id: "display-consent",
    title: "同意公示的期限",
    startEvent: "本人同意之日",
    length: "pack",
    unit: "day",
    // As long as the person said: through the day named in the consent.
    rollRule: "none",
    lengthFrom: "本人同意书",
    citations: [cite("wuzhou", "（五）"), cite("wuzhou", "（二十二）")],
    inForce: { from: parseDay("2022-03-24"), to: null },
    onEnd: "hides",
  },
  "repair-earliest": {
    id: "repair-earliest",
    title: "可申请提前移出的最早日期",
    startEvent: "作出列入决定之日或者完成整改之日（依所选依据）",
    length: "pack",
    unit: "year",
    // A minimum period: reached on the corresponding day, whatever day that is.
    rollRule: "none",
    lengthFrom: "所选依据",
    citations: [
      cite("order36", "关于最短公示期的规定", "verified-secondary"),
      cite("wuzhou", "（十二）"),
    ],
    inForce: { from: parseDay("2022-01-01"), to: null },
    onEnd: "information",
  },
  "repair-acceptance": {
    id: "repair-acceptance",
    title: "信用修复受理时限",
    startEvent: "收到修复申请之日",
    length: "pack",
    unit: "working-day",
    rollRule: "next-working-day",
    citations: [cite("plan22", "关于修复办理时限的规定", "verified-secondary")],
    inForce: { from: parseDay("2025-06-22"), to: null },
    packField: "repairAcceptanceDays",
    onEnd: "alarm",
  },
  "repair-decision": {
    id: "repair-decision",
    title: "信用修复办结时限",
    startEvent: "收到修复申请之日",
    length: "pack",
    unit: "working-day",
    rollRule: "next-working-day",
    citations: [
      cite("plan22", "关于修复办理时限的规定", "verified-secondary"),
      cite("wuzhou", "（十三）"),
    ],
    inForce: { from: parseDay("2025-06-22"), to: null },
    packField: "repairDecisionDays",
    extension: [cite("plan22", "关于复杂、需要核查的申请延长办理时限的规定", "verified-secondary")],
    onEnd: "alarm",
  },
  "annulment-withdrawal": {
    id: "annulment-withdrawal",
    title: "依据被撤销后撤回公示时限",
    startEvent: "依据文书被撤销之日",
    length: "pack",
    unit: "working-day",
    rollRule: "next-working-day",
    // Read for penalty information; taken over for a listing that rests on an annulled document.
    citations: [cite("penaltyLaw", "第四十八条", "reading"), cite("wuzhou", "（九）")],
    inForce: { from: parseDay("2021-07-15"), to: null },
    packField: "annulmentDays",
    onEnd: "alarm",
  },
  "remedy-answer": {
    id: "remedy-answer",
    title: "复议答复期限",
    startEvent: "收到复议申请书副本之日",
    length: 10,
    unit: "working-day",
    rollRule: "next-working-day",
    citations: [cite("reconsiderationLaw", "第四十八条")],
    inForce: { from: parseDay("2024-01-01"), to: null },
    onEnd: "alarm",
  },
  "remedy-answer-simplified": {
    id: "remedy-answer-simplified",
    title: "复议简易程序答复期限",
    startEvent: "收到复议申请书副本之日",
    length: 5,
    unit: "working-day",
    rollRule: "next-working-day",
    citations: [cite("reconsiderationLaw", "第五十四条")],
    inForce: { from: parseDay("2024-01-01"), to: null },
    onEnd: "alarm",
  },
  reconsideration: {
    id: "reconsideration",
    title: "申请行政复议期限",
    startEvent: "决定书送达之日",
    length: 60,
    unit: "day",
    rollRule: "next-working-day",
    citations: [
      cite("reconsiderationLaw", "第二十条"),
      cite("reconsiderationLaw", "第八十八条"),
      cite("civilProcedure", "第八十五条"),
    ],
    inForce: { from: parseDay("2024-01-01"), to: null },
    onEnd: "information",
  },
  litigation: {
    id: "litigation",
    title: "提起行政诉讼期限",
    startEvent: "决定书送达之日",
    length: 6,
    unit: "month",
    rollRule: "next-working-day",
    citations: [cite("litigationLaw", "第四十六条"), cite("litigationReading", "第四十八条")],
    inForce: { from: parseDay("2017-07-01"), to: null },
    onEnd: "information",
  },
  "criteria-comment": {
    id: "criteria-comment",
    title: "地方名单认定标准公开征求意见期限",
    startEvent: "认定标准草案公开之日",
    length: 30,
    unit: "day",
    // At least so long: it ends by itself and rolls no further.
    rollRule: "none",
    citations: [cite("wuzhou", "（八）")],
    inForce: { from: parseDay("2022-03-24"), to: null },
    onEnd: "opens-next-stage",
  },
};

/** The terms whose clocks may be extended (可以延长的期限). */
export const EXTENDABLE_TERMS = findTerms((term) => term.extension !== undefined);

/** The terms whose clocks may rest (可以中止的期限). */
export const PAUSABLE_TERMS = findTerms((term) => term.pause !== undefined);

function findTerms(fits: (term: Term) => boolean): readonly TermId[] {
  return Object.values(TERMS)
    .filter(fits)
    .map((term) => term.id);
}
