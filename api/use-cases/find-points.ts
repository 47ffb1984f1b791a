import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { Actor } from "../../domain/case-file/actor.ts";
import { printCitation } from "../../domain/law/citation.ts";
import {
  CHANNELS,
  findHours,
  isChannelId,
  type ChannelId,
} from "../../domain/publication/channels.ts";
import { POINTS } from "../../domain/publication/points/index.ts";
import type { WorkingHours } from "../../domain/publication/points/working-hours.ts";
import {
  DIVERGENCE_TITLES,
  type Difference,
} from "../../domain/publication/reconcile/find-divergences.ts";
import { inTransaction, type Transaction } from "../../platform/database.ts";
import { caseFiles, deliveries, deliveryProofs, divergences } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import { NotFoundError } from "./faults.ts";
import { requireOfficial } from "./person.ts";
import { scopeOf } from "./visible-case.ts";

/** A connection point as it stands now (对接点的状态). */
export interface PointView {
  readonly channel: ChannelId;
  readonly title: string;
  readonly source: string;
  /** How it is reached; null where it is not connected. */
  readonly form: string | null;
  /** When it takes anything but removals, in full hours of working days; null: always. */
  readonly hours: WorkingHours | null;
  readonly backlog: number;
  readonly removalsWaiting: number;
  readonly oldestWaiting: Date | null;
  readonly lastReceipt: Date | null;
  readonly lastCompared: Date | null;
  readonly unreadableSince: Date | null;
  readonly openDivergences: number;
}

/** One entry that waits for a point. */
export interface WaitingRow {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly version: number;
  readonly state: string | null;
  readonly attempts: number;
  readonly lastFailure: string | null;
  readonly nextAttemptAt: Date | null;
}

/** An entry that a point shows, by its newest proof (该处仍在展示的条目). */
export interface HeldRow {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly version: number;
  readonly receivedAt: Date;
  readonly receiptId: string;
  readonly verifiedAt: Date | null;
}

/** How a copy differed from the record. */
export interface DivergenceView {
  readonly divergenceId: string;
  readonly title: string;
  /** The entry's case, where the person may know of it. */
  readonly caseId: string | null;
  readonly caseNumber: string | null;
  readonly differences: readonly Difference[];
  readonly foundAt: Date;
  readonly alarmedAt: Date | null;
  readonly endedAt: Date | null;
}

const SHOWN_AT_MOST = 50;

type PointDeps = Pick<AppDeps, "database" | "points">;

/** Every connection point, in the order in which they are served; backlogs are those of cases that the person may know of. */
export async function findPoints(deps: PointDeps, actor: Actor): Promise<readonly PointView[]> {
  requireOfficial(actor);
  const found = await inTransaction(deps.database, (tx) => readStates(tx, actor), {
    readOnly: true,
  });
  return CHANNELS.map((channel) => toView(deps, channel, found.get(channel)));
}

/** One point with what waits for it and how its copies differed, newest first. */
export async function readPoint(
  deps: PointDeps,
  actor: Actor,
  name: string,
): Promise<
  PointView & {
    readonly waiting: readonly WaitingRow[];
    /** How many entries of cases that the person may know of are shown there; the newest of them. */
    readonly holding: number;
    readonly holds: readonly HeldRow[];
    readonly divergences: readonly DivergenceView[];
  }
> {
  requireOfficial(actor);
  if (!isChannelId(name)) throw new NotFoundError("no such point");
  return inTransaction(
    deps.database,
    async (tx) => ({
      ...toView(deps, name, (await readStates(tx, actor)).get(name)),
      waiting: await readWaiting(tx, actor, name),
      ...(await readHolds(tx, actor, name)),
      divergences: await readDivergences(tx, actor, name),
    }),
    { readOnly: true },
  );
}

interface Compared extends Record<string, unknown> {
  readonly channel: string;
  readonly last_run: string | null;
  readonly unreadable_since: string | null;
  readonly open_divergences: number;
}

interface State extends Compared {
  readonly backlog: number;
  readonly removals: number;
  readonly oldest: string | null;
  readonly last_receipt: string | null;
}

/** Overtaken versions wait for nobody. */
const IS_NEWEST = sql`not exists (select 1 from deliveries newer where newer.channel = ${deliveries.channel}
  and newer.case_id = ${deliveries.caseId} and newer.version > ${deliveries.version})`;

async function readStates(tx: Transaction, actor: Actor): Promise<ReadonlyMap<string, State>> {
  const isWaiting = sql`${deliveries.receivedAt} is null and ${IS_NEWEST}`;
  const rows = await tx
    .select({
      channel: deliveries.channel,
      backlog: sql<number>`(count(*) filter (where ${isWaiting}))::int`,
      removals: sql<number>`(count(*) filter (where ${isWaiting} and ${deliveries.state} <> 'shown'))::int`,
      oldest: sql<
        string | null
      >`(min(${deliveries.awaitedSince}) filter (where ${isWaiting}))::text`,
      last_receipt: sql<string | null>`max(${deliveries.receivedAt})::text`,
    })
    .from(deliveries)
    .innerJoin(caseFiles, eq(caseFiles.caseId, deliveries.caseId))
    .where(scopeOf(actor))
    .groupBy(deliveries.channel);
  const compared = await tx.execute<Compared>(sql`
    select channel, last_run_at::text as last_run, unreadable_since::text,
      (select count(*) from divergences d where d.channel = r.channel and ended_at is null)::int as open_divergences
    from reconciliations r`);
  const nothing = { backlog: 0, removals: 0, oldest: null, last_receipt: null };
  const states = new Map<string, State>(
    compared.rows.map((row) => [row.channel, { ...nothing, ...row }]),
  );
  const uncompared = { last_run: null, unreadable_since: null, open_divergences: 0 };
  for (const row of rows)
    states.set(row.channel, { ...uncompared, ...states.get(row.channel), ...row });
  return states;
}

function toView({ points }: PointDeps, channel: ChannelId, state: State | undefined): PointView {
  const { title, citation } = POINTS[channel];
  const connection = points.connections.get(channel);
  const form = channel === "own-register" ? "own-register" : connection?.form;
  return {
    ...{ channel, title, source: printCitation(citation), form: form ?? null },
    hours: findHours(channel, connection?.hours),
    backlog: state?.backlog ?? 0,
    removalsWaiting: state?.removals ?? 0,
    oldestWaiting: dateOf(state?.oldest),
    lastReceipt: dateOf(state?.last_receipt),
    lastCompared: dateOf(state?.last_run),
    unreadableSince: dateOf(state?.unreadable_since),
    openDivergences: state?.open_divergences ?? 0,
  };
}

function dateOf(text: string | null | undefined): Date | null {
  return text == null ? null : new Date(text);
}

async function readWaiting(
  tx: Transaction,
  actor: Actor,
  channel: ChannelId,
): Promise<readonly WaitingRow[]> {
  return tx
    .select({
      caseId: deliveries.caseId,
      caseNumber: caseFiles.caseNumber,
      version: deliveries.version,
      state: deliveries.state,
      attempts: deliveries.attempts,
      lastFailure: deliveries.lastFailure,
      nextAttemptAt: deliveries.nextAttemptAt,
    })
    .from(deliveries)
    .innerJoin(caseFiles, eq(caseFiles.caseId, deliveries.caseId))
    .where(
      and(
        scopeOf(actor),
        eq(deliveries.channel, channel),
        isNull(deliveries.receivedAt),
        IS_NEWEST,
      ),
    )
    .orderBy(sql`(${deliveries.state} = 'shown')`, asc(deliveries.awaitedSince))
    .limit(SHOWN_AT_MOST);
}

async function readHolds(
  tx: Transaction,
  actor: Actor,
  channel: ChannelId,
): Promise<{ readonly holding: number; readonly holds: readonly HeldRow[] }> {
  const newest = tx
    .selectDistinctOn([deliveryProofs.caseId], {
      caseId: deliveryProofs.caseId,
      version: deliveryProofs.version,
      state: deliveryProofs.state,
      receivedAt: deliveryProofs.receivedAt,
      receiptId: deliveryProofs.receiptId,
    })
    .from(deliveryProofs)
    .where(eq(deliveryProofs.channel, channel))
    .orderBy(deliveryProofs.caseId, desc(deliveryProofs.version), desc(deliveryProofs.proofId))
    .as("newest");
  const rows = await tx
    .select({
      caseId: newest.caseId,
      caseNumber: caseFiles.caseNumber,
      version: newest.version,
      receivedAt: newest.receivedAt,
      receiptId: newest.receiptId,
      verifiedAt: deliveries.verifiedAt,
      holding: sql<number>`(count(*) over ())::int`,
    })
    .from(newest)
    .innerJoin(caseFiles, eq(caseFiles.caseId, newest.caseId))
    .leftJoin(
      deliveries,
      and(
        eq(deliveries.caseId, newest.caseId),
        eq(deliveries.channel, channel),
        eq(deliveries.version, newest.version),
      ),
    )
    .where(and(scopeOf(actor), eq(newest.state, "shown")))
    .orderBy(desc(newest.receivedAt))
    .limit(SHOWN_AT_MOST);
  return {
    holding: rows[0]?.holding ?? 0,
    holds: rows.map(({ holding: _all, ...row }) => row),
  };
}

async function readDivergences(
  tx: Transaction,
  actor: Actor,
  channel: ChannelId,
): Promise<readonly DivergenceView[]> {
  const rows = await tx
    .select({ row: divergences, caseId: caseFiles.caseId, caseNumber: caseFiles.caseNumber })
    .from(divergences)
    .leftJoin(
      caseFiles,
      and(sql`${caseFiles.caseId}::text = ${divergences.entryId}`, scopeOf(actor)),
    )
    .where(eq(divergences.channel, channel))
    .orderBy(desc(divergences.foundAt))
    .limit(SHOWN_AT_MOST);
  return rows.map(({ row, caseId, caseNumber }) => ({
    ...{ divergenceId: row.divergenceId, title: titleOf(row.kind), caseId, caseNumber },
    differences: caseId === null ? [] : row.differences,
    ...{ foundAt: row.foundAt, alarmedAt: row.alarmedAt, endedAt: row.endedAt },
  }));
}

const CONDITIONS = { silent: "迟迟没有回执", unreadable: "无法核对所展示的内容" };

function titleOf(kind: string): string {
  const titles = Object.entries({ ...DIVERGENCE_TITLES, ...CONDITIONS });
  return titles.find(([id]) => id === kind)?.[1] ?? kind;
}
