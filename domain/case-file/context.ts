import type { Authority } from "../authorities/authority.ts";
import type { Calendar } from "../deadlines/calendar.ts";
import type { CalendarDay } from "../deadlines/calendar-day.ts";
import type { MeasureRow } from "../measures/catalog.ts";
import type { LawPack } from "../packs/law-pack.ts";
import type { HeldItem } from "../registries/edition.ts";
import type { Actor } from "./actor.ts";
import type { ReadingOffice } from "./harm.ts";

/** A character of what was handed in that no font can print: code point and field, for the person to mend. */
export interface UnprintableCharacter {
  readonly field: string;
  readonly codePoint: number;
}

/**
 * Everything besides the case itself that a judgement depends on. The moment is when the act was *received*,
 * so that an act handed in at the last minute is judged in time however late it is processed.
 */
export interface DecideContext {
  readonly at: Date;
  /** Shanghai day of `at`. */
  readonly today: CalendarDay;
  readonly actor: Actor;
  /** Command or deadline under which the events are recorded. */
  readonly actId: string;
  readonly authority: Authority;
  readonly pack: LawPack;
  /** The version of the list's pack in force now; looked up for acts that move a case to it, null otherwise. */
  readonly activePack: LawPack | null;
  /** The offices that looked at the case beside those who handle it; looked up for the annulment, empty otherwise. */
  readonly readBy: readonly ReadingOffice[];
  /** Rows of the measure catalog, of every edition, with their days. */
  readonly catalog: readonly MeasureRow[];
  /** Items of the public credit directory, of every edition, with their days. */
  readonly directory: readonly HeldItem[];
  readonly calendar: Calendar;
  readonly unprintable: readonly UnprintableCharacter[];
  /** What keeps the authority's seal from being used; looked up for the head's signature, null otherwise. */
  readonly sealProblem: string | null;
  /** Birth day of a natural person, looked up for acts that list; null otherwise, and for organizations. */
  readonly birthDay: CalendarDay | null;
  /** SHA-256 in hex of a value in canonical JSON; passed in because the domain has no libraries. */
  readonly digest: (value: unknown) => string;
}
