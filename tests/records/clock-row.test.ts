import { describe, expect, it, onTestFinished } from "vitest";
import { dayOf } from "../../domain/deadlines/calendar-day.ts";
import { readCaseClock } from "../../platform/clock.ts";
import { inTransaction, type Database } from "../../platform/database.ts";
import { StartFault } from "../../platform/start-fault.ts";
import { ensureClockRow } from "../../records/clock-row.ts";
import { caseClock } from "../../schema/index.ts";
import { moment } from "../support/case-world.ts";
import { setClock } from "../support/demo-clock.ts";
import { openTestDatabase } from "./stored-case.ts";

const MINUTE_MS = 60_000;

async function makeDatabase(): Promise<Database> {
  const { database, close } = await openTestDatabase();
  onTestFinished(close);
  return database;
}

const readClock = (database: Database): Promise<Date> => inTransaction(database, readCaseClock);

describe("the clock of a new database", () => {
  it.each(["2019-01-02", "2026-03-13", "2031-12-31"])(
    "starts a demo at nine in the morning of %s",
    async (day) => {
      const database = await makeDatabase();
      await ensureClockRow(database, "demo", day);
      const now = await readClock(database);
      expect(dayOf(now)).toBe(day);
      const late = now.getTime() - moment(day).getTime();
      expect(late).toBeGreaterThanOrEqual(-1_000);
      expect(late).toBeLessThan(MINUTE_MS);
    },
  );

  it("goes by the machine where no day is given, and always in production", async () => {
    for (const [mode, day] of [["demo", null] as const, ["production", "2026-03-13"] as const]) {
      const database = await makeDatabase();
      await ensureClockRow(database, mode, day);
      expect(await database.select().from(caseClock)).toEqual([
        { id: 1, offsetMs: 0, mode, moved: false },
      ]);
    }
  });

  it("is given once: a later start, on another day too, leaves it where it is", async () => {
    const database = await makeDatabase();
    await ensureClockRow(database, "demo", "2026-03-13");
    await setClock(database, moment("2026-04-01"));
    await Promise.all(
      ["2026-03-13", "2027-01-01", null].map((day) => ensureClockRow(database, "demo", day)),
    );
    expect(dayOf(await readClock(database))).toBe("2026-04-01");
    expect(await database.select().from(caseClock)).toHaveLength(1);
  });
});

describe("a database of the other mode", () => {
  it.each([
    ["demo", "production", "演示用的"],
    ["production", "demo", "正式运行用的"],
  ] as const)("made for %s is refused by %s, and says what to do", async (made, used, says) => {
    const database = await makeDatabase();
    await ensureClockRow(database, made);
    const before = await database.select().from(caseClock);
    const start = ensureClockRow(database, used, "2026-03-13");
    await expect(start).rejects.toThrow(StartFault);
    await expect(start).rejects.toThrow(says);
    expect(await database.select().from(caseClock)).toEqual(before);
  });
});
