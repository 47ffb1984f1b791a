import type { CalendarDay } from "../../../domain/deadlines/calendar-day.ts";
import type { AddressedPaperData, ContactData } from "../paper-data.ts";

/** One thing handed in with the defense. */
export interface ReceivedItemData {
  readonly title: string;
  /** E.g. 3页. */
  readonly extent: string;
}

/** Receipt for a statement and defense (陈述申辩受理回执). */
export interface DefenseReceiptData extends AddressedPaperData {
  readonly listName: string;
  readonly noticeNumber: string;
  /** Day and time of receipt, as printed, e.g. 2026年3月20日16时05分. */
  readonly receivedAt: string;
  /** How it came: 书面, 口头, 网上. */
  readonly form: string;
  readonly items: readonly ReceivedItemData[];
  /** Last day of the defense period; more may be handed in until its end. Null while service is not yet proven. */
  readonly windowEndsOn: CalendarDay | null;
  /** Within how long the party is told the result, with citation; null where the list has no such limit. */
  readonly replyTerm: string | null;
  readonly contact: ContactData;
}
