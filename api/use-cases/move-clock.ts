import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import type { Actor } from "../../domain/case-file/actor.ts";
import { addDays, startOfDay, type CalendarDay } from "../../domain/deadlines/calendar-day.ts";
import { machineNow } from "../../platform/clock.ts";
import { wakeDailyAnchor } from "../../workflow-client/daily-anchor.ts";
import {
  clockMovedSignal,
  listAdoptionId,
  ELSEWHERE_MEASURES_ID,
  listingCaseId,
  moveClockUpdate,
  publicationId,
  reconciliationId,
} from "../../workflows/messages.ts";
import type { AppDeps } from "../deps.ts";
import { ConflictError, ForbiddenError } from "./faults.ts";
import { requireOfficial } from "./person.ts";

/** Where the clock came to, where it stopped on the way, and what had not settled when the wait was over. */
export interface ClockMove {
  readonly now: Date;
  readonly stops: readonly Date[];
  readonly unsettled: number;
}

type MoveDeps = Pick<AppDeps, "database" | "mode" | "temporal">;

/** A day begins at nine, when offices open. */
const NINE_HOURS_MS = 9 * 3_600_000;
const SETTLE_WITHIN_MS = 30_000;
const LOOK_EVERY_MS = 50;
const AT_ONCE = 10;

/**
 * Moves the demo clock forward (拨动演示时钟), to nine in the morning of a day or to the next thing that happens.
 *
 * It stops at every due instant on the way and goes on when all cases have settled there, so that what happens is what would have
 * happened had people waited. The clock never goes back, and in production it does not move at all.
 */
export async function moveClock(
  deps: MoveDeps,
  actor: Actor,
  to: CalendarDay | "next",
): Promise<ClockMove> {
  requireOfficial(actor);
  if (deps.mode !== "demo") throw new ForbiddenError("the clock of a production system stands");
  const started = await readInstants(deps);
  const target = findTarget(to, started);
  const stops: Date[] = [];
  let unsettled = 0;
  for (;;) {
    const { now, next } = await readInstants(deps);
    const stop = next !== null && next < target ? next : target;
    if (stop > now) await setClock(deps, stop);
    unsettled = await settle(deps, stop >= target ? "all" : "due");
    if (stop >= target || unsettled > 0) break;
    stops.push(stop);
  }
  const { now } = await readInstants(deps);
  return { now, stops, unsettled };
}

interface Instants {
  readonly now: Date;
  readonly next: Date | null;
}

async function readInstants({ database }: MoveDeps): Promise<Instants> {
  const { rows } = await database.execute<{ now: string; next: string | null }>(sql`
    select case_clock_now()::text as now, least(
      (select min(next_deadline_at) from case_files where stage <> 'closed'),
      (select min(next_attempt_at) from deliveries where received_at is null),
      (select min(next_due_at) from list_adoptions),
      (select min(next_attempt_at) from elsewhere_deliveries join elsewhere_listings using (entry_id, version)
        where received_at is null)
    )::text as next`);
  const row = rows[0];
  if (row === undefined) throw new Error("the database did not tell the time");
  return { now: new Date(row.now), next: row.next === null ? null : new Date(row.next) };
}

function findTarget(to: CalendarDay | "next", { now, next }: Instants): Date {
  if (to === "next") {
    if (next === null) throw new ConflictError("目前没有会自动发生的事项，请改为拨到某一天");
    return next > now ? next : now;
  }
  const nine = new Date(startOfDay(to).getTime() + NINE_HOURS_MS);
  if (nine > now) return nine;
  const isToday = startOfDay(addDays(to, 1)) > now;
  if (isToday) return now;
  throw new ConflictError("时钟只能向前拨动，请选择今天以后的日期");
}

async function setClock({ database }: MoveDeps, moment: Date): Promise<void> {
  await database.execute(sql`
    update case_clock set moved = true,
      offset_ms = greatest(offset_ms,
        ceil(extract(epoch from ${moment.toISOString()}::timestamptz - clock_timestamp()) * 1000)::bigint)
    where id = 1`);
}

/**
 * Lets cases and every waiting publication see the new time, and waits until nothing that is due is left. On the way only cases with
 * something due need it; at the end every open case hears it, so that its timer is right from then on.
 */
async function settle(deps: MoveDeps, whom: "due" | "all"): Promise<number> {
  const { rows } = await deps.database.execute<{ offset_ms: string }>(
    sql`select offset_ms::text from case_clock where id = 1`,
  );
  const offsetMs = Number(rows[0]?.offset_ms ?? 0);
  await wakePublications(deps, offsetMs);
  await wakeDailyDuties(deps, offsetMs);
  await wakeCases(deps, offsetMs, whom);
  await wakeAdoptions(deps, offsetMs);
  await wakeReconciliations(deps, offsetMs);
  await wakeElsewhere(deps, offsetMs);
  const until = machineNow().getTime() + SETTLE_WITHIN_MS;
  for (;;) {
    const waiting = await countUnsettled(deps);
    if (waiting === 0 || machineNow().getTime() > until) return waiting;
    await pause(LOOK_EVERY_MS);
  }
}

async function wakePublications(deps: MoveDeps, offsetMs: number): Promise<void> {
  const { rows } = await deps.database.execute<{ case_id: string; channel: string }>(
    sql`select distinct case_id, channel from deliveries where received_at is null`,
  );
  await inBatches(rows, async ({ case_id: caseId, channel }) => {
    const handle = deps.temporal.client.workflow.getHandle(publicationId(caseId, channel));
    await handle.signal(clockMovedSignal, { offsetMs });
  });
}

/** What is done every night is done once at each stop, not at every night that was passed over. */
async function wakeReconciliations(deps: MoveDeps, offsetMs: number): Promise<void> {
  const { rows } = await deps.database.execute<{ channel: string }>(
    sql`select channel from reconciliations`,
  );
  await inBatches(rows, async ({ channel }) => {
    const handle = deps.temporal.client.workflow.getHandle(reconciliationId(channel));
    await handle.signal(clockMovedSignal, { offsetMs });
  });
}

/** Daily duties are done once at every stop, for the days that have passed; one that cannot be told now is counted below. */
async function wakeDailyDuties(deps: MoveDeps, offsetMs: number): Promise<void> {
  await wakeDailyAnchor(deps.temporal, offsetMs).catch(() => undefined);
}

/** Where others' decisions wait to be told, or have a last day. */
async function wakeElsewhere(deps: MoveDeps, offsetMs: number): Promise<void> {
  await inBatches([ELSEWHERE_MEASURES_ID], (workflowId) =>
    deps.temporal.client.workflow.getHandle(workflowId).signal(clockMovedSignal, { offsetMs }),
  );
}

async function wakeCases(deps: MoveDeps, offsetMs: number, whom: "due" | "all"): Promise<void> {
  const { rows } = await deps.database.execute<{ case_id: string }>(
    sql`select case_id from case_files where stage <> 'closed'
      and (${whom} = 'all' or next_deadline_at <= case_clock_now())`,
  );
  await inBatches(rows, async ({ case_id: caseId }) => {
    const handle = deps.temporal.client.workflow.getHandle(listingCaseId(caseId));
    await deps.temporal.connection.withDeadline(machineNow().getTime() + SETTLE_WITHIN_MS, () =>
      handle.executeUpdate(moveClockUpdate, { args: [{ offsetMs }] }),
    );
  });
}

async function wakeAdoptions(deps: MoveDeps, offsetMs: number): Promise<void> {
  const { rows } = await deps.database.execute<{ adoption_id: string }>(
    sql`select adoption_id from list_adoptions where next_due_at is not null`,
  );
  await inBatches(rows, async ({ adoption_id: adoptionId }) => {
    const handle = deps.temporal.client.workflow.getHandle(listAdoptionId(adoptionId));
    await deps.temporal.connection.withDeadline(machineNow().getTime() + SETTLE_WITHIN_MS, () =>
      handle.executeUpdate(moveClockUpdate, { args: [{ offsetMs }] }),
    );
  });
}

/** One that cannot be told now is seen by the count of what has not settled. */
async function inBatches<Item>(
  items: readonly Item[],
  tell: (item: Item) => Promise<unknown>,
): Promise<void> {
  for (let first = 0; first < items.length; first += AT_ONCE) {
    await Promise.allSettled(items.slice(first, first + AT_ONCE).map(tell));
  }
}

async function countUnsettled({ database }: MoveDeps): Promise<number> {
  const { rows } = await database.execute<{ waiting: number }>(sql`
    select (
      (select count(*) from case_files where stage <> 'closed' and next_deadline_at <= case_clock_now())
      + (select count(*) from deliveries d where received_at is null and next_attempt_at <= case_clock_now()
          and version = (select max(version) from deliveries n
                         where n.case_id = d.case_id and n.channel = d.channel))
      + (select count(*) from follow_ups where done_at is null)
      + (select count(*) from list_adoptions where next_due_at <= case_clock_now())
      + (select count(*) from elsewhere_deliveries join elsewhere_listings using (entry_id, version)
         where received_at is null and next_attempt_at <= case_clock_now())
      + (select count(*) from reconciliations where next_due_at <= case_clock_now())
      + (select coalesce(max(day) < (case_clock_now() at time zone 'Asia/Shanghai')::date - 1, true)::int
         from anchors)
    )::int as waiting`);
  return rows[0]?.waiting ?? 0;
}
