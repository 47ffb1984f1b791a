import type { CaseStanding } from "../activities/case-record/standing.ts";

/** Whether a standing was read before the one that is known: a record only grows. */
export function isOutdated(
  known: Pick<CaseStanding, "version"> | null,
  read: Pick<CaseStanding, "version">,
): boolean {
  return known !== null && read.version < known.version;
}
