import { desc, eq, sql } from "drizzle-orm";
import type { Actor } from "../../domain/case-file/actor.ts";
import { isChannelId } from "../../domain/publication/channels.ts";
import { POINTS } from "../../domain/publication/points/index.ts";
import { inTransaction, type Transaction } from "../../platform/database.ts";
import { implementerDeliveries } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import { requireOfficial } from "./person.ts";
import { readVisibleCase } from "./visible-case.ts";

/** What one channel has of an entry, and what proves it (分发台账). */
export interface DistributionRow {
  readonly channel: string;
  readonly channelTitle: string;
  /** The implementer that is told of his own measures; null for the channel as a whole. */
  readonly receiver: string | null;
  /** The newest version that is on its way or there. */
  readonly version: number;
  readonly state: string | null;
  /** The newest version that the channel has proven to have; null while none. */
  readonly provenVersion: number | null;
  readonly receivedAt: Date | null;
  readonly receiptId: string | null;
  /** When the channel was last seen to show it as it is. */
  readonly verifiedAt: Date | null;
  /** By its last proof it shows the party; without any proof, a listing was tried to be sent and may have arrived. */
  readonly stillShows: boolean;
}

interface Found extends Record<string, unknown> {
  readonly channel: string;
  readonly version: number;
  readonly state: string | null;
  readonly proven_version: number | null;
  readonly received_at: string | null;
  readonly receipt_id: string | null;
  readonly verified_at: string | null;
  readonly still_shows: boolean;
}

/** Who has which version of an entry, with what proof; and so who still shows it (谁仍在展示), in one query. */
export async function findDistribution(
  deps: Pick<AppDeps, "database" | "points">,
  actor: Actor,
  caseId: string,
): Promise<{ readonly caseNumber: string; readonly rows: readonly DistributionRow[] }> {
  requireOfficial(actor);
  return inTransaction(
    deps.database,
    async (tx) => {
      const { file } = await readVisibleCase(tx, actor, caseId);
      const { rows } = await tx.execute<Found>(sql`
        select d.channel, d.version, d.state, d.verified_at::text,
          p.version as proven_version, p.received_at::text, p.receipt_id,
          coalesce(p.state = 'shown', p.version is null and d.attempts > 0 and d.state = 'shown') as still_shows
        from (
          select distinct on (channel) channel, version, state, attempts, verified_at
          from deliveries where case_id = ${caseId} order by channel, version desc
        ) d
        left join lateral (
          select version, state, received_at, receipt_id from delivery_proofs
          where case_id = ${caseId} and channel = d.channel
          order by version desc, proof_id desc limit 1
        ) p on true
        order by d.channel`);
      const each = await readImplementers(tx, deps, caseId);
      return { caseNumber: file.caseNumber, rows: [...rows.map(toRow), ...each] };
    },
    { readOnly: true },
  );
}

function toRow(found: Found): DistributionRow {
  const { channel, version, state } = found;
  return {
    ...{ channel, version, state },
    channelTitle: isChannelId(channel) ? POINTS[channel].title : channel,
    receiver: null,
    provenVersion: found.proven_version,
    receivedAt: dateOf(found.received_at),
    receiptId: found.receipt_id,
    verifiedAt: dateOf(found.verified_at),
    stillShows: found.still_shows,
  };
}

const IMPLEMENTERS = "measure-implementers";

/** Where implementers are told one by one, what each of them has. */
async function readImplementers(
  tx: Transaction,
  { points }: Pick<AppDeps, "points">,
  entryId: string,
): Promise<readonly DistributionRow[]> {
  const { receiver, receivedAt } = implementerDeliveries;
  const rows = await tx
    .selectDistinctOn([receiver])
    .from(implementerDeliveries)
    .where(eq(implementerDeliveries.entryId, entryId))
    .orderBy(receiver, desc(implementerDeliveries.version), desc(receivedAt));
  const connection = points.connections.get(IMPLEMENTERS);
  const known = connection?.form === "by-implementer" ? connection.implementers : [];
  return rows.map(({ version, state, receivedAt: at, receiptId, receiver: id }) => ({
    ...{ channel: IMPLEMENTERS, channelTitle: POINTS[IMPLEMENTERS].title, version, state },
    receiver: known.find((each) => each.id === id)?.name ?? OTHER_IMPLEMENTERS,
    ...{ provenVersion: version, receivedAt: at, receiptId, verifiedAt: null },
    stillShows: state === "shown",
  }));
}

const OTHER_IMPLEMENTERS = "其他实施单位";

function dateOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
