import type { CalendarDay } from "../../../domain/deadlines/calendar-day.ts";
import type {
  AddressedPaperData,
  ContactData,
  LabelledText,
  PaperReference,
} from "../paper-data.ts";

/** Notice that a listing is to be restored (恢复列入告知书), because its early removal was got by falsehood. */
export interface RestorationNoticeData extends AddressedPaperData {
  readonly listName: string;
  readonly partyDetails: readonly LabelledText[];
  readonly listingDecision: PaperReference;
  readonly removalDecision: PaperReference;
  /** What in the application or its proof was untrue, and how it was found out. */
  readonly findings: readonly string[];
  readonly evidence: readonly string[];
  readonly legalBasis: readonly string[];
  /** The end of the listing, which does not move. */
  readonly listedUntil: CalendarDay;
  readonly defenseTerm: string;
  readonly defenseTermBasis: string;
  readonly contact: ContactData;
}
