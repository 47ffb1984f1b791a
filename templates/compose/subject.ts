import type { Authority } from "../../domain/authorities/authority.ts";
import type { ServiceAddress } from "../../domain/case-file/content.ts";
import type { CaseFile } from "../../domain/case-file/state.ts";
import type { CalendarDay } from "../../domain/deadlines/calendar-day.ts";
import type { Calendar } from "../../domain/deadlines/calendar.ts";
import type { MeasureRow } from "../../domain/measures/catalog.ts";
import type { PartyData } from "../../domain/masking/profiles.ts";
import type { LawPack } from "../../domain/packs/law-pack.ts";

/** What a paper is composed from: the case as it stood when the paper was issued, its law, and the party in clear. */
export interface PaperSubject {
  readonly file: CaseFile;
  readonly pack: LawPack;
  readonly calendar: Calendar;
  readonly catalog: readonly MeasureRow[];
  readonly authority: Authority;
  readonly party: PartyData;
  /** The confirmed address for service in clear; null where none was confirmed. */
  readonly serviceAddress: ServiceAddress | null;
  /** Null while the paper is a draft. */
  readonly number: string | null;
  readonly issuedOn: CalendarDay | null;
  /** Name of the person whose act issued the paper; null on a draft, and where the system or the party acted. */
  readonly issuedBy: string | null;
  /** The day on which a draft is looked at, or the paper issued. */
  readonly today: CalendarDay;
  readonly checkUrl: string | null;
  readonly portalUrl: string;
  /** The party's code as this copy may show it. */
  readonly code: { readonly shown: "clear" | "masked" | "none"; readonly text: string | null };
  /** True outside production. */
  readonly specimen: boolean;
}
