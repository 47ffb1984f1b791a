import type { CalendarDay } from "../deadlines/calendar-day.ts";
import type { Region } from "../deadlines/calendar.ts";
import type { TermUnit } from "../deadlines/compute.ts";
import type { Citation } from "../law/citation.ts";
import type { PartyKind, PartyRole } from "../parties/party.ts";
import type { ListId } from "./list-id.ts";

export type { ListId } from "./list-id.ts";
export type { PartyRole } from "../parties/party.ts";

/** Level of an authority (机关层级): 乡镇、街道 · 园区 · 县（市、区） · 设区的市 · 自治区. */
export type AuthorityLevel = "township" | "park" | "county" | "city" | "region";

/** Rank of a legal text (效力层级); which ranks suffice for what is a rule, not a property of the rank. */
export type LegalRank =
  | "law"
  | "administrative-regulation"
  | "central-policy"
  | "state-council-decision"
  | "judicial-interpretation"
  | "local-regulation"
  | "ministry-rule"
  | "government-rule"
  | "normative-document";

/** The effective document a finding rests on (认定依据文书), 细则(四). */
export type BasisDocumentKind =
  | "court-judgment"
  | "arbitral-award"
  | "penalty-decision"
  | "administrative-ruling"
  | "handling-decision"
  | "correction-order";

/** A length of time that a pack gives: five working days, three years. */
export interface TermLength {
  readonly length: number;
  readonly unit: TermUnit;
}

/** A value of a pack with its sources; null while nobody has found or entered it. */
export interface PackValue<T> {
  readonly value: T | null;
  readonly citations: readonly Citation[];
  readonly note?: string;
  /** Who entered the value by hand and when; absent for shipped values. */
  readonly entered?: { readonly officerId: string; readonly on: CalendarDay };
}

/** The time limits that differ from list to list. */
export interface PackValues {
  /** Defense window from proven service of the prior notice (陈述申辩期限). */
  readonly defenseDays: PackValue<TermLength>;
  /** Answer to an objection (异议核实反馈时限). */
  readonly objectionAnswerDays: PackValue<TermLength>;
  /** How long a listing lasts, from the day of the decision (列入期限). */
  readonly listingTerm: PackValue<TermLength>;
  /** Acceptance of a repair application (信用修复受理时限). */
  readonly repairAcceptanceDays: PackValue<TermLength>;
  /** Decision on a repair application, from the application (信用修复办结时限). */
  readonly repairDecisionDays: PackValue<TermLength>;
  /** Withdrawal after annulment (撤销后撤回公示时限). */
  readonly annulmentDays: PackValue<TermLength>;
  /** Decision, from the opening of the case (作出决定期限); absent where the list's own rule is not known to set one. */
  readonly decisionDays?: PackValue<TermLength>;
}

/** One condition of the list's determination criteria (认定标准). */
export interface Criterion {
  readonly id: string;
  readonly title: string;
  readonly citation: Citation;
  /** `all`: must be met; `any-of:<name>`: one of the criteria with this name must be met. */
  readonly group: "all" | `any-of:${string}`;
}

/** A text the list rests on (设列依据). */
export interface PackBasis {
  readonly citation: Citation;
  readonly rank: LegalRank;
  readonly inForceFrom: CalendarDay;
  readonly inForceTo: CalendarDay | null;
}

/** One of several sources that say differently when removal may be asked for (提前移出的最短期限). */
export interface ConflictingSource {
  readonly id: string;
  readonly title: string;
  readonly length: number;
  readonly unit: TermUnit;
  readonly startEvent: "decision" | "correction";
  readonly citations: readonly Citation[];
}

/** A legal officer's reasoned choice between sources in conflict. */
export interface SourceChoice {
  readonly sourceId: string;
  readonly reasons: string;
  readonly officerId: string;
  readonly on: CalendarDay;
}

/**
 * The law of one list as data (规则包): versioned, every value with its source and mark. A case pins one version.
 *
 * `readiness`: `own` is decided by the city's bodies; `feed-only` is decided elsewhere and only received;
 * `blocked` has no criteria or no sufficient basis, so that no case may be opened.
 */
export interface LawPack {
  readonly listId: ListId;
  readonly version: string;
  readonly listName: string;
  /** One of the four areas of 细则(七): 生命健康 · 市场秩序 · 拒不履行法定义务 · 国防义务. */
  readonly area: 1 | 2 | 3 | 4;
  readonly legalBasis: readonly PackBasis[];
  readonly readiness: "own" | "feed-only" | "blocked";
  readonly competentLevels: readonly AuthorityLevel[];
  /** Whether the authority above must consent before sign-off (上级同意). */
  readonly upperConsent: boolean;
  readonly partyKinds: readonly PartyKind[];
  /** As what the one who did it is listed; absent in the first packs: the employer. */
  readonly mainRole?: PartyRole;
  /** Who is listed beside it, each as a party with a case file of their own. */
  readonly coListedRoles: readonly PartyRole[];
  readonly basisDocumentKinds: readonly BasisDocumentKind[];
  /** Whether the basis document must be beyond challenge, not merely effective. */
  readonly finalityRequired: boolean;
  readonly criteria: readonly Criterion[];
  readonly hearing: boolean;
  readonly values: PackValues;
  readonly mandatoryValues: readonly (keyof PackValues)[];
  readonly earlyRemoval: {
    readonly conflict: readonly ConflictingSource[];
    /** The choice made for the whole pack; null leaves it to each case. */
    readonly choice: SourceChoice | null;
  };
  /** Where the list's own rule restores a listing whose removal was got by falsehood (恢复列入); absent: it does not. */
  readonly restorationBasis?: readonly Citation[];
  /** Law, regulation or State Council decision that lets a natural person be shown to the public, 细则(五). */
  readonly personDisplayBasis: PackValue<string>;
  readonly allowedMeasureIds: readonly string[];
  readonly calendarRegion: Region;
  readonly remedies: {
    /** Who hears a reconsideration: the government of the same level, or the authority above (海关、税务 …). */
    readonly reconsiderationOrgan: "same-level-government" | "upper-authority";
    readonly reconsiderationFirst: boolean;
    readonly citations: readonly Citation[];
  };
  /** Words that official papers of this list may not use. */
  readonly bannedWords: readonly string[];
}
