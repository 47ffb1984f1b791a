import { and, asc, inArray, lt, sql } from "drizzle-orm";
import { leadImports } from "../schema/index.ts";
import { startLeadImport } from "../workflow-client/lead-import.ts";
import type { DispatchDeps } from "./dispatch.ts";

const IMPORTS_AT_ONCE = 20;

/** Sets going what came in and waits, or that nobody has been at for a while; where its workflow runs, nothing happens. */
export async function dispatchImports(deps: DispatchDeps): Promise<void> {
  const waiting = await deps.database
    .select({ importId: leadImports.importId })
    .from(leadImports)
    .where(
      and(
        inArray(leadImports.state, ["waiting", "running"]),
        lt(
          leadImports.touchedAt,
          sql`case_clock_now() - make_interval(secs => ${deps.everyMs / 1_000})`,
        ),
      ),
    )
    .orderBy(asc(leadImports.touchedAt))
    .limit(IMPORTS_AT_ONCE);
  for (const { importId } of waiting) {
    await startLeadImport(deps, importId);
  }
}
