import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Actor } from "../../domain/case-file/actor.ts";
import { isChannelId } from "../../domain/publication/channels.ts";
import { inTransaction } from "../../platform/database.ts";
import { caseFiles, deliveries } from "../../schema/index.ts";
import { publicationId, publishSignal } from "../../workflows/messages.ts";
import type { AppDeps } from "../deps.ts";
import { ForbiddenError, NotFoundError } from "./faults.ts";
import { handlesCases, hasRole, requireOfficial } from "./person.ts";
import { scopeOf } from "./visible-case.ts";

const AT_ONCE = 500;

/**
 * Sends everything that waits for a point at once (立即再次发送), instead of when its pause is over: officials for their own authority's
 * cases, the supervisor for all. Answers with how many there were.
 */
export async function sendAgain(
  deps: Pick<AppDeps, "database" | "temporal" | "logger">,
  actor: Actor,
  channel: string,
): Promise<{ readonly sent: number }> {
  requireOfficial(actor);
  if (!handlesCases(actor) && !hasRole(actor, ["supervisor"])) {
    throw new ForbiddenError("those who handle cases, or the supervisor");
  }
  if (!isChannelId(channel)) throw new NotFoundError("no such point");
  const waiting = await inTransaction(deps.database, async (tx) => {
    const rows = await tx
      .select({ caseId: deliveries.caseId })
      .from(deliveries)
      .innerJoin(caseFiles, eq(caseFiles.caseId, deliveries.caseId))
      .where(and(scopeOf(actor), eq(deliveries.channel, channel), isNull(deliveries.receivedAt)))
      .limit(AT_ONCE);
    const caseIds = [...new Set(rows.map((row) => row.caseId))];
    if (caseIds.length === 0) return [];
    await tx
      .update(deliveries)
      .set({ nextAttemptAt: sql`case_clock_now()` })
      .where(
        and(
          eq(deliveries.channel, channel),
          inArray(deliveries.caseId, caseIds),
          isNull(deliveries.receivedAt),
          sql`${deliveries.nextAttemptAt} is not null`,
        ),
      );
    return caseIds;
  });
  const { workflow } = deps.temporal.client;
  const told = await Promise.allSettled(
    waiting.map((caseId) =>
      workflow.getHandle(publicationId(caseId, channel)).signal(publishSignal),
    ),
  );
  const missed = told.filter((each) => each.status === "rejected").length;
  if (missed > 0) deps.logger.warn({ missed }, "deliveries go out by themselves, later");
  return { sent: waiting.length };
}
