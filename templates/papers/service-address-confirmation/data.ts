import type { CalendarDay } from "../../../domain/deadlines/calendar-day.ts";
import type { AddressedPaperData, ContactData } from "../paper-data.ts";

/** Confirmed address for service (送达地址确认书), a ruled form: where papers reach the party, and what follows from the choice. */
export interface ServiceAddressConfirmationData extends AddressedPaperData {
  readonly recipient: string;
  readonly address: string;
  readonly phone: string;
  /** Whether the party agrees to electronic service, in words. */
  readonly electronic: string;
  /** Fax number, mail address or the like; null where the party does not agree. */
  readonly electronicAddress: string | null;
  readonly confirmedOn: CalendarDay;
  /** How it was confirmed: on the party's page, or on signed paper. */
  readonly confirmedHow: string;
  /** The rule on changed and wrong addresses, with citation. */
  readonly consequenceBasis: string;
  readonly electronicBasis: string;
  readonly contact: ContactData;
}
