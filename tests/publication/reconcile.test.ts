import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openFileReceiver, type FileReceiver } from "../../demo/receivers/file-receiver.ts";
import { buildHttpReceiver, type HttpReceiver } from "../../demo/receivers/http-receiver.ts";
import type { Held } from "../../demo/receivers/holdings.ts";
import { addDays, parseDay, type CalendarDay } from "../../domain/deadlines/calendar-day.ts";
import type { DivergenceKind } from "../../domain/publication/reconcile/find-divergences.ts";
import {
  deliveries,
  deliveryProofs,
  divergences,
  incidents,
  registerEntries,
} from "../../schema/index.ts";
import { waitUntilSettled } from "../support/demo-clock.ts";
import { annul } from "../support/publication-acts.ts";
import { startRunningCases, type RunningCases } from "../support/running-cases.ts";
import { bringTo } from "../workflows/play-story.ts";
import { WAY } from "../workflows/stories.ts";

const SECRET = `whsec_${Buffer.alloc(32, 9).toString("base64")}`;
const FOLDER = mkdtempSync(join(tmpdir(), "mingdan-receiver-"));
const SITE = "credit-china-wuzhou";
const FIRST_DAY = parseDay("2026-04-02");

let cases: RunningCases;
let caseId: string;
let site: HttpReceiver;
let portal: FileReceiver;
let day: CalendarDay = FIRST_DAY;

beforeAll(async () => {
  site = buildHttpReceiver([SECRET]);
  portal = openFileReceiver(FOLDER);
  const url = await site.site.listen({ host: "127.0.0.1", port: 0 });
  cases = await startRunningCases("2026-03-13", {
    points: {
      connections: {
        [SITE]: { form: "http-push", url: `${url}/push`, readBackUrl: `${url}/holdings` },
        "department-portal": { form: "folder", path: FOLDER },
      },
      secrets: { [SITE]: [SECRET] },
    },
  });
  caseId = await bringTo(cases, WAY.published);
});
afterAll(async () => {
  await cases.stop();
  await site.site.close();
  rmSync(FOLDER, { recursive: true, force: true });
});

/** The next morning: everything was compared at night, and what was sent anew has arrived. */
async function sleepOver(): Promise<void> {
  day = addDays(day, 1);
  await portal.work();
  await cases.moveClockTo(`${day}T09:00:00+08:00`);
  await waitUntilSettled(cases.database);
  await portal.work();
  await cases.moveClockTo(`${day}T12:00:00+08:00`);
}

const readAll = () =>
  cases.database
    .select()
    .from(divergences)
    .orderBy(asc(divergences.foundAt), asc(divergences.kind));
const readOpen = () => cases.database.select().from(divergences).where(isNull(divergences.endedAt));

/** What was sent anew is looked at again by itself, soon after its receipt. */
async function untilNothingIsOpen(): Promise<void> {
  await expect.poll(readOpen, { timeout: 20_000, interval: 50 }).toEqual([]);
}

function held(): Held {
  const [row] = site.holdings.rows;
  if (row === undefined) throw new Error("the site shows nothing");
  return row;
}

const change = (fields: Record<string, unknown>) => () => {
  Object.assign(held().body, fields);
};
const party = (fields: Record<string, unknown>) => () => {
  Object.assign(held().body["party"] as object, fields);
};

/** What goes wrong at the receiver, and whether sending anew puts it right. */
const INJURIES: readonly [DivergenceKind, "repaired" | "called", () => void][] = [
  ["missing", "repaired", () => site.holdings.rows.splice(0)],
  ["stale", "repaired", () => (held().version = 0)],
  ["changed-field", "repaired", change({ decisionNumber: "别的文号" })],
  ["wrong-mask", "repaired", party({ name: "【虚构】梧州****" })],
  ["other-code", "repaired", party({ identifier: "91340600MA2PBP2120" })],
  ["wrong-end-day", "repaired", change({ listedThrough: "2035-01-01" })],
  ["unsigned-copy", "repaired", () => (held().signature = "")],
  ["foreign-edit", "repaired", change({ remark: "请勿与其往来" })],
  ["wrong-order", "called", () => (held().version = 9)],
  ["extra", "called", () => site.holdings.rows.push({ ...held(), entryId: "450400199001010000" })],
  ["duplicate", "called", () => site.holdings.rows.push(structuredClone(held()))],
];

describe("over thirty days", () => {
  it("a receiver that keeps what it got is never complained of", async () => {
    await sleepOver();
    await sleepOver();
    expect(await readAll()).toEqual([]);
    const [row] = await cases.database
      .select({ verifiedAt: deliveries.verifiedAt })
      .from(deliveries)
      .where(and(eq(deliveries.channel, SITE), eq(deliveries.caseId, caseId)));
    expect(row?.verifiedAt).not.toBeNull();
  });

  it.each(INJURIES)("%s is found over night and %s", async (kind, outcome, injure) => {
    const before = (await readAll()).length;
    const copy = structuredClone(site.holdings.rows);
    injure();
    await sleepOver();
    const found = (await readAll()).slice(before);
    expect(found.map((row) => row.kind)).toEqual([kind]);
    expect(found[0]?.channel).toBe(SITE);
    if (outcome === "called") {
      await sleepOver();
      expect((await readOpen()).map((row) => row.kind)).toEqual([kind]);
      await expect
        .poll(async () => (await readOpen())[0]?.alarmedAt, { timeout: 20_000, interval: 50 })
        .toBeInstanceOf(Date);
      // Somebody puts it right by hand.
      site.holdings.rows.splice(0, site.holdings.rows.length, ...copy);
      await sleepOver();
    }
    await untilNothingIsOpen();
    expect(site.holdings.rows).toEqual([{ ...held(), parcelId: held().parcelId }]);
    expect(held()).toMatchObject({ entryId: caseId, version: 1, state: "shown" });
  });

  it("people were called for exactly what did not go away by itself, without anybody's data", async () => {
    const called = await cases.database
      .select()
      .from(incidents)
      .where(sql`source like 'divergence/%'`);
    expect(called).toHaveLength(INJURIES.filter(([, outcome]) => outcome === "called").length);
    const kept = JSON.stringify([called, await readAll()]);
    expect(kept).not.toMatch(/云雀|450400199001010000|别的文号|请勿/);
  });

  it("the own register is put right when somebody alters it", async () => {
    const before = (await readAll()).length;
    await cases.database
      .update(registerEntries)
      .set({ shownThrough: "2035-01-01" })
      .where(eq(registerEntries.caseId, caseId));
    await sleepOver();
    const found = (await readAll()).slice(before);
    expect(found.map(({ channel, kind }) => `${channel} ${kind}`)).toEqual([
      "own-register wrong-end-day",
    ]);
    await untilNothingIsOpen();
  });

  it("a portal of files that changes a cell is found out and given the entry anew", async () => {
    const before = (await readAll()).length;
    const [row] = portal.holdings.rows;
    if (row === undefined) throw new Error("the portal shows nothing");
    row.body["公示截止日期"] = "2035-01-01";
    await sleepOver();
    await sleepOver();
    const found = (await readAll()).slice(before);
    expect(found.map(({ channel, kind }) => `${channel} ${kind}`)).toEqual([
      "department-portal wrong-end-day",
    ]);
    await untilNothingIsOpen();
    expect(portal.holdings.rows[0]?.body["公示截止日期"]).not.toBe("2035-01-01");
  });

  it("removed-but-shown is found over night and repaired", async () => {
    const shown = structuredClone(held());
    await annul(cases, caseId, day);
    await sleepOver();
    const before = (await readAll()).length;
    expect(held().state).toBe("removed");
    site.holdings.rows.splice(0, 1, { ...shown, version: held().version });
    await sleepOver();
    const found = (await readAll()).slice(before);
    expect(found.map((row) => row.kind)).toEqual(["removed-but-shown"]);
    await untilNothingIsOpen();
    expect(held().state).toBe("removed");
  });

  it("nothing else was ever reported until the thirtieth day, and every repair has its proof in the ledger", async () => {
    const count = (await readAll()).length;
    while (day < addDays(FIRST_DAY, 30)) await sleepOver();
    expect((await readAll()).length).toBe(count);
    expect(count).toBe(INJURIES.length + 3);
    const repaired = await cases.database
      .select()
      .from(deliveryProofs)
      .where(sql`repairs > 0`);
    expect(repaired.length).toBeGreaterThanOrEqual(INJURIES.length - 1);
  });
});
