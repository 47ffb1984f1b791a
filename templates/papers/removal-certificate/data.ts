import type { CalendarDay } from "../../../domain/deadlines/calendar-day.ts";
import type { AddressedPaperData, LabelledText, PaperReference } from "../paper-data.ts";
import type { LiftedMeasureData } from "../removal-decision/data.ts";

/** Certificate of removal on expiry (到期移出证明), made by the system under a standing authorization; no application, no clerk. */
export interface RemovalCertificateData extends AddressedPaperData {
  readonly listName: string;
  readonly partyDetails: readonly LabelledText[];
  readonly listingDecision: PaperReference;
  /** Last day the listing was shown. */
  readonly listedUntil: CalendarDay;
  /** First day off the list. */
  readonly removedOn: CalendarDay;
  readonly legalBasis: readonly string[];
  readonly channels: readonly string[];
  readonly liftedMeasures: readonly LiftedMeasureData[];
  /** The authority's standing authorization for certificates, by number. */
  readonly authorization: string;
  readonly inquiryPhone: string;
}
