import { and, asc, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Temper } from "../../demo/receivers/holdings.ts";
import { buildHttpReceiver, type HttpReceiver } from "../../demo/receivers/http-receiver.ts";
import { addDays, parseDay, type CalendarDay } from "../../domain/deadlines/calendar-day.ts";
import type { ChannelId } from "../../domain/publication/channels.ts";
import type { Connection } from "../../platform/connections.ts";
import { deliveries, deliveryProofs, divergences, incidents } from "../../schema/index.ts";
import { waitUntilSettled } from "../support/demo-clock.ts";
import { annul } from "../support/publication-acts.ts";
import { startRunningCases, type RunningCases } from "../support/running-cases.ts";
import { playSteps } from "../workflows/play-story.ts";
import { WAY } from "../workflows/stories.ts";

const SECRET = `whsec_${Buffer.alloc(32, 6).toString("base64")}`;

/** A receiver of each temper, each at a point of its own. */
const TEMPERS = {
  "credit-china-wuzhou": { slowMs: 1_500 },
  "internet-supervision": { isDown: true },
  "one-network-service": { refusesField: "grounds" },
  "guangxi-credit-finance": { answersLate: true },
  "city-data-exchange": { answersLate: true, answersTwice: true },
  "county-portal": { losesRecords: true },
  "department-portal": { changesField: "decisionNumber" },
  "guangxi-credit-platform": {},
} satisfies Partial<Record<ChannelId, Partial<Temper>>>;
type Point = keyof typeof TEMPERS;
const POINTS = Object.keys(TEMPERS) as Point[]; // the keys written above

let cases: RunningCases;
let day: CalendarDay = parseDay("2026-04-01");
let [listed, next] = ["", ""];
const receivers = new Map<Point, HttpReceiver>();

beforeAll(async () => {
  const connections: Partial<Record<ChannelId, Connection>> = {};
  for (const point of POINTS) {
    const receiver = buildHttpReceiver([SECRET]);
    const url = await receiver.site.listen({ host: "127.0.0.1", port: 0 });
    Object.assign(receiver.holdings.temper, TEMPERS[point]);
    receivers.set(point, receiver);
    const readBackUrl = `${url}/holdings`;
    connections[point] = { form: "http-push", url: `${url}/push`, readBackUrl };
  }
  cases = await startRunningCases("2026-03-13", {
    env: { MINGDAN_RETRY_FIRST_MS: "60000", MINGDAN_RETRY_LONGEST_MS: "21600000" },
    points: {
      connections,
      secrets: Object.fromEntries(POINTS.map((point) => [point, [SECRET]])),
    },
  });
  listed = await cases.openCase();
  next = await cases.openCase({ identifier: "91340600MA2PBP2120" });
  for (const step of WAY["decision-service"]) {
    await playSteps(cases, listed, [step]);
    await playSteps(cases, next, [step]);
  }
  await serve(listed);
});
afterAll(async () => {
  await cases.stop();
  for (const { site } of receivers.values()) await site.close();
});

/** Serves the decision, with which a listing is published. */
async function serve(caseId: string): Promise<void> {
  await playSteps(cases, caseId, WAY.published.slice(WAY["decision-service"].length));
  await waitUntilSettled(cases.database);
}

function at(point: Point): HttpReceiver["holdings"] {
  const receiver = receivers.get(point);
  if (receiver === undefined) throw new Error(`there is no receiver at ${point}`);
  return receiver.holdings;
}

async function newest(point: Point, caseId = listed) {
  const [row] = await cases.database
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.caseId, caseId), eq(deliveries.channel, point)))
    .orderBy(sql`version desc`)
    .limit(1);
  if (row === undefined) throw new Error(`nothing is to be delivered to ${point}`);
  return row;
}

const countProofs = async (point: Point) =>
  (await cases.database.select().from(deliveryProofs).where(eq(deliveryProofs.channel, point)))
    .length;
const found = (point: Point) =>
  cases.database
    .select()
    .from(divergences)
    .where(eq(divergences.channel, point))
    .orderBy(asc(divergences.foundAt));
const callsFor = async (point: Point) => {
  const ids = (await found(point)).map((each) => `divergence/${each.divergenceId}`);
  return (await cases.database.select().from(incidents)).filter((each) =>
    ids.includes(each.source),
  );
};

/** The next morning: everything was compared at night. */
async function sleepOver(): Promise<void> {
  day = addDays(day, 1);
  await cases.moveClockTo(`${day}T09:00:00+08:00`);
  await waitUntilSettled(cases.database);
}

async function mend(point: Point): Promise<void> {
  Object.assign(at(point).temper, {
    ...{ isDown: false, refusesField: null, losesRecords: false },
    ...{ changesField: null, keepsOldVersions: false },
  });
  await sleepOver();
  await sleepOver();
}

describe("a receiver that is", () => {
  it("slow is waited for, and holds nobody else up", async () => {
    expect(await newest("credit-china-wuzhou")).toMatchObject({ attempts: 0, lastFailure: null });
    expect(at("credit-china-wuzhou").list()).toMatchObject([{ version: 1, state: "shown" }]);
    const [slow, own] = await Promise.all([
      newest("credit-china-wuzhou"),
      newest("guangxi-credit-platform"),
    ]);
    expect(own.receivedAt).not.toBeNull();
    expect(own.receivedAt?.getTime() ?? 0).toBeLessThan(slow.receivedAt?.getTime() ?? 0);
  });

  it("late in answering is asked again with the same parcel, and keeps one copy", async () => {
    expect(await newest("guangxi-credit-finance")).toMatchObject({ lastFailure: "unreachable" });
    await cases.moveClockTo("2026-04-01T10:00:00+08:00");
    await waitUntilSettled(cases.database);
    const row = await newest("guangxi-credit-finance");
    expect(row).toMatchObject({ attempts: 1, lastFailure: null });
    const { arrivals } = at("guangxi-credit-finance");
    expect(new Set(arrivals.map((each) => each.parcelId)).size).toBe(1);
    expect(arrivals).toHaveLength(2);
    expect(at("guangxi-credit-finance").list()).toHaveLength(1);
  });

  it("answering twice, with two receipts, is proven once and keeps one copy", async () => {
    expect(at("city-data-exchange").arrivals).toHaveLength(2);
    expect(at("city-data-exchange").list()).toHaveLength(1);
    expect(await countProofs("city-data-exchange")).toBe(1);
  });

  it(
    "down for days is asked again and again, people are called, and it gets the newest as soon as it is back",
    { timeout: 120_000 },
    async () => {
      for (let night = 0; night < 4; night += 1) await sleepOver();
      const row = await newest("internet-supervision");
      expect(row).toMatchObject({ receivedAt: null, lastFailure: "unreachable" });
      expect(row.attempts).toBeGreaterThan(15);
      expect((await found("internet-supervision")).map((each) => each.kind).toSorted()).toEqual([
        "silent",
        "unreadable",
      ]);
      expect(await callsFor("internet-supervision")).toHaveLength(2);
      await mend("internet-supervision");
      expect(at("internet-supervision").list()).toMatchObject([{ version: 1, state: "shown" }]);
      expect((await found("internet-supervision")).every((each) => each.endedAt !== null)).toBe(
        true,
      );
    },
  );

  it("refusing a field keeps nothing, stays open with the reason, and takes it once the field is taken", async () => {
    const row = await newest("one-network-service");
    expect(row).toMatchObject({ receivedAt: null, lastFailure: "refused" });
    expect(at("one-network-service").list()).toEqual([]);
    expect((await found("one-network-service")).map((each) => each.kind)).toEqual(["silent"]);
    await mend("one-network-service");
    expect((await newest("one-network-service")).receivedAt).not.toBeNull();
    expect(at("one-network-service").list()).toHaveLength(1);
  });

  it("losing what it confirmed is found out, given it anew, and called when it loses it again", async () => {
    expect((await found("county-portal")).map((each) => each.kind)).toEqual(["missing"]);
    // Every night it is given it once more, for the case that it was mended.
    expect((await newest("county-portal")).repairs).toBeGreaterThan(2);
    expect(await callsFor("county-portal")).toHaveLength(1);
    await mend("county-portal");
    expect(at("county-portal").list()).toMatchObject([{ version: 1, state: "shown" }]);
    expect((await found("county-portal")).every((each) => each.endedAt !== null)).toBe(true);
  });

  it("changing a field is found out by the field alone, and called when it changes it again", async () => {
    const [divergence] = await found("department-portal");
    expect(divergence).toMatchObject({ kind: "changed-field" });
    expect(divergence?.differences.map((each) => each.field)).toEqual(["decisionNumber"]);
    expect(JSON.stringify(divergence)).not.toContain("改动");
    expect(await callsFor("department-portal")).toHaveLength(1);
    await mend("department-portal");
    expect((await found("department-portal")).every((each) => each.endedAt !== null)).toBe(true);
  });
});

describe("when two cases compete for a point that comes back", () => {
  it("what must vanish goes before what is new, although the new one waited longer", async () => {
    at("internet-supervision").temper.isDown = true;
    at("credit-china-wuzhou").temper.keepsOldVersions = true;
    await serve(next);
    await annul(cases, listed, day);
    expect(await newest("internet-supervision")).toMatchObject({
      ...{ state: "removed", receivedAt: null },
    });
    const before = at("internet-supervision").arrivals.length;
    at("internet-supervision").temper.isDown = false;
    await sleepOver();
    const came = at("internet-supervision").arrivals.slice(before);
    expect(came.map(({ entryId, state }) => [entryId, state])).toEqual([
      [listed, "removed"],
      [next, "shown"],
    ]);
  });

  it("and one that still shows the old version although it confirmed the removal is found out and called", async () => {
    await sleepOver();
    const shown = await found("credit-china-wuzhou");
    expect(shown.map((each) => each.kind)).toEqual(["removed-but-shown"]);
    expect(await callsFor("credit-china-wuzhou")).toHaveLength(1);
    await mend("credit-china-wuzhou");
    expect((await found("credit-china-wuzhou")).every((each) => each.endedAt !== null)).toBe(true);
    const rows = at("credit-china-wuzhou").list();
    expect(rows.find((row) => row.entryId === listed)).toMatchObject({ state: "removed" });
  });

  it("in the end every receiver holds one copy of each, the removed one without the party", () => {
    for (const point of POINTS) {
      const rows = at(point)
        .list()
        .toSorted((one, other) => one.version - other.version);
      expect(
        rows.map(({ entryId, state }) => [entryId, state]),
        point,
      ).toEqual([
        [next, "shown"],
        [listed, "removed"],
      ]);
      expect(JSON.stringify(rows.at(-1)), point).not.toContain("云雀");
    }
  });
});
