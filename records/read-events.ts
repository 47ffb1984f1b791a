import { asc, eq } from "drizzle-orm";
import type { CaseEvent } from "../domain/case-file/events.ts";
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

/** The events up to the end of one act: what a paper issued by that act speaks of, whatever happened since. */
export function upToAct(events: readonly CaseEvent[], actId: string): readonly CaseEvent[] {
  const last = events.map((event) => event.actId).lastIndexOf(actId);
  return events.slice(0, last + 1);
}
