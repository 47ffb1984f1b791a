import type { CalendarDay } from "../../../domain/deadlines/calendar-day.ts";
import type {
  AddressedPaperData,
  LabelledText,
  MeasureData,
  RemediesData,
  SignedDraftData,
} from "../paper-data.ts";

/** One point of the party's defense and the authority's answer to it. */
export interface DefensePointData {
  readonly point: string;
  readonly outcome: "采纳" | "不予采纳" | "部分采纳";
  readonly reasons: string;
}

/** What became of the defense period: stated, waived in so many words, or run out in silence. */
export type DefenseOutcomeData =
  | {
      readonly kind: "stated";
      readonly receivedOn: CalendarDay;
      readonly points: readonly DefensePointData[];
    }
  | { readonly kind: "waived"; readonly waivedOn: CalendarDay }
  | { readonly kind: "silent"; readonly windowEndedOn: CalendarDay };

/** Publication of the listing (公示), or why it is not shown to the public. */
export type PublicationData =
  | {
      readonly kind: "public";
      readonly basis: string;
      readonly channels: readonly string[];
      readonly fields: readonly string[];
    }
  | { readonly kind: "not-public"; readonly reasons: string };

/**
 * Listing decision (列入决定书) with the five sections of the city's rules, item (九):
 * grounds, basis, notice of measures, conditions and procedure of removal, remedies.
 */
export interface ListingDecisionData extends AddressedPaperData, SignedDraftData {
  readonly listName: string;
  readonly partyDetails: readonly LabelledText[];
  /** Effective legal documents the finding rests on (生效法律文书), printed with number, organ, date. */
  readonly basisDocuments: readonly string[];
  readonly facts: readonly string[];
  readonly evidence: readonly string[];
  readonly reasons: readonly string[];
  /** The prior notice and its service. */
  readonly noticeNumber: string;
  readonly noticeServedOn: CalendarDay;
  /** E.g. 直接送达. */
  readonly noticeServiceMethod: string;
  readonly defense: DefenseOutcomeData;
  /** A sentence on the hearing held, or null. */
  readonly hearing: string | null;
  /** Consent of the next higher authority with its number, where the list asks for it. */
  readonly upperConsent: string | null;
  readonly legalBasis: readonly string[];
  readonly measures: readonly MeasureData[];
  readonly proportionality: string;
  readonly publication: PublicationData;
  /** How long the listing lasts, in words, e.g. 三年. */
  readonly listedTerm: string;
  /** Citation of the term. */
  readonly listedTermBasis: string;
  /** Last day the listing is shown; gone after its end. */
  readonly listedUntil: CalendarDay;
  /** First day on which repair may be asked for. */
  readonly repairFrom: CalendarDay;
  /** Citation of that minimum period. */
  readonly repairFromBasis: string;
  readonly removalConditions: readonly string[];
  readonly removalProcedure: readonly string[];
  readonly remedies: RemediesData;
}
