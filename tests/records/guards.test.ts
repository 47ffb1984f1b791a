import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inTransaction } from "../../platform/database.ts";
import { sqlStateOf } from "../../platform/sql-state.ts";
import { ensureClockRow } from "../../records/clock-row.ts";
import { nextNumber } from "../../records/number-papers.ts";
import { storeRefusal } from "../../records/refusal-rows.ts";
import { caseFiles, readings } from "../../schema/index.ts";
import { findChainFaults } from "../../records/verify-chain.ts";
import { OFFICER, startRunningCases, type RunningCases } from "../support/running-cases.ts";

let cases: RunningCases;
let caseId: string;
let commandId: string;

beforeAll(async () => {
  cases = await startRunningCases("2026-03-13", { workers: "elsewhere" });
  caseId = await cases.openCase();
  commandId = await cases.keep(caseId, OFFICER, { kind: "submit-for-review" });
  const refusal = { kind: "stage" as const, findings: [] };
  await inTransaction(cases.database, (tx) =>
    storeRefusal(tx, { caseId, commandId, act: "submit-for-review", actor: OFFICER, refusal }),
  );
  await inTransaction(cases.database, (tx) => nextNumber(tx, "苍人社列决", "2026"));
  const reading = { readingId: crypto.randomUUID(), caseId, userId: "officer", purpose: "核对" };
  await cases.database.insert(readings).values({ ...reading, readAt: sql`case_clock_now()` });
});
afterAll(async () => {
  await cases.stop();
});

const NOT_ALLOWED = "42501";
const CHECK_BROKEN = "23514";
const NO_ROW_ALIKE = "23505";

/** The state with which the database refuses a statement; null where it takes it. */
async function stateOf(statement: string): Promise<string | null> {
  try {
    await inTransaction(cases.database, (tx) => tx.execute(sql.raw(statement)));
    return null;
  } catch (error) {
    return sqlStateOf(error);
  }
}

const TABLES = ["case_events", "refusals", "readings", "commands", "case_clock", "number_series"];

describe("what happened stays as it was written", () => {
  it.each([
    ["an event", "update case_events set body = '{}'"],
    ["the moment of an event", "update case_events set at = now()"],
    ["an event's digest", "update case_events set hash = previous_hash"],
    ["a refusal", "update refusals set act = 'another'"],
    ["who read in clear, and why", "update readings set purpose = '其他'"],
  ])("%s can't be changed", async (_, statement) => {
    expect(await stateOf(statement)).toBe(NOT_ALLOWED);
  });

  it.each(TABLES)("nothing can be deleted from %s", async (table) => {
    expect(await stateOf(`delete from ${table}`)).toBe(NOT_ALLOWED);
  });

  it.each(TABLES)("%s can't be emptied at once", async (table) => {
    expect(await stateOf(`truncate ${table} cascade`)).toBe(NOT_ALLOWED);
  });

  it("a place in the chain is taken once", async () => {
    const copy = "insert into case_events select * from case_events where seq = 1";
    expect(await stateOf(copy)).toBe(NO_ROW_ALIKE);
  });

  it("the chain that was stored with a case holds against its row", async () => {
    const [row] = await cases.database.select().from(caseFiles).where(eq(caseFiles.caseId, caseId));
    const links = await cases.database.execute<{
      seq: number;
      body: string;
      algorithm: string;
      previousHash: string;
      hash: string;
    }>(
      sql`select seq, body, algorithm, previous_hash as "previousHash", hash from case_events order by seq`,
    );
    expect(links.rows.length).toBeGreaterThan(0);
    expect(findChainFaults(caseId, links.rows, row ?? { version: -1, chainHead: "" })).toEqual([]);
  });
});

describe("document numbers", () => {
  it("never go back, so that none is given twice", async () => {
    expect(await stateOf("update number_series set last = last - 1")).toBe(NOT_ALLOWED);
    expect(await stateOf("update number_series set series = 'another'")).toBe(NOT_ALLOWED);
  });
});

describe("a kept act", () => {
  it.each([
    ["its content", `body = '{"kind":"withdraw-case"}'`],
    ["who did it", `actor = '{"userId":"somebody"}'`],
    ["when it was received", "received_at = received_at - interval '1 day'"],
    ["its kind", "kind = 'withdraw-case'"],
    ["the hash of the request", "request_hash = 'another'"],
    ["its place in the queue", "arrival = 0"],
  ])("%s can't be changed", async (_, change) => {
    expect(await stateOf(`update commands set ${change}`)).toBe(NOT_ALLOWED);
  });

  it("is given its verdict once", async () => {
    const give = (outcome: string): string =>
      `update commands set verdict = '{"outcome":"${outcome}"}', ruled_at = now() where command_id = '${commandId}'`;
    expect(await stateOf(give("refused"))).toBeNull();
    expect(await stateOf(give("accepted"))).toBe(NOT_ALLOWED);
    expect(await stateOf("update commands set verdict = null")).toBe(NOT_ALLOWED);
  });
});

describe("four eyes", () => {
  it.each([
    ["the officer can't be the reviewer", "reviewer_id = officer_id"],
    ["the officer can't be the signer", "signer_id = officer_id"],
    ["the reviewer can't be the signer", "reviewer_id = 'one', signer_id = 'one'"],
  ])("%s", async (_, change) => {
    expect(await stateOf(`update case_files set ${change}`)).toBe(CHECK_BROKEN);
  });

  it("officer, reviewer and signer are three people", async () => {
    const change = "reviewer_id = 'reviewer', signer_id = 'head'";
    expect(await stateOf(`update case_files set ${change}`)).toBeNull();
  });
});

describe("the case clock", () => {
  it("goes forward and never back", async () => {
    expect(await stateOf("update case_clock set offset_ms = offset_ms - 1")).toBe(NOT_ALLOWED);
    expect(
      await stateOf("update case_clock set offset_ms = offset_ms + 1, moved = true"),
    ).toBeNull();
  });

  it("has one row, of a mode fixed for good", async () => {
    expect(await stateOf("update case_clock set mode = 'production'")).toBe(NOT_ALLOWED);
    const second =
      "insert into case_clock (id, offset_ms, mode, moved) values (2, 0, 'demo', false)";
    expect(await stateOf(second)).toBe(CHECK_BROKEN);
  });

  it("keeps production away from a database whose clock was ever moved", async () => {
    await expect(ensureClockRow(cases.database, "production")).rejects.toThrow("演示用的");
  });
});
