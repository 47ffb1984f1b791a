import type { CalendarDay } from "../../../domain/deadlines/calendar-day.ts";
import type {
  AddressedPaperData,
  LabelledText,
  PaperReference,
  RemediesData,
} from "../paper-data.ts";
import type { LiftedMeasureData } from "../removal-decision/data.ts";

/** Annulment of a listing (撤销列入决定书): the listing was wrong from the start, or its basis fell away. */
export interface AnnulmentDecisionData extends AddressedPaperData {
  readonly listName: string;
  readonly partyDetails: readonly LabelledText[];
  readonly listingDecision: PaperReference;
  /** Facts found: which document was annulled, what was wrong. */
  readonly findings: readonly string[];
  readonly reasons: readonly string[];
  readonly legalBasis: readonly string[];
  /** By when every channel has withdrawn the record. */
  readonly withdrawnBy: CalendarDay;
  readonly withdrawnByBasis: string;
  readonly channels: readonly string[];
  readonly liftedMeasures: readonly LiftedMeasureData[];
  /** What the authority does to remove the bad effect (消除不良影响). */
  readonly harmRepair: readonly string[];
  /** How compensation can be claimed, with citation. */
  readonly compensation: string;
  readonly remedies: RemediesData;
}
