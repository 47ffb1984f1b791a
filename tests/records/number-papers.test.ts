import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  closeDatabase,
  inTransaction,
  openDatabase,
  type Database,
} from "../../platform/database.ts";
import { nextNumber } from "../../records/number-papers.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";

let testDatabase: TestDatabase;
let database: Database;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = openDatabase(testDatabase.url);
});
afterAll(async () => {
  await closeDatabase(database);
  await testDatabase.drop();
});

const SERIES = "苍人社列决";

function take(year: string): Promise<string> {
  return inTransaction(database, (tx) => nextNumber(tx, SERIES, year));
}

describe("document numbers", () => {
  it("are given once each and without a gap, also to forty who ask at once while others fail", async () => {
    const fails = async (): Promise<string> =>
      inTransaction(database, async (tx) => {
        await nextNumber(tx, SERIES, "2026");
        throw new Error("the transaction fails after it was given a number");
      });
    const asked = Array.from({ length: 60 }, (_, index) =>
      index % 3 === 0 ? fails() : take("2026"),
    );
    const settled = await Promise.allSettled(asked);
    const given = settled.filter((each) => each.status === "fulfilled").map((each) => each.value);
    const expected = Array.from(
      { length: 40 },
      (_, index) => `${SERIES}〔2026〕${String(index + 1)}号`,
    );
    expect(given.toSorted()).toEqual(expected.toSorted());
  });

  it("begin anew with every year and go on within it", async () => {
    expect(await take("2031")).toBe("苍人社列决〔2031〕1号");
    expect(await take("2032")).toBe("苍人社列决〔2032〕1号");
    expect(await take("2031")).toBe("苍人社列决〔2031〕2号");
  });
});
