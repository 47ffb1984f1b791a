import { and, eq, inArray, sql, type SQL } from "drizzle-orm";
import type { Transaction } from "../../platform/database.ts";
import { caseFiles, followUps } from "../../schema/index.ts";
import { listingCaseId, lookAgainSignal } from "../../workflows/messages.ts";
import type { AppDeps } from "../deps.ts";

/** What is shown now is opened for publication once more; places that have it already are not told again. */
export async function publishAgain(
  tx: Transaction,
  which: SQL | undefined,
): Promise<readonly string[]> {
  const shown = await tx
    .select({ caseId: caseFiles.caseId })
    .from(caseFiles)
    .where(and(which, sql`${caseFiles.state}->>'publicationState' = 'shown'`));
  const caseIds = shown.map((each) => each.caseId);
  if (caseIds.length === 0) return [];
  await tx
    .update(followUps)
    .set({ doneAt: null })
    .where(
      and(
        eq(followUps.kind, "publish"),
        inArray(followUps.caseId, caseIds),
        sql`${followUps.version} = (select (c.state->>'publicationVersion')::int from case_files c where c.case_id = follow_ups.case_id)`,
      ),
    );
  return caseIds;
}

/** A case that cannot be told now looks at itself later. */
export async function wakeCases(
  { temporal, logger }: Pick<AppDeps, "temporal" | "logger">,
  caseIds: readonly string[],
): Promise<void> {
  const told = await Promise.allSettled(
    caseIds.map((caseId) =>
      temporal.client.workflow.getHandle(listingCaseId(caseId)).signal(lookAgainSignal),
    ),
  );
  const missed = told.filter((each) => each.status === "rejected").length;
  if (missed > 0) logger.warn({ missed }, "cases go out to their new places later");
}
