import type { Authority } from "../domain/authorities/authority.ts";
import type { Actor } from "../domain/case-file/actor.ts";
import type { DecideContext, UnprintableCharacter } from "../domain/case-file/context.ts";
import type { ReadingOffice } from "../domain/case-file/harm.ts";
import { dayOf, type CalendarDay } from "../domain/deadlines/calendar-day.ts";
import type { Calendar } from "../domain/deadlines/calendar.ts";
import type { LawPack } from "../domain/packs/law-pack.ts";
import type { LawBooks } from "../domain/registries/edition.ts";
import { digestOf } from "./digest.ts";

/** What a judgement needs besides the moment and the person. */
export interface CaseLaw {
  readonly authority: Authority;
  readonly pack: LawPack;
  readonly calendar: Calendar;
  /** Directory and measure catalog, of every edition. */
  readonly books: LawBooks;
}

/** Puts together what `decide` is given: the law of the case, the person, and the moment that counts. */
export function makeContext(
  law: CaseLaw,
  act: { readonly actId: string; readonly actor: Actor; readonly at: Date },
  found: {
    readonly unprintable?: readonly UnprintableCharacter[];
    readonly sealProblem?: string | null;
    readonly birthDay?: CalendarDay | null;
    readonly activePack?: LawPack | null;
    readonly readBy?: readonly ReadingOffice[];
  } = {},
): DecideContext {
  return {
    at: act.at,
    today: dayOf(act.at),
    actor: act.actor,
    actId: act.actId,
    authority: law.authority,
    pack: law.pack,
    activePack: found.activePack ?? null,
    readBy: found.readBy ?? [],
    catalog: law.books.catalog,
    directory: law.books.directory,
    calendar: law.calendar,
    unprintable: found.unprintable ?? [],
    sealProblem: found.sealProblem ?? null,
    birthDay: found.birthDay ?? null,
    digest: digestOf,
  };
}
