import type { CalendarDay } from "../deadlines/calendar-day.ts";
import type { Citation } from "../law/citation.ts";
import type { LegalRank, TermLength } from "../packs/law-pack.ts";
import type { ListId } from "../packs/list-id.ts";
import type { PartyKind, PartyRole } from "../parties/party.ts";
import { ACCESS_ROWS } from "./starter-rows-access.ts";
import { OTHER_ROWS } from "./starter-rows-other.ts";
import { POSITION_ROWS } from "./starter-rows-positions.ts";
/** Gravity of a breach (失信程度), as in the credit-repair rules: 1 轻微, 2 一般, 3 严重. */
export type Gravity = 1 | 2 | 3;

/** Field of life a measure touches (措施类别), short names of the national list's categories. */
export type MeasureCategory =
  | "market-access"
  | "positions"
  | "exit"
  | "registration"
  | "supervision"
  | "funds"
  | "procurement"
  | "accounts"
  | "trade";

/**
 * Who carries a measure out (实施主体). Only a `public-body` can be given a task;
 * all others are merely informed and decide for themselves, 细则(十).
 */
export interface Implementer {
  readonly id: string;
  readonly name: string;
  readonly kind:
    "public-body" | "financial" | "association" | "media" | "credit-service" | "enterprise";
}

/** One row of a measure catalog (失信惩戒措施清单条目). A case refers to rows; free text does not exist. */
export interface MeasureRow {
  readonly id: string;
  readonly edition: string;
  readonly inForceFrom: CalendarDay;
  readonly inForceTo: CalendarDay | null;
  readonly category: MeasureCategory;
  readonly title: string;
  /** Kinds and roles of parties the row may be used against; a party must match one of the kinds named. */
  readonly targets: readonly (PartyKind | PartyRole)[];
  /** Whom the statute means, in words. */
  readonly targetText: string;
  /** Lists whose subjects the row reaches; empty where the statute ties it to conduct, not to a list. */
  readonly lists: readonly ListId[];
  readonly citations: readonly Citation[];
  readonly legalRank: LegalRank;
  readonly implementers: readonly Implementer[];
  /** The next edition of the same level, where there is one: only cases that pinned this one still use the row. */
  readonly supersededBy?: string;
  readonly active: boolean;
  /** Why the row may not be used; null for an active row. */
  readonly inactiveReason: string | null;
  /** The least gravity of breach that may carry the measure (过惩相当). */
  readonly leastGravity: Gravity;
  /** The longest the measure may last; null where the statute sets no number, see `termText`. */
  readonly maxTerm: TermLength | null;
  /** The duration in words: 三年以内, 终身, 列入期间. */
  readonly termText: string;
}

/** Every row known, of every edition (失信惩戒措施清单). Rows are referred to by id and edition, and never deleted. */
export const MEASURE_CATALOG: readonly MeasureRow[] = [
  ...ACCESS_ROWS,
  ...POSITION_ROWS,
  ...OTHER_ROWS,
];

/** Finds a row by its id and edition; null where the catalog does not hold it. */
export function findMeasureRow(id: string, edition: string): MeasureRow | null {
  return MEASURE_CATALOG.find((row) => row.id === id && row.edition === edition) ?? null;
}

/** Whether a row may be used on a day: ticked in the national list, and the day within its dates. */
export function isUsable(row: MeasureRow, day: CalendarDay): boolean {
  return row.active && row.inForceFrom <= day && (row.inForceTo === null || day <= row.inForceTo);
}

/**
 * Whether a row may be used against this party: its kind must be among the targets, and its role too where the row names roles.
 *
 * Example: a row for `["natural-person", "legal-representative"]` does not reach a manager.
 */
export function reaches(row: MeasureRow, kind: PartyKind, role: PartyRole): boolean {
  const roles = row.targets.filter((target) => ROLES.has(target));
  return row.targets.includes(kind) && (roles.length === 0 || roles.includes(role));
}

const ROLES: ReadonlySet<string> = new Set<PartyRole>([
  "subject",
  "employer",
  "legal-representative",
  "responsible-manager",
  "other-responsible",
]);
