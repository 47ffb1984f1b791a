import { and, eq, isNull } from "drizzle-orm";
import { findNextDeadline } from "../../domain/case-file/fall-due.ts";
import type { CaseFile } from "../../domain/case-file/state.ts";
import type { Transaction } from "../../platform/database.ts";
import { followUps } from "../../schema/index.ts";
import type { CaseStanding } from "./standing.ts";

/** Says how a case stands, with the follow-up work that is still open. */
export async function readStanding(
  tx: Transaction,
  file: CaseFile,
  more = false,
): Promise<CaseStanding> {
  const open = await tx
    .select({ kind: followUps.kind, version: followUps.version })
    .from(followUps)
    .where(and(eq(followUps.caseId, file.caseId), isNull(followUps.doneAt)));
  const versions = open.map((row) => row.version).filter((version) => version !== null);
  return {
    version: file.version,
    stage: file.stage,
    nextDueAt: findNextDeadline(file)?.dueAt ?? null,
    papersToRender: open.filter((row) => row.kind === "render-paper").length,
    versionToPublish: versions.length === 0 ? null : Math.max(...versions),
    more,
  };
}
