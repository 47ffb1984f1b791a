import { desc, sql } from "drizzle-orm";
import { addDays, dayOf, endOfDay } from "../../domain/deadlines/calendar-day.ts";
import { readCaseClock } from "../../platform/clock.ts";
import { inTransaction, type Database, type Transaction } from "../../platform/database.ts";
import type { FieldEncryption } from "../../platform/encryption.ts";
import type { Keys } from "../../platform/keys.ts";
import { caseKeyOf, leafOf, makeStatement } from "../../records/anchor-statement.ts";
import { anchorHeads, anchors, caseFiles } from "../../schema/index.ts";

/** What making anchors needs. */
export interface AnchorDeps {
  readonly database: Database;
  readonly encryption: FieldEncryption;
  readonly signing: Keys["signing"];
}

/** When to come again, by the case clock. */
export interface AnchorOutcome {
  readonly nextAt: string;
}

/**
 * Makes the anchor of the day that has just ended (每日锚), unless it is there: the heads of all chains, put under one signed root that
 * names the anchor before. Days over which nobody was there are covered by the next one; the statement says when it was made.
 */
export async function makeAnchor(deps: AnchorDeps): Promise<AnchorOutcome> {
  const now = await inTransaction(
    deps.database,
    async (tx) => {
      // Two makers never work on the same day.
      await tx.execute(sql`select pg_advisory_xact_lock(hashtext('anchors'))`);
      const at = await readCaseClock(tx);
      await makeIfMissing(deps, tx, at);
      return at;
    },
    { isolation: "repeatable read" },
  );
  return { nextAt: endOfDay(dayOf(now)).toISOString() };
}

async function makeIfMissing(deps: AnchorDeps, tx: Transaction, now: Date): Promise<void> {
  const day = addDays(dayOf(now), -1);
  const [last] = await tx
    .select({ sequence: anchors.sequence, hash: anchors.hash, day: anchors.day })
    .from(anchors)
    .orderBy(desc(anchors.sequence))
    .limit(1);
  if (last !== undefined && last.day >= day) return;
  const heads = await readHeads(deps, tx);
  const anchored = await readAnchored(tx);
  const changed = heads.filter(({ caseId, leaf }) => anchored.get(caseId) !== leaf);
  const made = makeStatement(deps.signing, {
    last: last ?? null,
    day,
    madeAt: now,
    all: heads,
    changed,
  });
  const publicKey = deps.signing.publicKey
    .export({ type: "spki", format: "der" })
    .toString("base64");
  await tx.insert(anchors).values({ ...made, day, publicKey, madeAt: now });
  await insertHeads(tx, made.sequence, changed);
}

interface Head {
  readonly caseId: string;
  readonly caseKey: string;
  readonly version: number;
  readonly leaf: string;
}

async function readHeads({ encryption }: AnchorDeps, tx: Transaction): Promise<readonly Head[]> {
  const rows = await tx
    .select({
      caseId: caseFiles.caseId,
      version: caseFiles.version,
      chainHead: caseFiles.chainHead,
    })
    .from(caseFiles);
  return rows.map(({ caseId, version, chainHead }) => ({
    caseId,
    version,
    caseKey: caseKeyOf(encryption, caseId),
    leaf: leafOf(caseId, version, chainHead),
  }));
}

/** The leaf under which each case was last anchored. */
async function readAnchored(tx: Transaction): Promise<ReadonlyMap<string, string>> {
  const { rows } = await tx.execute<{ case_id: string; leaf: string }>(sql`
    select distinct on (case_id) case_id, leaf from anchor_heads order by case_id, sequence desc`);
  return new Map(rows.map((row) => [row.case_id, row.leaf]));
}

const HEADS_AT_ONCE = 5_000;

async function insertHeads(
  tx: Transaction,
  sequence: number,
  heads: readonly Head[],
): Promise<void> {
  for (let first = 0; first < heads.length; first += HEADS_AT_ONCE) {
    const rows = heads.slice(first, first + HEADS_AT_ONCE).map((head) => ({ ...head, sequence }));
    await tx.insert(anchorHeads).values(rows);
  }
}
