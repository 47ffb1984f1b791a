import type { Authority } from "./authorities/authority.ts";
import type { CaseFile } from "./case-file/state.ts";
import type { CalendarDay } from "./deadlines/calendar-day.ts";
import type { PartyData } from "./masking/profiles.ts";
import type { LawPack } from "./packs/law-pack.ts";

/** A paper or a piece of evidence in the volume of a case (案卷材料), in its place. */
export interface VolumeItem {
  readonly title: string;
  readonly number: string | null;
  /** Who made it (责任者). */
  readonly author: string;
  /** Null where the record does not say. */
  readonly day: CalendarDay | null;
  /** Null for a file that has no pages. */
  readonly pages: number | null;
}

/** What the sheets of a volume are composed from: the case as it stands, and everything that lies in it. */
export interface VolumeSubject {
  readonly file: CaseFile;
  readonly pack: LawPack;
  readonly authority: Authority;
  readonly party: PartyData;
  readonly items: readonly VolumeItem[];
  /** Papers that are issued and whose files are still being made. */
  readonly unmade: number;
  readonly officers: readonly string[];
  readonly binder: string | null;
  readonly today: CalendarDay;
  readonly chain: { readonly events: number; readonly isIntact: boolean; readonly head: string };
}
