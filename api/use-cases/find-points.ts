import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { Actor } from "../../domain/case-file/actor.ts";
import { printCitation } from "../../domain/law/citation.ts";
import { CHANNELS, isChannelId, type ChannelId } from "../../domain/publication/channels.ts";
import { POINTS } from "../../domain/publication/points/index.ts";
import {
  DIVERGENCE_TITLES,
  type Difference,
} from "../../domain/publication/reconcile/find-divergences.ts";
import { inTransaction, type Transaction } from "../../platform/database.ts";
import { caseFiles, deliveries, divergences } from "../../schema/index.ts";
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
  const form = channel === "own-register" ? "own-register" : points.connections.get(channel)?.form;
  return {
    ...{ channel, title, source: printCitation(citation), form: form ?? null },
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
