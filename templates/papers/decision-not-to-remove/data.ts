import type { CalendarDay } from "../../../domain/deadlines/calendar-day.ts";
import type {
  AddressedPaperData,
  LabelledText,
  PaperReference,
  RemediesData,
} from "../paper-data.ts";

/** A condition of removal that is not met, and what was found. */
export interface UnmetConditionData {
  readonly condition: string;
  readonly finding: string;
}

/** Decision not to remove (不予移出决定书), with the day from which removal may be asked for again. */
export interface DecisionNotToRemoveData extends AddressedPaperData {
  readonly listName: string;
  readonly partyDetails: readonly LabelledText[];
  readonly listingDecision: PaperReference;
  readonly appliedOn: CalendarDay;
  readonly acceptedOn: CalendarDay;
  readonly unmetConditions: readonly UnmetConditionData[];
  readonly reasons: readonly string[];
  readonly legalBasis: readonly string[];
  readonly mayAskAgainOn: CalendarDay;
  /** How that day was counted, with citation. */
  readonly mayAskAgainBasis: string;
  readonly remedies: RemediesData;
}
