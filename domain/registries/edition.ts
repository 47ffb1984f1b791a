import type { CalendarDay } from "../deadlines/calendar-day.ts";
import type { Citation } from "../law/citation.ts";
import type { MeasureRow } from "../measures/catalog.ts";
import type { ListId } from "../packs/list-id.ts";

/** Whose directory or catalog it is (层级): the nation's, the region's supplement, the city's supplement. */
export type EditionLevel = "national" | "region" | "city";

/**
 * What an item of the directory records (信息种类): a serious-defaulter list, one of the six negative kinds of 广西条例 20, or
 * something that speaks against nobody.
 */
export type ItemKind =
  | "serious-list"
  | "administrative-acts"
  | "broken-pledges"
  | "fraud"
  | "professional-breaches"
  | "refused-judgments"
  | "by-local-regulation"
  | "not-negative";

/** Whether an item may be shown (公开属性). */
export type Openness = "shown-to-all" | "on-request" | "not-shown";

/** One item of the public credit directory (公共信用信息目录条目). */
export interface DirectoryItem {
  readonly id: string;
  readonly kind: ItemKind;
  /** The list whose entries it records; null where it is about something else. */
  readonly listId: ListId | null;
  /** The conduct or fact that is recorded (具体行为). */
  readonly conduct: string;
  /** Null where the annex was not read. */
  readonly openness: Openness | null;
  readonly sharing: string;
  readonly source: string;
  readonly frequency: string;
  readonly citations: readonly Citation[];
  /** The law that allows what the directory otherwise never holds; null where none does. */
  readonly allowedBy: Citation | null;
}

/** A step that a supplement of the city must have behind it (编制证明), with its number and day. */
export interface EditionProof {
  readonly number: string;
  readonly provenOn: CalendarDay;
}

/** The four steps, 细则（三）（十）、广西条例 19. */
export interface EditionProofs {
  readonly comments: EditionProof | null;
  readonly approval: EditionProof | null;
  readonly publication: EditionProof | null;
  readonly filing: EditionProof | null;
}

interface EditionHead {
  readonly edition: string;
  readonly level: EditionLevel;
  readonly title: string;
  readonly inForceFrom: CalendarDay;
  readonly inForceTo: CalendarDay | null;
  /** The local regulation that gives a supplement its scope; null for what is not a supplement of the city. */
  readonly scope: Citation | null;
}

/** A directory as it stands in one edition (目录版本). */
export interface DirectoryEdition extends EditionHead {
  readonly registry: "directory";
  readonly items: readonly DirectoryItem[];
}

/** A measure catalog as it stands in one edition (清单版本). */
export interface CatalogEdition extends EditionHead {
  readonly registry: "catalog";
  readonly rows: readonly MeasureRow[];
}

export type Edition = DirectoryEdition | CatalogEdition;

/** An item with the edition that holds it. */
export interface HeldItem {
  readonly item: DirectoryItem;
  readonly edition: string;
  readonly level: EditionLevel;
  readonly inForceFrom: CalendarDay;
  readonly inForceTo: CalendarDay | null;
}

/** What directory and catalog hold, of every edition, each with its days (目录与清单). */
export interface LawBooks {
  readonly directory: readonly HeldItem[];
  readonly catalog: readonly MeasureRow[];
  /** The national edition of the catalog in force on a day: a new case pins it. */
  readonly catalogEditions: readonly {
    readonly edition: string;
    readonly inForceFrom: CalendarDay;
  }[];
}
