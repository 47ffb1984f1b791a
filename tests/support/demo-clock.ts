import { setTimeout as pause } from "node:timers/promises";
import {
  isGrpcServiceError,
  ServiceError,
  WorkflowNotFoundError,
  type Client,
} from "@temporalio/client";
import { sql } from "drizzle-orm";
import type { Database } from "../../platform/database.ts";
import {
  clockMovedSignal,
  ELSEWHERE_MEASURES_ID,
  listAdoptionId,
  listingCaseId,
  moveClockUpdate,
  publicationId,
  reconciliationId,
} from "../../workflows/messages.ts";
import { within } from "./within.ts";

const SETTLE_WITHIN_MS = 60_000;
/** So many cases are told at a time: a worker that gets hundreds of tasks at once is late with all of them. */
const AT_ONCE = 10;

/** The case clock, and the next instant at which something happens by itself. */
export async function readInstants(
  database: Database,
): Promise<{ readonly now: Date; readonly next: Date | null }> {
  const { rows } = await database.execute<{ next: string | null; now: string }>(sql`
    select least(
      (select min(next_deadline_at) from case_files where stage <> 'closed'),
      (select min(next_attempt_at) from deliveries where received_at is null),
      (select min(next_due_at) from list_adoptions),
      (select min(next_attempt_at) from elsewhere_deliveries join elsewhere_listings using (entry_id, version)
        where received_at is null)
    )::text as next, case_clock_now()::text as now`);
  const [row] = rows;
  if (row === undefined) throw new Error("the database did not tell the time");
  return { now: new Date(row.now), next: row.next === null ? null : new Date(row.next) };
}

/** Who hears of the new time where a move ends: every open case, so that timers are right from then on, or those with something due. */
export type Told = "all" | "due";

/** Moves the clock from one due instant to the next, letting every open case settle at each. */
export async function moveClock(
  database: Database,
  client: Client,
  target: Date,
  told: Told = "all",
): Promise<void> {
  for (;;) {
    const { now, next } = await readInstants(database);
    const stop = next !== null && next < target ? next : target;
    if (stop > now) await setClock(database, stop);
    const isLast = stop >= target;
    await tellCases(database, client, isLast ? told : "due");
    await waitUntilSettled(database);
    if (isLast) return;
  }
}

/** Sets the clock without telling anybody: what an outage of the workers would look like. */
export async function setClock(database: Database, moment: Date): Promise<void> {
  await database.execute(sql`
    update case_clock set moved = true,
      offset_ms = greatest(offset_ms,
        ceil(extract(epoch from ${moment.toISOString()}::timestamptz - clock_timestamp()) * 1000)::bigint)`);
}

/** On the way only cases that have something due need the time; at the end everybody hears it, so that timers are right from then on. */
async function tellCases(database: Database, client: Client, whom: Told): Promise<void> {
  const clock = await database.execute<{ ms: string }>(
    sql`select offset_ms::text as ms from case_clock`,
  );
  const offsetMs = Number(clock.rows[0]?.ms);
  const waiting = await database.execute<{ case_id: string; channel: string }>(
    sql`select distinct case_id, channel from deliveries where received_at is null`,
  );
  for (const { case_id: caseId, channel } of waiting.rows) {
    const publication = client.workflow.getHandle(publicationId(caseId, channel));
    // One that has just confirmed is over and needs no clock.
    await publication.signal(clockMovedSignal, { offsetMs }).catch(() => undefined);
  }
  const proposed = await database.execute<{ adoption_id: string }>(
    sql`select adoption_id from list_adoptions where next_due_at is not null`,
  );
  for (const { adoption_id: adoptionId } of proposed.rows) {
    const adoption = client.workflow.getHandle(listAdoptionId(adoptionId));
    await hear(adoptionId, adoption.executeUpdate(moveClockUpdate, { args: [{ offsetMs }] }));
  }
  const compared = await database.execute<{ channel: string }>(
    sql`select channel from reconciliations`,
  );
  for (const { channel } of compared.rows) {
    await client.workflow
      .getHandle(reconciliationId(channel))
      .signal(clockMovedSignal, { offsetMs });
  }
  // Where nothing waits to be told and nothing ends by itself, there is none.
  await client.workflow
    .getHandle(ELSEWHERE_MEASURES_ID)
    .signal(clockMovedSignal, { offsetMs })
    .catch(() => undefined);
  const open = await database.execute<{ case_id: string }>(
    sql`select case_id from case_files where stage <> 'closed'
      and (${whom} = 'all' or next_deadline_at <= case_clock_now())`,
  );
  for (let from = 0; from < open.rows.length; from += AT_ONCE) {
    const batch = open.rows.slice(from, from + AT_ONCE);
    await Promise.all(
      batch.map(({ case_id: caseId }) =>
        hear(
          caseId,
          client.workflow
            .getHandle(listingCaseId(caseId))
            .executeUpdate(moveClockUpdate, { args: [{ offsetMs }] }),
        ).catch(ignoreClosed),
      ),
    );
  }
}

function hear<Answer>(id: string, told: Promise<Answer>): Promise<Answer> {
  return within(SETTLE_WITHIN_MS, `the move of the clock, by ${id}`, told);
}

/** A case can be closed by its own work before it hears of the clock; one that merely could not be told is seen by the wait below. */
export function ignoreClosed(error: unknown): void {
  if (error instanceof WorkflowNotFoundError || isClosingNow(error)) return;
  throw error;
}

/** The case closes in the very task that should have taken the message: the server fails that task and drops the message. */
function isClosingNow(error: unknown): boolean {
  const cause = error instanceof ServiceError ? error.cause : undefined;
  return isGrpcServiceError(cause) && cause.details.includes("unexpected workflow task failure");
}

/** Waits until nothing that is due is left: no deadline, no paper, no delivery. */
export async function waitUntilSettled(database: Database): Promise<void> {
  const startedAt = performance.now();
  for (;;) {
    const { rows } = await database.execute<{ waiting: number }>(sql`
      select (
        (select count(*) from case_files where stage <> 'closed' and next_deadline_at <= case_clock_now())
        + (select count(*) from deliveries d where received_at is null and next_attempt_at <= case_clock_now()
            and version = (select max(version) from deliveries n
                           where n.case_id = d.case_id and n.channel = d.channel))
        + (select count(*) from follow_ups where done_at is null)
+ (select count(*) from elsewhere_deliveries join elsewhere_listings using (entry_id, version)
           where received_at is null and next_attempt_at <= case_clock_now())
        + (select count(*) from list_adoptions where next_due_at <= case_clock_now())
        + (select count(*) from reconciliations where next_due_at <= case_clock_now())
      )::int as waiting`);
    if (rows[0]?.waiting === 0) return;
    if (performance.now() - startedAt > SETTLE_WITHIN_MS) {
      const open = await findOpenWork(database);
      throw new Error(`${String(rows[0]?.waiting)} things that are due were not done: ${open}`);
    }
    await pause(20);
  }
}

/** What of the follow-up work is open, by kind of paper and stage of the case. */
async function findOpenWork(database: Database): Promise<string> {
  const { rows } = await database.execute<{ what: string }>(sql`
    select concat_ws(' ', f.kind, p.kind, c.stage) as what from follow_ups f
    join case_files c on c.case_id = f.case_id left join papers p on p.paper_id = f.paper_id
    where f.done_at is null`);
  return rows.map((row) => row.what).join(", ");
}
