import { randomUUID } from "node:crypto";
import { sql, type SQL } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { CHAIN_ALGORITHM } from "../../records/chain.ts";
import { caseClock, caseEvents, commands, readings, refusals } from "../../schema/index.ts";
import { objectionTo, openTestDatabase, storeCase, type OpenedDatabase } from "./stored-case.ts";

const AT = new Date("2026-03-13T01:00:00Z");
const FORBIDDEN = { state: "42501" };

let opened: OpenedDatabase;
let caseId: string;
let commandId: string;

beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(async () => {
  await opened.close();
});
beforeEach(async () => {
  const { database } = opened;
  caseId = await storeCase(database);
  commandId = randomUUID();
  await database.insert(caseEvents).values({
    ...{ caseId, seq: 1, type: "CaseFileOpened", body: "{}", actId: "open", at: AT },
    ...{ algorithm: CHAIN_ALGORITHM, previousHash: "0", hash: "1" },
  });
  await database.insert(refusals).values({
    ...{ refusalId: randomUUID(), caseId, act: "submit-for-review", userId: "officer" },
    ...{ refusal: {}, refusedAt: AT },
  });
  await database
    .insert(readings)
    .values({ readingId: randomUUID(), caseId, userId: "officer", purpose: "办案", readAt: AT });
  await database.insert(commands).values({
    ...{ commandId, caseId, kind: "submit-for-review", body: { kind: "submit-for-review" } },
    ...{ requestHash: "hash", actor: { userId: "officer" }, receivedAt: AT },
  });
});

const attempt = (query: SQL) => objectionTo(opened.database.execute(query));

async function readCount(table: string): Promise<unknown> {
  const name = sql.identifier(table);
  const { rows } = await opened.database.execute(
    sql`select count(*)::int as n from ${name} where case_id = ${caseId}`,
  );
  return rows[0]?.["n"];
}

describe("what happened stays as it was written", () => {
  it.each([
    ["case_events", "body"],
    ["refusals", "act"],
    ["readings", "purpose"],
  ])("no row of %s is changed or deleted, not even by its owner", async (table, column) => {
    const [name, field] = [sql.identifier(table), sql.identifier(column)];
    const changed = sql`update ${name} set ${field} = 'x' where case_id = ${caseId}`;
    const unchanged = sql`update ${name} set ${field} = ${field} where case_id = ${caseId}`;
    const deleted = sql`delete from ${name} where case_id = ${caseId}`;
    expect(await attempt(changed)).toMatchObject(FORBIDDEN);
    expect(await attempt(unchanged)).toMatchObject(FORBIDDEN);
    expect(await attempt(deleted)).toMatchObject(FORBIDDEN);
    expect(await readCount(table)).toBe(1);
  });

  it("the events are not emptied at one stroke, alone or with what hangs on them", async () => {
    expect(await attempt(sql`truncate case_events`)).toMatchObject(FORBIDDEN);
    expect(await attempt(sql`truncate case_files cascade`)).toMatchObject(FORBIDDEN);
    expect(await readCount("case_events")).toBe(1);
  });

  it("no event takes the place of another", async () => {
    const again = sql`insert into case_events select * from case_events where case_id = ${caseId}`;
    expect(await attempt(again)).toMatchObject({ state: "23505" });
  });
});

describe("a kept command", () => {
  const rule = (outcome: string) =>
    sql`update commands set verdict = ${JSON.stringify({ outcome })}::jsonb, ruled_at = now() where command_id = ${commandId}`;

  it("is given one verdict, and no second one", async () => {
    expect(await attempt(rule("accepted"))).toBeNull();
    expect(await attempt(rule("refused"))).toMatchObject(FORBIDDEN);
    const emptied = sql`update commands set verdict = null where command_id = ${commandId}`;
    expect(await attempt(emptied)).toMatchObject(FORBIDDEN);
    const { rows } = await opened.database.execute(
      sql`select verdict from commands where command_id = ${commandId}`,
    );
    expect(rows).toEqual([{ verdict: { outcome: "accepted" } }]);
  });

  it.each([
    ["command_id", sql`'another'`],
    ["case_id", sql`gen_random_uuid()`],
    ["kind", sql`'withdraw-case'`],
    ["request_hash", sql`'another'`],
    ["received_at", sql`received_at - interval '1 second'`],
    ["body", sql`'{}'::jsonb`],
    ["actor", sql`'{}'::jsonb`],
  ])("keeps its %s, with a verdict or without", async (column, value) => {
    const field = sql.identifier(column);
    const change = sql`update commands set ${field} = ${value} where command_id = ${commandId}`;
    expect(await attempt(change)).toMatchObject(FORBIDDEN);
    const both = sql`update commands set ${field} = ${value}, verdict = '{}'::jsonb where command_id = ${commandId}`;
    expect(await attempt(both)).toMatchObject(FORBIDDEN);
    await attempt(rule("accepted"));
    expect(await attempt(change)).toMatchObject(FORBIDDEN);
  });

  it("is never deleted, ruled on or not", async () => {
    const deleted = sql`delete from commands where command_id = ${commandId}`;
    expect(await attempt(deleted)).toMatchObject(FORBIDDEN);
    await attempt(rule("accepted"));
    expect(await attempt(deleted)).toMatchObject(FORBIDDEN);
  });
});

describe.each(["demo", "production"] as const)("the clock of a %s database", (mode) => {
  let own: OpenedDatabase;
  beforeAll(async () => {
    own = await openTestDatabase();
    const offsetMs = mode === "demo" ? 5_000 : 0;
    await own.database.insert(caseClock).values({ id: 1, offsetMs, mode, moved: false });
  });
  afterAll(async () => {
    await own.close();
  });
  const set = (change: SQL) =>
    objectionTo(own.database.execute(sql`update case_clock set ${change}`));

  it("never goes back", async () => {
    expect(await set(sql`offset_ms = offset_ms - 1`)).toMatchObject(FORBIDDEN);
  });

  it(mode === "demo" ? "goes forward" : "stands", async () => {
    const objection = await set(sql`offset_ms = offset_ms + 1`);
    if (mode === "demo") expect(objection).toBeNull();
    else expect(objection).toMatchObject(FORBIDDEN);
    const [row] = await own.database.select().from(caseClock);
    expect(row?.offsetMs).toBe(mode === "demo" ? 5_001 : 0);
  });

  it("keeps its mode and its one row", async () => {
    const other = mode === "demo" ? "production" : "demo";
    expect(await set(sql`mode = ${other}`)).toMatchObject(FORBIDDEN);
    expect(await objectionTo(own.database.execute(sql`delete from case_clock`))).toMatchObject(
      FORBIDDEN,
    );
    const row = { offsetMs: 0, mode, moved: false };
    const second = own.database.insert(caseClock).values({ id: 2, ...row });
    expect(await objectionTo(second)).toEqual({ state: "23514", constraint: "case_clock_one_row" });
    const again = own.database.insert(caseClock).values({ id: 1, ...row });
    expect(await objectionTo(again)).toMatchObject({ state: "23505" });
  });
});

describe("four eyes, kept by the table", () => {
  const FOUR_EYES = { state: "23514", constraint: "case_files_four_eyes" };

  it.each([
    { reviewerId: "officer" },
    { signerId: "officer" },
    { reviewerId: "reviewer", signerId: "reviewer" },
    { reviewerId: "officer", signerId: "officer" },
  ])("refuse %j in a case of the officer's", async (eyes) => {
    const { database } = opened;
    expect(await objectionTo(storeCase(database, eyes))).toEqual(FOUR_EYES);
    const { reviewerId = null, signerId = null } = { reviewerId: null, signerId: null, ...eyes };
    const change = sql`update case_files set reviewer_id = ${reviewerId}, signer_id = ${signerId} where case_id = ${caseId}`;
    expect(await attempt(change)).toEqual(FOUR_EYES);
  });

  it.each([
    {},
    { reviewerId: "reviewer" },
    { signerId: "head" },
    { reviewerId: "reviewer", signerId: "head" },
  ])("let %j pass", async (eyes) => {
    expect(await objectionTo(storeCase(opened.database, eyes))).toBeNull();
  });
});
