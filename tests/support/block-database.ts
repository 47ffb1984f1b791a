import pg from "pg";
import { inject } from "vitest";

/** Takes a database away from everybody, as an outage does: connections end and no new one is let in. */
export async function takeDatabaseAway(url: string): Promise<void> {
  await alter(url, "false");
  await asAdministrator((client, name) =>
    client.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [
      name,
    ]),
  )(url);
}

/** Gives it back. */
export async function giveDatabaseBack(url: string): Promise<void> {
  await alter(url, "true");
}

async function alter(url: string, allowed: "true" | "false"): Promise<void> {
  await asAdministrator((client, name) =>
    client.query(`alter database ${name} allow_connections ${allowed}`),
  )(url);
}

function asAdministrator(work: (client: pg.Client, name: string) => Promise<unknown>) {
  return async (url: string): Promise<void> => {
    const client = new pg.Client({ connectionString: inject("administratorUrl") });
    await client.connect();
    try {
      await work(client, new URL(url).pathname.slice(1));
    } finally {
      await client.end();
    }
  };
}
