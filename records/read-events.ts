import { asc, eq } from "drizzle-orm";
import { replay } from "../domain/case-file/evolve.ts";
import type { CaseEvent } from "../domain/case-file/events.ts";
import type { CaseFile } from "../domain/case-file/state.ts";
import type { Transaction } from "../platform/database.ts";
import { caseEvents } from "../schema/index.ts";

/** Every event of a case, oldest first. */
export async function readEvents(tx: Transaction, caseId: string): Promise<readonly CaseEvent[]> {
  const rows = await tx
    .select({ body: caseEvents.body })
    .from(caseEvents)
    .where(eq(caseEvents.caseId, caseId))
    .orderBy(asc(caseEvents.seq));
  // Each body is the canonical text of an event that this product wrote.
  return rows.map((row) => JSON.parse(row.body) as CaseEvent);
}

/**
 * The case that a paper speaks of: as the act left it that issued the paper, whatever happened since, but in the stage in which the act
 * was done; what is to be served is a question about that stage, not about the one it led to.
 */
export function replayForPaper(events: readonly CaseEvent[], issued: CaseEvent): CaseFile {
  const acts = events.map((event) => event.actId);
  const file = replay(events.slice(0, acts.lastIndexOf(issued.actId) + 1));
  if (file === null) throw new Error("a paper was issued in no case");
  const before = replay(events.slice(0, Math.max(1, acts.indexOf(issued.actId))));
  return { ...file, stage: before?.stage ?? "draft" };
}
