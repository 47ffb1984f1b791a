import { setTimeout as pause } from "node:timers/promises";

import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";

import { sqlStateOf } from "./sql-state.ts";

export { migrateDatabase } from "./migrations.ts";

/** The database: queries outside a transaction, and the pool that `inTransaction` takes its connections from. */
export type Database = NodePgDatabase & { readonly $client: pg.Pool };

/** What queries are made with inside `inTransaction`. It has no `transaction` of its own: one act is one transaction. */
export type Transaction = Omit<NodePgDatabase, "transaction">;

export interface DatabaseOptions {
  readonly maxConnections?: number;
  /** Longest time a single statement may take; waiting for a lock is limited to a third of it. */
  readonly statementTimeoutMs?: number;
  /** Told when a connection breaks; the query that was using it reports the same by itself. */
  readonly onConnectionError?: (error: Error) => void;
}

const DEFAULT_STATEMENT_TIMEOUT_MS = 30_000;

/** Opens a pool of connections. All time limits are kept by the server, so no connection is left in an unknown state. */
export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const statementTimeoutMs = options.statementTimeoutMs ?? DEFAULT_STATEMENT_TIMEOUT_MS;
  const pool = new pg.Pool({
    connectionString: url,
    max: options.maxConnections ?? 20,
    connectionTimeoutMillis: 10_000,
    application_name: "mingdan",
    statement_timeout: statementTimeoutMs,
    lock_timeout: Math.ceil(statementTimeoutMs / 3),
    idle_in_transaction_session_timeout: statementTimeoutMs * 2,
    types: { getTypeParser: chooseParser },
  });
  // Without a listener on both, a backend that is killed takes this process with it.
  const report = options.onConnectionError ?? (() => undefined);
  pool.on("error", report);
  pool.on("connect", (client) => client.on("error", report));
  return drizzle({ client: pool });
}

/** Waits for the queries under way and closes the connections. */
export async function closeDatabase(database: Database): Promise<void> {
  await database.$client.end();
}

/** A DATE is a day, not a moment: the driver would make local midnight of it. */
function chooseParser(oid: number, format?: "text" | "binary"): (text: string) => unknown {
  if (oid === Number(pg.types.builtins.DATE)) return (text) => text;
  const parse: unknown = pg.types.getTypeParser(oid, format === "binary" ? "binary" : "text");
  return parse as (text: string) => unknown; // the driver's own, whose types say nothing
}

export interface TransactionOptions {
  readonly isolation?: "read committed" | "repeatable read" | "serializable";
  readonly readOnly?: boolean;
  /** Settings that hold inside this transaction only, such as the authority that row isolation goes by. */
  readonly settings?: Readonly<Record<string, string>>;
}

const ATTEMPTS = 4;

/**
 * Runs work in one transaction: everything it wrote is kept, or nothing. When the database itself asks for it
 * (serialization failure, deadlock), the whole work runs again, so it must do nothing but queries.
 */
export async function inTransaction<Result>(
  database: Database,
  work: (transaction: Transaction) => Promise<Result>,
  options: TransactionOptions = {},
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await runOnce(database, work, options);
    } catch (error) {
      if (attempt === ATTEMPTS || !mayRunAgain(error)) throw error;
      await pause(5 * attempt * attempt);
    }
  }
}

function mayRunAgain(error: unknown): boolean {
  const state = sqlStateOf(error);
  return state === "40001" || state === "40P01";
}

async function runOnce<Result>(
  database: Database,
  work: (transaction: Transaction) => Promise<Result>,
  options: TransactionOptions,
): Promise<Result> {
  const client = await database.$client.connect();
  let broken = false;
  try {
    await client.query(openingStatement(options));
    const result = await work(drizzle({ client }));
    await commit(client);
    return result;
  } catch (error) {
    broken = !(await tryRollback(client));
    throw error;
  } finally {
    // A connection in an unknown state is closed instead of handed to the next one.
    client.release(broken);
  }
}

/** BEGIN and the settings in one round trip. */
function openingStatement(options: TransactionOptions): string {
  const isolation = options.isolation ?? "read committed";
  const begin = `begin isolation level ${isolation} ${options.readOnly ? "read only" : "read write"}`;
  const settings = Object.entries(options.settings ?? {}).map(
    ([name, value]) =>
      `select set_config(${pg.escapeLiteral(name)}, ${pg.escapeLiteral(value)}, true)`,
  );
  return [begin, ...settings].join("; ");
}

/** The server answers COMMIT with ROLLBACK when a statement had failed and its error was swallowed: that is no success. */
async function commit(client: pg.PoolClient): Promise<void> {
  const answer = await client.query("commit");
  if (answer.command !== "COMMIT")
    throw new Error("the transaction was rolled back: a failed query was ignored");
}

async function tryRollback(client: pg.PoolClient): Promise<boolean> {
  try {
    await client.query("rollback");
    return true;
  } catch {
    return false;
  }
}
