import type { Client } from "@temporalio/client";
import { and, asc, eq, inArray, isNotNull, isNull, sql, type SQL } from "drizzle-orm";
import type { Expectation } from "../../../domain/publication/reconcile/holding.ts";
import { readCaseClock } from "../../../platform/clock.ts";
import { inTransaction, type Database, type Transaction } from "../../../platform/database.ts";
import { tellAnew } from "../../../records/elsewhere-rows.ts";
import { elsewhereDeliveries, elsewhereListings } from "../../../schema/index.ts";
import { wakeElsewhereMeasures } from "../../../workflow-client/elsewhere-measures.ts";
import {
  makeElsewhereParcel,
  readLawOfNow,
  type ElsewhereParcel,
  type ElsewhereParcelDeps,
  type ElsewhereRow,
} from "../../elsewhere/elsewhere-parcels.ts";
import type { ReadBack } from "../read-back/read-back.ts";
import { inRuns, type Entry, type EntryBook, type WhichEntries } from "./entry-book.ts";

/** What the book of others' lists needs. */
export interface ElsewhereBookDeps extends ElsewhereParcelDeps {
  readonly database: Database;
  readonly client: Client;
}

/** What implementers hold of lists that others decide (外部认定的名单): told on its own, and read back like listings of ours. */
export function elsewhereBook(deps: ElsewhereBookDeps): EntryBook {
  return {
    readEntries,
    readExpectations: (tx, { readBack }, entries) => readExpectations(deps, tx, readBack, entries),
    sendAnew,
    markVerified,
    wake: (entryIds) => (entryIds.length === 0 ? Promise.resolve() : wakeElsewhereMeasures(deps)),
  };
}

const NEWEST = and(
  eq(elsewhereDeliveries.entryId, elsewhereListings.entryId),
  eq(elsewhereDeliveries.version, elsewhereListings.version),
);

async function readEntries(tx: Transaction, which: WhichEntries): Promise<readonly Entry[]> {
  const { entryId, version, repairs, receivedAt } = elsewhereDeliveries;
  const none = { sealSignature: sql<null>`null`, sharingBasisId: sql<null>`null` };
  return tx
    .select({ entryId, version, repairs, receivedAt, ...none })
    .from(elsewhereListings)
    .innerJoin(elsewhereDeliveries, NEWEST)
    .where(conditionOf(which))
    .orderBy(asc(entryId));
}

function conditionOf(which: WhichEntries): SQL | undefined {
  if (which === "all") return undefined;
  if (which !== "new") return inArray(elsewhereListings.entryId, [...which]);
  return and(isNull(elsewhereDeliveries.verifiedAt), isNotNull(elsewhereDeliveries.receivedAt));
}

/** An entry of which something else is to be told by now than was sent is left out: it is told anew first. */
async function readExpectations(
  deps: ElsewhereBookDeps,
  tx: Transaction,
  { expectOther }: ReadBack,
  entries: readonly Entry[],
): Promise<readonly Expectation[]> {
  if (expectOther === undefined) return [];
  const told = await readParcels(deps, tx, entries);
  return told
    .filter(({ parcel, sent }) => parcel.contentIndex === sent)
    .map(({ parcel }) => expectOther(parcel));
}

interface Told {
  readonly row: ElsewhereRow;
  readonly parcel: ElsewhereParcel;
  /** What was sent, under the index key. */
  readonly sent: string | null;
}

async function readParcels(
  deps: ElsewhereBookDeps,
  tx: Transaction,
  entries: readonly Entry[],
): Promise<readonly Told[]> {
  const law = await readLawOfNow(deps.law, tx);
  const told: Told[] = [];
  for (const run of inRuns(entries)) {
    const ids = run.map((each) => each.entryId);
    const rows = await tx
      .select({
        row: elsewhereListings,
        repairs: elsewhereDeliveries.repairs,
        sent: elsewhereDeliveries.contentIndex,
      })
      .from(elsewhereListings)
      .innerJoin(elsewhereDeliveries, NEWEST)
      .where(inArray(elsewhereListings.entryId, ids));
    for (const { row, repairs, sent } of rows) {
      told.push({ row, sent, parcel: makeElsewhereParcel(deps, row, repairs, law) });
    }
  }
  return told;
}

/**
 * Tells implementers anew of entries of which the law of today has something else to say than what they were told (措施清单变化): a row of the
 * catalog came in or went out of force. Done every night, so that such a measure ends on the day on which its row does.
 */
export async function tellWhatChanged(deps: ElsewhereBookDeps): Promise<void> {
  const changed = await inTransaction(deps.database, async (tx) => {
    const entries = await readEntries(tx, "all");
    const told = await readParcels(
      deps,
      tx,
      entries.filter((each) => each.receivedAt !== null),
    );
    const stale = told.filter(
      ({ row, parcel, sent }) => row.state === "shown" && sent !== parcel.contentIndex,
    );
    const now = await readCaseClock(tx);
    const lists = new Set(stale.map(({ row }) => row.listId));
    for (const listId of lists) {
      const ids = stale.filter((each) => each.row.listId === listId).map(({ row }) => row.entryId);
      await tellAnew(tx, ids, listId, now);
    }
    return stale.length;
  });
  if (changed > 0) await wakeElsewhereMeasures(deps);
}

async function markVerified(tx: Transaction, entries: readonly Entry[]): Promise<void> {
  for (const run of inRuns(entries)) {
    const ids = run.map((each) => each.entryId);
    await tx
      .update(elsewhereDeliveries)
      .set({ verifiedAt: sql`case_clock_now()` })
      .where(
        and(
          inArray(elsewhereDeliveries.entryId, ids),
          isNull(elsewhereDeliveries.verifiedAt),
          isNotNull(elsewhereDeliveries.receivedAt),
          sql`version = (select version from elsewhere_listings l where l.entry_id = elsewhere_deliveries.entry_id)`,
        ),
      );
  }
}

async function sendAnew(tx: Transaction, entry: Entry, now: Date): Promise<void> {
  await tx
    .update(elsewhereDeliveries)
    .set({
      ...{ repairs: entry.repairs + 1, receivedAt: null, receiptId: null, receiptSignature: null },
      ...{ attempts: 0, lastFailure: null, nextAttemptAt: now, awaitedSince: now },
      ...{ verifiedAt: null, contentIndex: null, alarmedAt: null },
    })
    .where(
      and(
        eq(elsewhereDeliveries.entryId, entry.entryId),
        eq(elsewhereDeliveries.version, entry.version),
        eq(elsewhereDeliveries.repairs, entry.repairs),
      ),
    );
}
