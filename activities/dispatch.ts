import { setMaxListeners } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { WorkflowNotFoundError, type Client } from "@temporalio/client";
import { and, asc, eq, isNotNull, isNull, lt, ne, sql } from "drizzle-orm";
import { machineNow } from "../platform/clock.ts";
import { inTransaction, type Database } from "../platform/database.ts";
import type { Logger } from "../platform/logger.ts";
import { CALENDAR_KEY, type LawInForce } from "../records/law-in-force.ts";
import { sendReminders } from "../records/send-reminders.ts";
import { remindOfReviews } from "../records/ledger-rows.ts";
import { caseFiles, commands, listAdoptions } from "../schema/index.ts";
import { tellAdoption } from "../workflow-client/list-adoption.ts";
import { sendAct, startCase, type KeptAct } from "../workflow-client/listing-case.ts";
import { listingCaseId, lookAgainSignal } from "../workflows/messages.ts";
import { dispatchAnchor } from "./dispatch-anchor.ts";
import { dispatchImports } from "./dispatch-imports.ts";
import { tellWhatIsDue } from "./elsewhere/tell-what-is-due.ts";

/** What sending again needs. */
export interface DispatchDeps {
  readonly database: Database;
  readonly client: Client;
  readonly law: LawInForce;
  readonly logger: Logger;
  readonly everyMs: number;
}

const ROWS_AT_ONCE = 100;
const ANSWER_WITHIN_MS = 10_000;

/**
 * Sends again what was kept but not yet ruled on, starts the workflows of cases whose opening was committed, and asks cases to count
 * again whose clocks were counted by an older calendar, and reminds people of clocks that run out soon: as often as set, for as long
 * as the worker runs. When the worker ends, what it is at is broken off; everything it sends may arrive twice without harm.
 */
export async function runDispatcher(deps: DispatchDeps, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    // A signal of its own for each round: the client's listeners go away with it.
    const round = AbortSignal.any([signal]);
    setMaxListeners(0, round); // one for each call
    try {
      await deps.client.withAbortSignal(round, async () => {
        await dispatchOnce(deps, round);
        await dispatchImports(deps);
        await dispatchAnchor(deps);
        await tellWhatIsDue(deps);
      });
      await sendReminders(deps.database, deps.law);
    } catch (error) {
      if (signal.aborted) return;
      deps.logger.warn({ err: error }, "nothing could be sent again; it is tried once more");
    }
    await pause(deps.everyMs, undefined, { signal }).catch(() => undefined);
  }
}

/** One round: cases to start, cases to count again, then acts to send again; broken off where the process ends. */
async function dispatchOnce(deps: DispatchDeps, signal: AbortSignal): Promise<void> {
  await inTransaction(deps.database, remindOfReviews);
  const found = await inTransaction(deps.database, async (tx) => {
    const unstarted = await tx
      .select({ caseId: caseFiles.caseId })
      .from(caseFiles)
      .where(isNull(caseFiles.workflowStartedAt))
      .orderBy(asc(caseFiles.openedAt))
      .limit(ROWS_AT_ONCE);
    const waiting = await tx
      .select({ commandId: commands.commandId, caseId: commands.caseId, kind: commands.kind })
      .from(commands)
      .innerJoin(caseFiles, eq(caseFiles.caseId, commands.caseId))
      .where(
        and(
          isNull(commands.verdict),
          lt(
            commands.receivedAt,
            sql`case_clock_now() - make_interval(secs => ${deps.everyMs / 1_000})`,
          ),
        ),
      )
      .orderBy(asc(commands.receivedAt), asc(commands.arrival))
      .limit(ROWS_AT_ONCE);
    const uncounted = await tx
      .select({ caseId: caseFiles.caseId })
      .from(caseFiles)
      .where(
        and(
          ne(caseFiles.stage, "closed"),
          isNotNull(caseFiles.workflowStartedAt),
          sql`${caseFiles.countedWith} is distinct from ${CALENDAR_KEY}`,
        ),
      )
      .orderBy(asc(caseFiles.openedAt))
      .limit(ROWS_AT_ONCE);
    const untold = await tx
      .select({ adoptionId: listAdoptions.adoptionId })
      .from(listAdoptions)
      .where(lt(listAdoptions.seenVersion, listAdoptions.version))
      .limit(ROWS_AT_ONCE);
    return { unstarted, waiting, uncounted, untold };
  });
  for (const { caseId } of found.unstarted) await startCase(deps, caseId);
  for (const { caseId } of found.uncounted) await askToCount(deps, caseId);
  for (const { adoptionId } of found.untold) await tellAgain(deps, adoptionId);
  for (const command of found.waiting) {
    if (signal.aborted) return;
    await sendAgain(deps, command);
  }
}

/** A notice on days off came in: the case counts its open clocks again when it next looks at itself. */
async function askToCount(deps: DispatchDeps, caseId: string): Promise<void> {
  try {
    await deps.client.workflow.getHandle(listingCaseId(caseId)).signal(lookAgainSignal);
  } catch (error) {
    deps.logger.warn({ err: error, caseFileId: caseId }, "a case is asked once more to count");
  }
}

/** Something was done to a proposed list that its workflow has not seen, or it does not run yet. */
async function tellAgain(deps: DispatchDeps, adoptionId: string): Promise<void> {
  try {
    await tellAdoption(deps, adoptionId);
  } catch (error) {
    deps.logger.warn({ err: error, adoptionId }, "a proposed list is told once more");
  }
}

async function sendAgain(deps: DispatchDeps, act: KeptAct): Promise<void> {
  const { caseId, commandId } = act;
  try {
    await deps.client.withDeadline(machineNow().getTime() + ANSWER_WITHIN_MS, () =>
      sendAct(deps, act),
    );
  } catch (error) {
    // A case that was closed, or that was lost with its server: its workflow starts anew from the record.
    if (error instanceof WorkflowNotFoundError) await startCase(deps, caseId);
    deps.logger.warn({ err: error, commandId }, "an act is still waiting to be ruled on");
  }
}
