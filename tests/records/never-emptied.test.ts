import { sql, type SQL } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inTransaction } from "../../platform/database.ts";
import { nextNumber } from "../../records/number-papers.ts";
import { commands } from "../../schema/index.ts";
import { objectionTo, openTestDatabase, storeCase, type OpenedDatabase } from "./stored-case.ts";

const FORBIDDEN = { state: "42501" };
const REFERRED_TO = "0A000";

let opened: OpenedDatabase;

beforeAll(async () => {
  opened = await openTestDatabase();
  const { database } = opened;
  const caseId = await storeCase(database);
  await inTransaction(database, (tx) => nextNumber(tx, "苍人社列决", "2026"));
  await database.insert(commands).values({
    ...{ commandId: "act-1", caseId, kind: "submit-for-review", body: {} },
    ...{ requestHash: "hash", actor: { userId: "officer" }, receivedAt: new Date("2026-03-13") },
  });
});
afterAll(async () => {
  await opened.close();
});

const attempt = (query: SQL) => objectionTo(opened.database.execute(query));

describe("what may not be deleted row by row", () => {
  it.each([
    "commands",
    "refusals",
    "readings",
    "case_clock",
    "number_series",
    "service_addresses",
    "sharing_bases",
    "implementer_deliveries",
    "implementer_seals",
    "seal_certificates",
  ])("may not be emptied at one stroke either: %s", async (table) => {
    const name = sql.identifier(table);
    // A table that others refer to is refused for that alone; with them it would be emptied, were it not forbidden.
    const refused = await attempt(sql`truncate ${name}`);
    expect([FORBIDDEN.state, REFERRED_TO]).toContain(refused?.state);
    expect(await attempt(sql`truncate ${name} cascade`)).toMatchObject(FORBIDDEN);
  });
});

describe("a series of numbers", () => {
  it("never goes back, changes its name or is deleted, so that no number is given twice", async () => {
    const attempts = [
      sql`update number_series set last = last - 1`,
      sql`update number_series set series = 'another'`,
      sql`delete from number_series`,
    ];
    for (const query of attempts) expect(await attempt(query)).toMatchObject(FORBIDDEN);
    expect(await attempt(sql`update number_series set last = last + 1`)).toBeNull();
  });
});

describe("a kept command", () => {
  it("keeps its place in the queue", async () => {
    expect(await attempt(sql`update commands set arrival = arrival + 1`)).toMatchObject(FORBIDDEN);
  });
});
