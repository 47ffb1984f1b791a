import { asc, eq } from "drizzle-orm";
import type { Actor } from "../../domain/case-file/actor.ts";
import { stateOfPaper, type PaperState } from "../../domain/case-file/paper-state.ts";
import { findPapersToServe, findService, type CaseFile } from "../../domain/case-file/state.ts";
import { parseDay, type CalendarDay } from "../../domain/deadlines/calendar-day.ts";
import { isPaperKind, mustBeServed, paperTitle, type PaperKind } from "../../domain/papers.ts";
import { inTransaction } from "../../platform/database.ts";
import { papers } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import { readVisibleCase } from "./visible-case.ts";

/** A paper of a case. */
export interface PaperView {
  readonly paperId: string;
  readonly kind: PaperKind;
  readonly title: string;
  readonly number: string;
  readonly issuedOn: CalendarDay;
  /** When it was proven to reach the party; null where it was not, or is not served. */
  readonly servedOn: CalendarDay | null;
  /** Whether it waits to be served now. */
  readonly toServe: boolean;
  readonly checkCode: string;
  /** Its file is made. */
  readonly rendered: boolean;
  readonly state: PaperState;
}

/** The papers of a case, oldest first; a party sees those that are meant for it and have reached it. */
export async function findPapers(
  deps: Pick<AppDeps, "database">,
  actor: Actor,
  caseId: string,
): Promise<readonly PaperView[]> {
  return inTransaction(deps.database, async (tx) => {
    const { file } = await readVisibleCase(tx, actor, caseId);
    const rows = await tx
      .select()
      .from(papers)
      .where(eq(papers.caseId, caseId))
      .orderBy(asc(papers.issuedOn), asc(papers.number));
    const isParty = actor.roles.includes("party");
    return rows.map((row) => viewPaper(row, file)).filter((paper) => !isParty || isPartys(paper));
  });
}

/** Says of a paper row what pages and callers show. */
export function viewPaper(row: typeof papers.$inferSelect, file: CaseFile): PaperView {
  const { paperId, kind, number, checkCode } = row;
  if (!isPaperKind(kind)) throw new Error("a paper of an unknown kind was issued");
  return {
    paperId,
    kind,
    title: paperTitle(kind),
    number,
    checkCode,
    issuedOn: parseDay(row.issuedOn),
    servedOn: findService(file, paperId)?.servedOn ?? null,
    toServe: findPapersToServe(file).some((paper) => paper.paperId === paperId),
    rendered: row.renderedAt !== null,
    state: stateOfPaper(file, { paperId, kind }),
  };
}

const FOR_THE_FILE: readonly PaperKind[] = ["proof-of-service", "legal-review-opinion"];

/** Whether a party may read a paper of its own case: one that must be served exists for it only once it is. */
export function isPartys(paper: Pick<PaperView, "kind" | "servedOn">): boolean {
  if (FOR_THE_FILE.includes(paper.kind)) return false;
  return paper.servedOn !== null || !mustBeServed(paper.kind);
}
