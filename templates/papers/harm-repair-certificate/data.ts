import type { AddressedPaperData, LabelledText, PaperReference } from "../paper-data.ts";

/** One thing that was undone, and how. */
export interface UndoneData {
  readonly item: string;
  readonly result: string;
}

/** Certificate that the harm of a wrong listing is undone (消除影响证明). */
export interface HarmRepairCertificateData extends AddressedPaperData {
  readonly listName: string;
  readonly partyDetails: readonly LabelledText[];
  readonly listingDecision: PaperReference;
  readonly annulmentDecision: PaperReference;
  /** Every place that held the listing and has confirmed its recall. */
  readonly recalledFrom: readonly string[];
  readonly undone: readonly UndoneData[];
  /** The authority's word to the party. */
  readonly statement: string;
  readonly legalBasis: readonly string[];
  readonly inquiryPhone: string;
}
