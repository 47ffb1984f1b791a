import { createHash } from "node:crypto";
import type { SessionStore } from "@fastify/session";
import { and, eq, gt, lte, sql } from "drizzle-orm";
import type { Database } from "../../platform/database.ts";
import { sessions } from "../../schema/index.ts";

/** Keeps sessions in the database: they survive a restart, are shared by all processes, and can be ended from there. */
export function keepSessions(database: Database): SessionStore {
  return {
    set(sessionId, session, done) {
      const sessionHash = hashOf(sessionId);
      const expiresAt = session.cookie.expires ?? new Date(0);
      const body = JSON.parse(JSON.stringify(session)) as object; // the form in which it is read back
      settle(
        database
          .insert(sessions)
          .values({ sessionHash, body, expiresAt })
          .onConflictDoUpdate({ target: sessions.sessionHash, set: { body, expiresAt } }),
        done,
      );
    },
    get(sessionId, done) {
      database
        .select({ body: sessions.body })
        .from(sessions)
        .where(
          and(eq(sessions.sessionHash, hashOf(sessionId)), gt(sessions.expiresAt, MACHINE_NOW)),
        )
        .then(
          (rows) => {
            done(null, (rows[0]?.body ?? null) as Parameters<typeof done>[1]); // written by `set`
          },
          (error: unknown) => {
            done(error, null);
          },
        );
    },
    destroy(sessionId, done) {
      const isOver = lte(sessions.expiresAt, MACHINE_NOW);
      settle(
        database
          .delete(sessions)
          .where(sql`${eq(sessions.sessionHash, hashOf(sessionId))} or ${isOver}`),
        done,
      );
    },
  };
}

/** Sessions are no matter of the law: they go by the machine's time. */
const MACHINE_NOW = sql`clock_timestamp()`;

/** Who reads the database learns no session's id from it. */
function hashOf(sessionId: string): string {
  return createHash("sha256").update(sessionId).digest("hex");
}

function settle(work: PromiseLike<unknown>, done: (error?: unknown) => void): void {
  work.then(
    () => {
      done();
    },
    (error: unknown) => {
      done(error);
    },
  );
}
