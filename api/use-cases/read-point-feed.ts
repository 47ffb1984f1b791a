import { createHash, timingSafeEqual } from "node:crypto";
import { and, asc, eq, gt, isNull, lte, ne, sql } from "drizzle-orm";
import type { ChannelId } from "../../domain/publication/channels.ts";
import { inTransaction, type Transaction } from "../../platform/database.ts";
import { makeParcel, type Parcel } from "../../records/parcels.ts";
import { deliveries, feedCursors, publicationRecords } from "../../schema/index.ts";
import { publicationId, publishSignal } from "../../workflows/messages.ts";
import type { AppDeps } from "../deps.ts";
import { NotSignedInError } from "./faults.ts";

/** One entry of a receiver's feed: the form that it is to show, and the signature that goes with it. */
export type FeedEntry = Pick<Parcel, "parcelId" | "form" | "signature" | "sealSignature">;

/** A page of a receiver's feed. */
export interface FeedPage {
  /** Everything that is to vanish, from the whole rest of the feed: it goes before anything else. */
  readonly removals: readonly FeedEntry[];
  readonly changes: readonly FeedEntry[];
  readonly next: number;
  readonly more: boolean;
}

type FeedDeps = Pick<AppDeps, "database" | "points" | "encryption" | "temporal" | "logger">;

const CHANGES_AT_ONCE = 500;

/** Reads what changed for a receiver that fetches (对接点变更流): each entry once, as it is to be shown now, in the order of its changes. */
export async function readPointFeed(
  deps: FeedDeps,
  access: PointAccess,
  since: number,
): Promise<FeedPage> {
  requireToken(deps, access);
  const { channel } = access;
  return inTransaction(
    deps.database,
    async (tx) => {
      const removals = await readPlaces(tx, channel, since, "removals");
      const places = await readPlaces(tx, channel, since, "all");
      const page = places.slice(0, CHANGES_AT_ONCE);
      const toEntry = (place: Place): FeedEntry => {
        const { parcelId, form, signature, sealSignature } = makeParcel(
          { ...deps, ...deps.points },
          channel,
          place,
        );
        return { parcelId, form, signature, sealSignature };
      };
      return {
        removals: removals.map(toEntry),
        changes: page.filter((each) => each.state === "shown").map(toEntry),
        next: page.at(-1)?.feedNumber ?? since,
        more: places.length > CHANGES_AT_ONCE,
      };
    },
    { readOnly: true },
  );
}

/** Takes a receiver's word that it has everything up to a number (确认已读): that is its receipt. A number that was never given counts as the last. */
export async function acknowledgeFeed(
  deps: FeedDeps,
  access: PointAccess,
  cursor: number,
): Promise<{ readonly acknowledged: number }> {
  requireToken(deps, access);
  const { channel } = access;
  const acknowledged = await inTransaction(deps.database, async (tx) => {
    const newest = await tx
      .select({ last: sql<string>`coalesce(max(${deliveries.feedNumber}), 0)::text` })
      .from(deliveries)
      .where(eq(deliveries.channel, channel));
    const given = Math.min(cursor, Number(newest[0]?.last ?? 0));
    const [row] = await tx
      .insert(feedCursors)
      .values({ channel, acknowledged: given, acknowledgedAt: sql`case_clock_now()` })
      .onConflictDoUpdate({
        target: feedCursors.channel,
        set: {
          acknowledged: sql`greatest(${feedCursors.acknowledged}, ${given})`,
          acknowledgedAt: sql`case_clock_now()`,
        },
      })
      .returning({ acknowledged: feedCursors.acknowledged });
    return row?.acknowledged ?? given;
  });
  await wakePublications(deps, channel, acknowledged);
  return { acknowledged };
}

/** Who asks for a feed, and the token that proves it. */
export interface PointAccess {
  readonly channel: ChannelId;
  readonly token: string;
}

/** A wrong token, a point without one, a point that does not fetch: all the same to who asks. */
function requireToken({ points }: FeedDeps, { channel, token }: PointAccess): void {
  const isFetching = points.connections.get(channel)?.form === "pull";
  const secrets = points.pointSecrets.get(channel) ?? [];
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  const holds = secrets.some((secret) => timingSafeEqual(digest(secret), digest(token)));
  if (!isFetching || !holds) throw new NotSignedInError("no such receiver, or a wrong token");
}

type Place = Awaited<ReturnType<typeof readPlaces>>[number];

async function readPlaces(
  tx: Transaction,
  channel: ChannelId,
  since: number,
  which: "removals" | "all",
) {
  return tx
    .select({
      caseId: deliveries.caseId,
      version: deliveries.version,
      state: deliveries.state,
      repairs: deliveries.repairs,
      sealSignature: deliveries.sealSignature,
      sharingBasisId: deliveries.sharingBasisId,
      feedNumber: deliveries.feedNumber,
      sealed: publicationRecords.bodySealed,
    })
    .from(deliveries)
    .innerJoin(
      publicationRecords,
      and(
        eq(publicationRecords.caseId, deliveries.caseId),
        eq(publicationRecords.version, deliveries.version),
      ),
    )
    .where(
      and(
        eq(deliveries.channel, channel),
        gt(deliveries.feedNumber, since),
        sql`not exists (select 1 from deliveries newer where newer.channel = ${deliveries.channel}
          and newer.case_id = ${deliveries.caseId} and newer.version > ${deliveries.version})`,
        which === "removals" ? ne(deliveries.state, "shown") : undefined,
      ),
    )
    .orderBy(asc(deliveries.feedNumber))
    .limit(CHANGES_AT_ONCE + 1);
}

const WOKEN_AT_ONCE = 200;

/** Deliveries that the cursor proves are looked at now; any that cannot be told come to it by themselves. */
async function wakePublications(deps: FeedDeps, channel: string, upTo: number): Promise<void> {
  const rows = await deps.database
    .select({ caseId: deliveries.caseId })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.channel, channel),
        lte(deliveries.feedNumber, upTo),
        isNull(deliveries.receivedAt),
      ),
    )
    .limit(WOKEN_AT_ONCE);
  const { workflow } = deps.temporal.client;
  const told = await Promise.allSettled(
    rows.map(({ caseId }) =>
      workflow.getHandle(publicationId(caseId, channel)).signal(publishSignal),
    ),
  );
  const missed = told.filter((each) => each.status === "rejected").length;
  if (missed > 0) deps.logger.warn({ missed }, "deliveries will see the receipt later");
}
