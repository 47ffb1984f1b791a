import type { CalendarDay } from "../../../domain/deadlines/calendar-day.ts";
import type {
  AddressedPaperData,
  ContactData,
  PaperReference,
  SignedDraftData,
} from "../paper-data.ts";

/** Credit-repair notice (信用修复告知书), served in one act with the listing decision (两书同达). */
export interface RepairNoticeData extends AddressedPaperData, SignedDraftData {
  readonly listName: string;
  /** The listing decision it goes with. */
  readonly decision: PaperReference;
  /** What the listing means for the party, one effect a paragraph. */
  readonly effects: readonly string[];
  /** The shortest and the longest time the listing is public, in words, and where they come from. */
  readonly minimumTerm: string;
  readonly maximumTerm: string;
  readonly termBasis: string;
  /** First day on which repair may be asked for. */
  readonly repairFrom: CalendarDay;
  /** Last day the listing is shown. */
  readonly listedUntil: CalendarDay;
  readonly conditions: readonly string[];
  /** Papers to hand in. */
  readonly materials: readonly string[];
  /** Where to apply: online and at the counter. */
  readonly channels: readonly string[];
  /** Within how long the authority says whether it accepts, e.g. 三个工作日. */
  readonly acceptTerm: string;
  /** Within how long the result is told, e.g. 十个工作日. */
  readonly resultTerm: string;
  readonly handlingBasis: string;
  /** Citation of the ban on fees. */
  readonly freeOfChargeBasis: string;
  /** What follows from false statements, with citation; null where the pack holds no verified text. */
  readonly falseStatement: string | null;
  readonly contact: ContactData;
  /** Where to complain about fees or delay. */
  readonly complaintPhone: string;
}
