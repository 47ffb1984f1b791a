import type { Evidence } from "../case-file/content.ts";
import type { CalendarDay } from "../deadlines/calendar-day.ts";
import type { CountStep } from "../deadlines/compute.ts";
import type { LawPack, LegalRank } from "../packs/law-pack.ts";

/** Who made the regulation (制定机关). */
export type RegulationOrgan = "regional-congress" | "city-congress" | "another-organ";

/** What a regulation of the city may be about, 立法法 81; everything else is `another-matter`. */
export type LegislativeMatter =
  "urban-rural" | "ecology" | "heritage" | "grassroots-governance" | "another-matter";

/** The text that the list is to rest on (设列依据). */
export interface RegulationBasis {
  readonly name: string;
  /** Number of its announcement. */
  readonly number: string;
  readonly article: string;
  readonly rank: LegalRank;
  readonly organ: RegulationOrgan;
  readonly matter: LegislativeMatter;
  /** Null while it is only a draft. */
  readonly inForceFrom: CalendarDay | null;
  readonly inForceTo: CalendarDay | null;
}

/** The six groups whose opinion is asked for, 细则（八）; the public is asked by the published draft. */
export type ConsultedGroup =
  "departments" | "market-subjects" | "associations" | "legal-services" | "experts" | "public";

/** The four sites on which the criteria are published, 细则（八）. */
export type CriteriaSite =
  "city-portal" | "credit-china-wuzhou" | "credit-china-guangxi" | "credit-china";

/** The criteria of the list, and the three sections that must stand with them (认定标准). */
export interface LocalCriteria {
  readonly criteria: readonly {
    readonly title: string;
    readonly article: string;
    /** `all`: must be met; `any`: one of those marked so must be met. */
    readonly group: "all" | "any";
  }[];
  readonly removalConditions: string;
  readonly removalProcedure: string;
  readonly remedyMeasures: string;
}

/** What one group said (征求意见). */
export interface Consultation {
  readonly group: Exclude<ConsultedGroup, "public">;
  readonly consulted: string;
  readonly consultedOn: CalendarDay;
  readonly result: string;
  readonly evidence: Evidence;
}

/** The published draft and its period (公开征求意见). */
export interface CommentPeriod {
  readonly openedOn: CalendarDay;
  readonly place: string;
  /** The thirtieth day; on an earlier one the period cannot end. */
  readonly earliestCloseOn: CalendarDay;
  readonly dueAt: string;
  readonly steps: readonly CountStep[];
  /** Whether the thirtieth day has passed. */
  readonly isOver: boolean;
  readonly closed: ClosedComment | null;
}

/** The criteria as they were seen on one of the sites (公开认定标准). */
export interface SiteCapture {
  readonly site: CriteriaSite;
  readonly url: string;
  readonly capturedOn: CalendarDay;
  readonly evidence: Evidence;
}

export type AdoptionStage =
  "consultation" | "public-comment" | "criteria-publication" | "adopted" | "abandoned";

/**
 * A list that would exist here alone, on its way to being adopted (地方名单的制定). It is what its recorded events amount to, and holds
 * nothing about anybody.
 */
export interface ListAdoption {
  readonly adoptionId: string;
  readonly listId: `local/${string}`;
  readonly listName: string;
  /** The body that proposes the list. */
  readonly proposer: string;
  /** Null where the proposer claims none of the four areas. */
  readonly area: LawPack["area"] | null;
  readonly basis: RegulationBasis;
  readonly registeredOn: CalendarDay;
  readonly registeredBy: string;
  readonly stage: AdoptionStage;
  /** Number of events that the state stands on. */
  readonly version: number;
  readonly criteria: LocalCriteria | null;
  readonly consultations: readonly Consultation[];
  readonly comment: CommentPeriod | null;
  readonly captures: readonly SiteCapture[];
  readonly adoptedOn: CalendarDay | null;
  readonly abandonedBecause: string;
}

/** What is proposed when a local list is entered in the registry (名单登记). */
export type Registration = Pick<
  ListAdoption,
  "listId" | "listName" | "proposer" | "area" | "basis"
>;

/** What rules of adoption look at: the proposal as it would be after the act, on the day of the act. */
export interface AdoptionSubject {
  readonly act: "register-list" | AdoptionCommandKind;
  readonly adoption: ListAdoption;
  readonly today: CalendarDay;
}

/** Acts on a proposal that is in the registry. */
export type AdoptionCommand =
  | { readonly kind: "state-criteria"; readonly criteria: LocalCriteria }
  | { readonly kind: "record-consultation"; readonly consultation: Consultation }
  | { readonly kind: "open-comment"; readonly openedOn: CalendarDay; readonly place: string }
  | ({ readonly kind: "close-comment" } & ClosedComment)
  | { readonly kind: "publish-criteria"; readonly capture: SiteCapture }
  | { readonly kind: "adopt-list" }
  | { readonly kind: "abandon-list"; readonly reasons: string };

export type AdoptionCommandKind = AdoptionCommand["kind"];

/** How the comment period ended, and what came in. */
export interface ClosedComment {
  /** The last day on which comments were taken. */
  readonly closedOn: CalendarDay;
  readonly received: number;
  /** What was said, what of it was taken up, and why not the rest. */
  readonly digest: string;
  readonly evidence: Evidence;
}

/** What happened to a proposal. */
export type AdoptionEvent =
  | {
      readonly type: "ListRegistered";
      readonly adoptionId: string;
      readonly registration: Registration;
      readonly registeredOn: CalendarDay;
      readonly registeredBy: string;
    }
  | { readonly type: "CriteriaStated"; readonly criteria: LocalCriteria }
  | { readonly type: "GroupConsulted"; readonly consultation: Consultation }
  | { readonly type: "CommentOpened"; readonly comment: CommentPeriod }
  | { readonly type: "CommentPeriodPassed" }
  | { readonly type: "CommentClosed"; readonly closed: ClosedComment }
  | { readonly type: "CriteriaPublished"; readonly capture: SiteCapture }
  | { readonly type: "ListAdopted"; readonly adoptedOn: CalendarDay }
  | { readonly type: "AdoptionAbandoned"; readonly reasons: string };
