import { and, desc, eq, lt, or } from "drizzle-orm";
import type { Actor } from "../../domain/case-file/actor.ts";
import { isChannelId } from "../../domain/publication/channels.ts";
import { POINTS } from "../../domain/publication/points/index.ts";
import { inTransaction } from "../../platform/database.ts";
import { caseFiles, deliveries } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import { requireOfficial } from "./person.ts";
import { isUuid, readVisibleCase, scopeOf } from "./visible-case.ts";

/** Which version of a listing went to a channel, and what proves it. */
export interface DeliveryView {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly channel: string;
  readonly channelTitle: string;
  readonly version: number;
  /** Failed attempts so far. */
  readonly attempts: number;
  /** A code: unreachable, refused, bad-receipt, not-configured. */
  readonly lastFailure: string | null;
  readonly lastAttemptAt: Date | null;
  readonly nextAttemptAt: Date | null;
  readonly receivedAt: Date | null;
  readonly receiptId: string | null;
}

const PAGE = 50;

/** Reads the distribution record (分发台账), of one case or of all that the person may see, newest version first. */
export async function findDeliveries(
  deps: Pick<AppDeps, "database">,
  actor: Actor,
  query: { readonly caseId?: string; readonly cursor?: string },
): Promise<{ readonly rows: readonly DeliveryView[]; readonly nextCursor: string | null }> {
  requireOfficial(actor);
  const { caseId } = query;
  if (caseId !== undefined) {
    await inTransaction(deps.database, (tx) => readVisibleCase(tx, actor, caseId));
  }
  const rows = await deps.database
    .select({ delivery: deliveries, caseNumber: caseFiles.caseNumber })
    .from(deliveries)
    .innerJoin(caseFiles, eq(caseFiles.caseId, deliveries.caseId))
    .where(
      and(
        scopeOf(actor),
        query.caseId === undefined ? undefined : eq(deliveries.caseId, query.caseId),
        after(query.cursor),
      ),
    )
    .orderBy(desc(deliveries.caseId), desc(deliveries.version), desc(deliveries.channel))
    .limit(PAGE + 1);
  const shown = rows.slice(0, PAGE).map(({ delivery, caseNumber }) => toView(delivery, caseNumber));
  return { rows: shown, nextCursor: rows.length > PAGE ? cursorOf(shown.at(-1)) : null };
}

function toView(row: typeof deliveries.$inferSelect, caseNumber: string): DeliveryView {
  const { caseId, channel, version, attempts, lastFailure } = row;
  const { lastAttemptAt, nextAttemptAt, receivedAt, receiptId } = row;
  const channelTitle = isChannelId(channel) ? POINTS[channel].title : channel;
  return {
    ...{ caseId, caseNumber, channel, channelTitle, version, attempts, lastFailure },
    ...{ lastAttemptAt, nextAttemptAt, receivedAt, receiptId },
  };
}

function cursorOf(last: DeliveryView | undefined): string | null {
  return last === undefined ? null : `${last.caseId}~${String(last.version)}~${last.channel}`;
}

function after(cursor: string | undefined) {
  const [caseId, version, channel] = cursor?.split("~") ?? [];
  if (caseId === undefined || version === undefined || channel === undefined) return undefined;
  if (!isUuid(caseId) || !/^\d+$/.test(version)) return undefined;
  const sameCase = eq(deliveries.caseId, caseId);
  const sameVersion = eq(deliveries.version, Number(version));
  return or(
    lt(deliveries.caseId, caseId),
    and(sameCase, lt(deliveries.version, Number(version))),
    and(sameCase, sameVersion, lt(deliveries.channel, channel)),
  );
}
