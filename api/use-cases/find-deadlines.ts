import type { Actor } from "../../domain/case-file/actor.ts";
import { inTransaction } from "../../platform/database.ts";
import type { AppDeps } from "../deps.ts";
import { viewDeadline, type DeadlineView } from "./deadline-view.ts";
import { readCaseLaw, readVisibleCase } from "./visible-case.ts";

/** Every deadline of a case, with how it was counted and how it stands. */
export async function findDeadlines(
  deps: Pick<AppDeps, "database" | "law">,
  actor: Actor,
  caseId: string,
): Promise<readonly DeadlineView[]> {
  return inTransaction(deps.database, async (tx) => {
    const visible = await readVisibleCase(tx, actor, caseId);
    const { pack, calendar } = await readCaseLaw(deps.law, tx, visible);
    const counting = { calendar, region: pack.calendarRegion, today: visible.today };
    return visible.file.deadlines.map((each) => viewDeadline(each, counting));
  });
}
