import { integer, pgTable, text, date } from "drizzle-orm/pg-core";
import { eq, sql } from "drizzle-orm";
import pg from "pg";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { readCaseClock, readClockOffset, machineNow } from "../../platform/clock.ts";
import {
  closeDatabase,
  inTransaction,
  openDatabase,
  type Database,
} from "../../platform/database.ts";
import { brokenConstraintOf, sqlStateOf } from "../../platform/sql-state.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";

const MIGRATIONS = fileURLToPath(new URL("fixtures/migrations", import.meta.url));
const notes = pgTable("notes", {
  id: integer("id").primaryKey(),
  words: text("words"),
  writtenOn: date("written_on"),
});

let place: TestDatabase;
let database: Database;
let other: pg.Client;
const broken: Error[] = [];

beforeAll(async () => {
  place = await createTestDatabase(MIGRATIONS);
  database = openDatabase(place.url, {
    onConnectionError: (error) => broken.push(error),
    statementTimeoutMs: 3_000,
  });
  other = new pg.Client({ connectionString: place.url });
  await other.connect();
});
beforeEach(() => database.delete(notes));
afterAll(async () => {
  await closeDatabase(database);
  await other.end();
  await place.drop();
});

describe("a transaction", () => {
  it("keeps everything it wrote", async () => {
    const answer = await inTransaction(database, async (transaction) => {
      await transaction.insert(notes).values({ id: 1, words: "一", writtenOn: "2026-03-02" });
      return "done";
    });
    expect(answer).toBe("done");
    expect(await database.select().from(notes)).toEqual([
      { id: 1, words: "一", writtenOn: "2026-03-02" },
    ]);
  });

  it("keeps nothing when the work fails, and hands on the error", async () => {
    const failure = new Error("not today");
    const attempt = inTransaction(database, async (transaction) => {
      await transaction.insert(notes).values({ id: 1, words: "一" });
      throw failure;
    });
    await expect(attempt).rejects.toBe(failure);
    expect(await database.$count(notes)).toBe(0);
  });

  it("is no success when a failed query was ignored", async () => {
    const attempt = inTransaction(database, async (transaction) => {
      await transaction.insert(notes).values({ id: 1, words: "一" });
      await transaction.execute(sql`select 1 / 0`).catch(() => undefined);
    });
    await expect(attempt).rejects.toThrow("rolled back");
    expect(await database.$count(notes)).toBe(0);
  });

  it("has settings that nobody sees after it", async () => {
    const read = sql<{
      value: string | null;
    }>`select current_setting('app.authority_id', true) as value`;
    const settings = { "app.authority_id": "o'brien" };
    const inside = await inTransaction(database, (transaction) => transaction.execute(read), {
      settings,
    });
    expect(inside.rows).toEqual([{ value: "o'brien" }]);
    const after = await Promise.all(Array.from({ length: 5 }, () => database.execute(read)));
    for (const { rows } of after) expect(rows[0]?.["value"] || null).toBeNull();
  });

  it("runs again when the database finds that two wrote at cross purposes", async () => {
    await database.insert(notes).values({ id: 1, words: "0" });
    const addOne = () =>
      inTransaction(
        database,
        async (transaction) => {
          const [row] = await transaction.select().from(notes).where(eq(notes.id, 1));
          await transaction.execute(sql`select pg_sleep(0.02)`);
          await transaction.update(notes).set({ words: String(Number(row?.words) + 1) });
        },
        { isolation: "serializable" },
      );
    await Promise.all([addOne(), addOne(), addOne()]);
    expect(await database.select().from(notes)).toMatchObject([{ words: "3" }]);
  });

  it("can be read-only", async () => {
    const write = inTransaction(database, (t) => t.insert(notes).values({ id: 1, words: "一" }), {
      readOnly: true,
    });
    await expect(write.catch((error: unknown) => sqlStateOf(error))).resolves.toBe("25006");
  });

  it("survives the death of its connection, and so do the pool and this process", async () => {
    const kill = inTransaction(database, async (transaction) => {
      const { rows } = await transaction.execute(sql`select pg_backend_pid() as pid`);
      await other.query("select pg_terminate_backend($1)", [rows[0]?.["pid"]]);
      await transaction.execute(sql`select 1`);
    });
    await expect(kill).rejects.toThrow();
    expect(broken.length).toBeGreaterThan(0);
    const after = await Promise.all(
      Array.from({ length: 25 }, () => database.execute(sql`select 1 as one`)),
    );
    expect(after.every(({ rows }) => rows[0]?.["one"] === 1)).toBe(true);
  });
});

describe("the database", () => {
  it("returns a DATE as a day, whatever the time zone of this machine", async () => {
    const { rows } = await database.$client.query<{ day: string }>(
      "select date '2026-12-01' as day",
    );
    expect(rows[0]?.day).toBe("2026-12-01");
  });

  it("ends a statement that takes too long", async () => {
    const slow = database.execute(sql`select pg_sleep(10)`);
    await expect(slow.catch((error: unknown) => sqlStateOf(error))).resolves.toBe("57014");
  });

  it("ends waiting for a lock sooner", async () => {
    await database.insert(notes).values({ id: 1, words: "一" });
    await other.query("begin; update notes set words = '二'");
    const blocked = database.update(notes).set({ words: "三" });
    const state = await blocked.then(
      () => "went through",
      (error: unknown) => sqlStateOf(error),
    );
    await other.query("rollback");
    expect(state).toBe("55P03");
  });

  it("names the constraint that was broken", async () => {
    await database.insert(notes).values({ id: 1, words: "一" });
    const again = database.insert(notes).values({ id: 1, words: "二" });
    const error = await again.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect([sqlStateOf(error), brokenConstraintOf(error)]).toEqual(["23505", "notes_pkey"]);
    expect([sqlStateOf(new Error("other")), brokenConstraintOf("no error")]).toEqual([null, null]);
  });
});

describe("the case clock", () => {
  it("is the machine's time when it was never moved", async () => {
    const clock = await readCaseClock(database);
    expect(Math.abs(clock.getTime() - machineNow().getTime())).toBeLessThan(5_000);
    expect(await readClockOffset(database)).toBe(0);
  });

  it("runs ahead by the offset once it was moved", async () => {
    const year = 365 * 86_400_000;
    await inTransaction(database, async (transaction) => {
      await transaction.execute(sql`update clock_offset set milliseconds = ${year}`);
      expect(await readClockOffset(transaction)).toBe(year);
      const ahead = (await readCaseClock(transaction)).getTime() - machineNow().getTime();
      expect(Math.abs(ahead - year)).toBeLessThan(5_000);
      await transaction.execute(sql`update clock_offset set milliseconds = 0`);
    });
  });
});
