import type {
  Expectation,
  Holding,
  SentForm,
} from "../../../domain/publication/reconcile/holding.ts";
import type { ChannelForm } from "../../../domain/publication/listing-record.ts";
import type { SignedForm } from "../../../domain/publication/layouts/layout.ts";
import type { CalendarDay } from "../../../domain/deadlines/calendar-day.ts";

/** The days on which a reading began and on which it was compared: the same, but for what goes over midnight. */
export interface ReadingDays {
  readonly since: CalendarDay;
  readonly until: CalendarDay;
}

/** How a channel is asked what it shows (回读). */
export interface ReadBack {
  /** Which of several receivers of one channel is asked; absent where there is one. */
  readonly receiver?: string;
  /** How long after its receipt a receiver may take to show an entry. */
  readonly graceMs: number;
  /** What it shows: of these entries, or of all. One that is away throws `DeliveryFailed`. */
  readonly read: (entryIds: readonly string[] | "all") => Promise<readonly Holding[]>;
  /** What it is to show of a form, in the fields in which it tells; null where that changed while it was read. */
  readonly expect: (
    signed: SignedForm,
    earlier: readonly ChannelForm[],
    days: ReadingDays,
  ) => Expectation | null;
  /** The same of a form that is none of our listings; absent where the way of transport takes none. */
  readonly expectOther?: (signed: {
    readonly form: SentForm;
    readonly signature: string;
  }) => Expectation;
}
