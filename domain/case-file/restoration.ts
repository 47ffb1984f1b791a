import type { CalendarDay } from "../deadlines/calendar-day.ts";
import type { DefenseStatement } from "./content.ts";
import type { CaseFile, HeldDeadline } from "./state.ts";

/** What became of a restoration that was proposed (恢复列入的结果). */
export type RestorationOutcome = "restored" | "ended";

/** Why a restoration came to nothing (终止恢复列入的原因). */
export type RestorationEnding = "not-proven" | "listing-over" | "basis-annulled";

/**
 * The restoration of a listing whose early removal was got by falsehood (恢复列入): notice, defense and review of its own, and the
 * end of the listing where it always was.
 */
export interface Restoration {
  readonly applicationId: string;
  readonly proposedOn: CalendarDay;
  readonly reasons: string;
  /** Titles of what proves the falsehood. */
  readonly evidenceTitles: readonly string[];
  /** Statements that the case held before: they have nothing to do with this. */
  readonly statementsBefore: number;
  readonly defenseEnded: "expired" | "waived" | "final" | null;
  readonly review: { readonly agrees: boolean; readonly opinion: string } | null;
  readonly decidedOn: CalendarDay | null;
  readonly outcome: RestorationOutcome | null;
  readonly outcomeReasons: string;
}

/** The restoration that is under way, or undefined. */
export function findRunningRestoration(file: CaseFile): Restoration | undefined {
  return file.stage === "restoration" ? (file.restoration ?? undefined) : undefined;
}

/** The clock of the listing as it was last set (列入期限): restored, a listing ends when it always would have. */
export function findListingEnd(file: CaseFile): HeldDeadline | undefined {
  return file.deadlines.findLast((each) => each.termId === "listing-end");
}

/** What the party said in the procedure that is under way; what was said before the listing belongs to the listing. */
export function findPresentStatements(file: CaseFile): readonly DefenseStatement[] {
  return file.statements.slice(findRunningRestoration(file)?.statementsBefore ?? 0);
}
