import { sqlStateOf } from "../platform/sql-state.ts";

/** Connections that broke, a server that shuts down or takes no more, a lock or a statement that took too long. */
const AWAY_STATES = /^(08...|57P0[1-5]|57014|55P03|53[0-9]{3}|25P03|40001|40P01)$/;
const AWAY_CODES: readonly string[] = [
  "ECONNREFUSED",
  "ECONNRESET",
  "ETIMEDOUT",
  "EPIPE",
  "ENOTFOUND",
  "EAI_AGAIN",
];
/** The driver says these without a code. */
const AWAY_MESSAGES: readonly string[] = [
  "Connection terminated unexpectedly",
  "Connection terminated due to connection timeout",
  "timeout exceeded when trying to connect",
  "Client has encountered a connection error and is not queryable",
];

/** Says whether an error only means that the database cannot be reached now: the same request may succeed later. */
export function isDatabaseAway(error: unknown): boolean {
  const state = sqlStateOf(error);
  if (state !== null && AWAY_STATES.test(state)) return true;
  for (let at = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string" && AWAY_CODES.includes(at.code)) return true;
    // The server ended the connection, or never let it begin.
    if ("severity" in at && (at.severity === "FATAL" || at.severity === "PANIC")) return true;
    if (AWAY_MESSAGES.some((message) => at instanceof Error && at.message.startsWith(message)))
      return true;
    if (at instanceof AggregateError && at.errors.some(isDatabaseAway)) return true;
  }
  return false;
}
