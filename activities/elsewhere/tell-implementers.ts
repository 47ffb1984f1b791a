import type { Client } from "@temporalio/client";
import { and, asc, eq, isNull, lte, min, sql } from "drizzle-orm";
import { addDays, dayOf, parseDay, startOfDay } from "../../domain/deadlines/calendar-day.ts";
import { findFedList } from "../../domain/elsewhere/elsewhere-columns.ts";
import { readCaseClock, readClockOffset } from "../../platform/clock.ts";
import { inTransaction, type Database, type Transaction } from "../../platform/database.ts";
import type { RetrySettings } from "../../platform/settings.ts";
import { endPastListings } from "../../records/elsewhere-rows.ts";
import { openIncident } from "../../records/incident-rows.ts";
import { elsewhereDeliveries, elsewhereListings } from "../../schema/index.ts";
import { wakeReconciliation } from "../../workflow-client/publication.ts";
import { DeliveryFailed, type ChannelReceipt } from "../publication/channels/channel.ts";
import type { ConnectedChannel } from "../publication/connect-channels.ts";
import { pauseAfter } from "../publication/keep-outcome.ts";
import {
  makeElsewhereParcel,
  readLawOfNow,
  type ElsewhereParcel,
  type ElsewhereParcelDeps,
} from "./elsewhere-parcels.ts";

/** What telling implementers needs. */
export interface TellDeps extends ElsewhereParcelDeps {
  readonly database: Database;
  readonly client: Client;
  readonly retry: Pick<RetrySettings, "firstMs" | "longestMs">;
  readonly channels: Readonly<Record<"measure-implementers", ConnectedChannel>>;
}

/** When to come again, by the case clock; null when nothing is left and no listing has a last day. */
export interface TellOutcome {
  readonly nextAt: string | null;
}

const TOLD_AT_ONCE = 500;

/**
 * Takes off what is past its last day, then sends what implementers have not confirmed, removals first, newest versions alone. One that is
 * away is asked again later for everything; a single record that it refuses holds up nothing else. What was not told on the day on which
 * it came in calls people.
 */
export async function tellImplementers(deps: TellDeps): Promise<TellOutcome> {
  await inTransaction(deps.database, async (tx) => {
    const now = await readCaseClock(tx);
    while ((await endPastListings(tx, now, dayOf(now))) > 0);
  });
  let isTold = false;
  for (const waiting of await readWaiting(deps)) {
    const failure = await send(deps, waiting);
    if (failure === null) isTold = true;
    if (failure === "unreachable" || failure === "not-configured") {
      await putOffAll(deps, waiting);
      break;
    }
  }
  const outcome = await inTransaction(deps.database, async (tx) => {
    await callPeople(tx);
    return { nextAt: await findNext(tx), clockOffsetMs: await readClockOffset(tx) };
  });
  // What they hold is read back soon, as after every change.
  if (isTold) await wakeReconciliation(deps, "measure-implementers", outcome.clockOffsetMs);
  return { nextAt: outcome.nextAt };
}

interface Waiting {
  readonly entryId: string;
  readonly version: number;
  readonly attempts: number;
  readonly repairs: number;
  readonly parcel: ElsewhereParcel;
}

async function readWaiting(deps: TellDeps): Promise<readonly Waiting[]> {
  return inTransaction(
    deps.database,
    async (tx) => {
      const now = await readCaseClock(tx);
      const law = await readLawOfNow(deps.law, tx);
      const rows = await tx
        .select({
          listing: elsewhereListings,
          attempts: elsewhereDeliveries.attempts,
          repairs: elsewhereDeliveries.repairs,
        })
        .from(elsewhereDeliveries)
        .innerJoin(
          elsewhereListings,
          and(
            eq(elsewhereListings.entryId, elsewhereDeliveries.entryId),
            eq(elsewhereListings.version, elsewhereDeliveries.version),
          ),
        )
        .where(
          and(isNull(elsewhereDeliveries.receivedAt), lte(elsewhereDeliveries.nextAttemptAt, now)),
        )
        .orderBy(
          sql`(${elsewhereDeliveries.state} = 'shown')`,
          asc(elsewhereDeliveries.awaitedSince),
          asc(elsewhereDeliveries.entryId),
        )
        .limit(TOLD_AT_ONCE);
      return rows.map(({ listing, attempts, repairs }) => {
        const { entryId, version } = listing;
        const parcel = makeElsewhereParcel(deps, listing, repairs, law);
        return { entryId, version, attempts, repairs, parcel };
      });
    },
    { readOnly: true },
  );
}

/** Answers with the failure; null where the receipt is kept. */
async function send(deps: TellDeps, waiting: Waiting): Promise<string | null> {
  try {
    const { push } = deps.channels["measure-implementers"];
    if (push === null) throw new DeliveryFailed("not-configured");
    await keepReceipt(deps, waiting, await push(waiting.parcel));
    return null;
  } catch (error) {
    if (!(error instanceof DeliveryFailed)) throw error;
    const attempts = waiting.attempts + 1;
    const pauseMs = pauseAfter(attempts, deps.retry);
    await deps.database
      .update(elsewhereDeliveries)
      .set({
        ...{ attempts, lastFailure: error.code },
        nextAttemptAt: sql`case_clock_now() + make_interval(secs => ${pauseMs / 1_000})`,
      })
      .where(isDelivery(waiting));
    return error.code;
  }
}

/** Nobody is there: everything waits for as long as the one that was tried. */
async function putOffAll(deps: TellDeps, { entryId, version }: Waiting): Promise<void> {
  await deps.database.execute(sql`
    update elsewhere_deliveries d set next_attempt_at = tried.next_attempt_at, last_failure = tried.last_failure
    from elsewhere_deliveries tried
    where tried.entry_id = ${entryId} and tried.version = ${version}
      and d.received_at is null and d.next_attempt_at < tried.next_attempt_at`);
}

async function keepReceipt(
  deps: TellDeps,
  waiting: Waiting,
  { receiptId, signature: receiptSignature }: ChannelReceipt,
): Promise<void> {
  await deps.database
    .update(elsewhereDeliveries)
    .set({
      ...{ receiptId, receiptSignature, lastFailure: null, nextAttemptAt: null },
      ...{ contentIndex: waiting.parcel.contentIndex, verifiedAt: null },
      receivedAt: sql`case_clock_now()`,
    })
    .where(
      and(
        isDelivery(waiting),
        eq(elsewhereDeliveries.repairs, waiting.repairs),
        isNull(elsewhereDeliveries.receivedAt),
      ),
    );
}

function isDelivery({ entryId, version }: Pick<Waiting, "entryId" | "version">) {
  return and(eq(elsewhereDeliveries.entryId, entryId), eq(elsewhereDeliveries.version, version));
}

/** Measures are applied and lifted on the day: what is older than today and not confirmed is a matter of accountability, once a list and day. */
async function callPeople(tx: Transaction): Promise<void> {
  const now = await readCaseClock(tx);
  const { rows: late } = await tx.execute<{ list_id: string }>(sql`
    update elsewhere_deliveries d set alarmed_at = case_clock_now()
    from elsewhere_listings l
    where l.entry_id = d.entry_id and l.version = d.version
      and d.received_at is null and d.alarmed_at is null
      and d.awaited_since < ${startOfDay(dayOf(now)).toISOString()}::timestamptz
    returning l.list_id`);
  for (const listId of new Set(late.map((each) => each.list_id))) {
    const count = late.filter((each) => each.list_id === listId).length;
    await openIncident(tx, {
      source: `elsewhere/${listId}/${dayOf(now)}`,
      kind: "other-breach",
      cause: `“${findFedList(listId)?.listName ?? listId}”有${String(count)}条变更当日没有送达措施实施单位`,
      ...{ caseId: null, listId, authorityId: null, openedAt: now, openedBy: "system" },
    });
  }
}

async function findNext(tx: Transaction): Promise<string | null> {
  const { rows } = await tx.execute<{ at: string | null }>(sql`
    select min(next_attempt_at)::text as at
    from elsewhere_deliveries join elsewhere_listings using (entry_id, version) where received_at is null`);
  const waitingAt = rows[0]?.at ?? null;
  const [ending] = await tx
    .select({ lastDay: min(elsewhereListings.shownThrough) })
    .from(elsewhereListings)
    .where(eq(elsewhereListings.state, "shown"));
  const moments = [
    waitingAt === null ? null : new Date(waitingAt),
    ending?.lastDay == null ? null : startOfDay(addDays(parseDay(ending.lastDay), 1)),
  ].filter((moment) => moment !== null);
  if (moments.length === 0) return null;
  return new Date(Math.min(...moments.map((moment) => moment.getTime()))).toISOString();
}
