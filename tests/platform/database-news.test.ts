import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listenToDatabase, type DatabaseNews } from "../../platform/database-news.ts";
import { createBareDatabase, type TestDatabase } from "../support/database.ts";
import { waitUntil } from "../support/processes.ts";

let database: TestDatabase;
let news: DatabaseNews;
let client: pg.Client;

beforeAll(async () => {
  database = await createBareDatabase();
  news = listenToDatabase(database.url, "ruled");
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await waitUntil("somebody listens", isHeard);
});
afterAll(async () => {
  await news.close();
  await client.end();
  await database.drop();
});

async function tell(text: string): Promise<void> {
  await client.query("select pg_notify('ruled', $1)", [text]);
}

/** Whether a piece of news comes through now. */
async function isHeard(): Promise<boolean> {
  const wait = news.waitFor("are you there");
  await tell("are you there");
  const pause = new Promise<boolean>((resolve) => setTimeout(resolve, 200, false));
  const heard = await Promise.race([wait.arrived.then(() => true), pause]);
  wait.forget();
  return heard;
}

describe("news of the database", () => {
  it("comes to everybody who waits for it, and to nobody else", async () => {
    const [one, other, stranger] = [
      news.waitFor("a"),
      news.waitFor("a"),
      news.waitFor("something else"),
    ];
    let strangerHeard = false;
    void stranger.arrived.then(() => (strangerHeard = true));
    await tell("a");
    await Promise.all([one.arrived, other.arrived]);
    expect(strangerHeard).toBe(false);
    for (const wait of [one, other, stranger]) wait.forget();
  });

  it("does not come before the transaction that tells it is committed", async () => {
    const wait = news.waitFor("committed");
    let heard = false;
    void wait.arrived.then(() => (heard = true));
    await client.query("begin");
    await tell("committed");
    expect(await isStill(() => heard)).toBe(false);
    await client.query("commit");
    await wait.arrived;
    wait.forget();
  });

  it("comes again after its connection was killed", async () => {
    await client.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'mingdan-news' and datname = current_database()",
    );
    await waitUntil("the news come again", isHeard);
  });
});

/** What something is after a moment in which it could have changed. */
async function isStill(read: () => boolean): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve, 150));
  return read();
}
