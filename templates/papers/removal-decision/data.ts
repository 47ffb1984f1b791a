import type { CalendarDay } from "../../../domain/deadlines/calendar-day.ts";
import type { AddressedPaperData, LabelledText, PaperReference } from "../paper-data.ts";

/** A measure that ends with the listing, and who lifts it. */
export interface LiftedMeasureData {
  readonly name: string;
  readonly implementer: string;
}

/** How the removal came about: on the party's application, or by the authority itself. */
export type RemovalOriginData =
  | {
      readonly kind: "application";
      readonly appliedOn: CalendarDay;
      readonly acceptedOn: CalendarDay;
    }
  | { readonly kind: "own-motion" };

/** Removal decision (移出决定书): early removal after credit repair, or on the authority's own motion. */
export interface RemovalDecisionData extends AddressedPaperData {
  readonly listName: string;
  readonly partyDetails: readonly LabelledText[];
  readonly listingDecision: PaperReference;
  readonly origin: RemovalOriginData;
  /** What was verified, condition by condition. */
  readonly findings: readonly string[];
  readonly legalBasis: readonly string[];
  /** From which day the party is off the list. */
  readonly removedOn: CalendarDay;
  readonly channels: readonly string[];
  readonly liftedMeasures: readonly LiftedMeasureData[];
}
