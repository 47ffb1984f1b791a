import { randomUUID } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { asc, eq, isNull, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeUpUscc } from "../../demo/life/made-up-parties.ts";
import { buildHttpReceiver, type HttpReceiver } from "../../demo/receivers/http-receiver.ts";
import { addDays, parseDay, type CalendarDay } from "../../domain/deadlines/calendar-day.ts";
import type { Implementer } from "../../domain/measures/catalog.ts";
import {
  deliveries,
  divergences,
  elsewhereDeliveries,
  implementerDeliveries,
  lawEditions,
} from "../../schema/index.ts";
import { waitUntilSettled } from "../support/demo-clock.ts";
import { newCatalog } from "../support/new-edition.ts";
import { publishCase } from "../support/published-case.ts";
import { annul } from "../support/publication-acts.ts";
import { startRunningApi, type RunningApi } from "../support/running-api.ts";

const SOURCE_SECRET = `whsec_${Buffer.alloc(32, 51).toString("base64")}`;
const COURT = "judgment-defaulters";
const NAMES = { finance: "财政部门", bidding: "招标投标行政监督部门", others: "其他实施单位" };
type Desk = keyof typeof NAMES;
const DESKS = Object.keys(NAMES) as Desk[]; // the keys written above
const secretOf = (desk: Desk) =>
  `whsec_${Buffer.alloc(32, 60 + DESKS.indexOf(desk)).toString("base64")}`;

let api: RunningApi;
let day: CalendarDay = parseDay("2026-03-13");
let caseId: string;
const receivers = new Map<Desk, HttpReceiver>();

beforeAll(async () => {
  const places = new Map<Desk, { url: string; readBackUrl: string }>();
  for (const desk of DESKS) {
    const receiver = buildHttpReceiver([secretOf(desk)]);
    const url = await receiver.site.listen({ host: "127.0.0.1", port: 0 });
    receivers.set(desk, receiver);
    places.set(desk, { url: `${url}/push`, readBackUrl: `${url}/holdings` });
  }
  const placeOf = (desk: Desk) => places.get(desk) ?? { url: "", readBackUrl: "" };
  api = await startRunningApi("2026-03-13", {
    env: { MINGDAN_RETRY_FIRST_MS: "60000", MINGDAN_RETRY_LONGEST_MS: "3600000" },
    points: {
      connections: {
        "measure-implementers": {
          form: "by-implementer",
          implementers: [
            { id: "finance", name: NAMES.finance, ...placeOf("finance") },
            { id: "bidding", name: NAMES.bidding, ...placeOf("bidding") },
          ],
          others: placeOf("others"),
        },
      },
      secrets: {
        "measure-implementers": [secretOf("others")],
        "measure-implementers/finance": [secretOf("finance")],
        "measure-implementers/bidding": [secretOf("bidding")],
      },
      sources: { [COURT]: [SOURCE_SECRET] },
    },
  });
  caseId = await publishCase(api, day);
  await waitUntilSettled(api.cases.database);
});
afterAll(async () => {
  await api.stop();
  for (const { site } of receivers.values()) await site.close();
});

function at(desk: Desk): HttpReceiver["holdings"] {
  const receiver = receivers.get(desk);
  if (receiver === undefined) throw new Error(`there is no receiver ${desk}`);
  return receiver.holdings;
}

const heldBy = (desk: Desk, entryId: string) =>
  at(desk)
    .list()
    .find((row) => row.entryId === entryId);
interface Measured {
  readonly rowId: string;
  readonly implementers: readonly string[];
}
const measuresAt = (desk: Desk, entryId: string) =>
  (heldBy(desk, entryId)?.body["measures"] as readonly Measured[] | undefined)?.map(
    ({ rowId, implementers }) => [rowId, ...implementers],
  );

async function push(record: object): Promise<void> {
  const [id, now, payload] = [randomUUID(), new Date(), JSON.stringify({ records: [record] })];
  const answer = await api.app.inject({
    ...{ method: "POST", url: `/api/elsewhere/${COURT}/records`, payload },
    headers: {
      "content-type": "application/json",
      "webhook-id": id,
      "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
      "webhook-signature": new Webhook(SOURCE_SECRET).sign(id, now, payload),
    },
  });
  expect(answer.json()).toMatchObject({ rejected: [] });
}

/** 【虚构】 a company as a court pushes it. */
const RECORD = {
  ...{ recordId: "R1", state: "列入", updatedAt: "2026-03-12 10:00:00" },
  ...{ partyName: "【虚构】第1被执行公司", partyKind: "法人", identifier: makeUpUscc(1) },
  ...{ authorityName: "【虚构】苍梧县人民法院", documentNumber: "（2026）桂0421执1号" },
  listedOn: "2026-03-11",
};

/** An invented edition of the catalog: what a court's list brings, and who carries it out. */
async function enterEdition(
  edition: string,
  carriedOutBy: Readonly<Record<string, readonly string[]>>,
) {
  const [sample] = newCatalog(["M23"], day).rows;
  if (sample === undefined) throw new Error("the catalog has no such row");
  const body = (name: string): Implementer => ({ id: name, name, kind: "public-body" });
  const rows = Object.entries(carriedOutBy).map(([id, names]) => ({
    ...{ ...sample, id, edition, inForceFrom: day, active: true, inactiveReason: null },
    implementers: names.map(body),
  }));
  await api.cases.database.insert(lawEditions).values({
    ...{ edition, body: { ...newCatalog([], day, edition), rows } },
    proofs: { comments: null, approval: null, publication: null, filing: null },
    ...{ enteredBy: "one", enteredAt: sql`case_clock_now()` },
    ...{ approvedBy: "other", approvedAt: sql`case_clock_now()` },
  });
}

const untilTold = () =>
  expect
    .poll(
      async () =>
        (await api.cases.database.select().from(elsewhereDeliveries)).filter(
          (row) => row.receivedAt === null,
        ),
      { timeout: 20_000, interval: 50 },
    )
    .toEqual([]);
const ledgerOf = (entryId: string) =>
  api.cases.database
    .select()
    .from(implementerDeliveries)
    .where(eq(implementerDeliveries.entryId, entryId))
    .orderBy(asc(implementerDeliveries.version), asc(implementerDeliveries.receiver));

async function sleepOver(): Promise<void> {
  day = addDays(day, 1);
  await api.cases.moveClockTo(`${day}T09:00:00+08:00`);
  await waitUntilSettled(api.cases.database);
}

describe("a listing of ours", () => {
  it("is told to those alone who carry its measures out, each with a proof of his own", async () => {
    expect(measuresAt("bidding", caseId)).toEqual([["M03", NAMES.bidding]]);
    expect(heldBy("finance", caseId)).toBeUndefined();
    expect(heldBy("others", caseId)).toBeUndefined();
    expect(await ledgerOf(caseId)).toMatchObject([{ receiver: "bidding", state: "shown" }]);
    const officer = await api.as("case-officer");
    const answer = await officer.get(`/api/case-files/${caseId}/distribution`);
    const { rows } = answer.json<{ rows: { receiver: string | null; stillShows: boolean }[] }>();
    expect(rows.filter((row) => row.receiver !== null)).toMatchObject([
      { receiver: NAMES.bidding, stillShows: true },
    ]);
    expect((await officer.get(`/publication/entries/${caseId}`)).body).toContain(NAMES.bidding);
  });
});

describe("a listing that others decided", () => {
  let entryId: string;

  it("is told to each with his own measures, and to nobody with those of another", async () => {
    await enterEdition("sample-1", {
      A: [NAMES.finance],
      B: [NAMES.bidding, "公安机关"],
      C: [NAMES.finance, "公安机关"],
    });
    await push(RECORD);
    await untilTold();
    entryId = at("finance").list()[0]?.entryId ?? "";
    expect(measuresAt("finance", entryId)).toEqual([
      ["A", NAMES.finance],
      ["C", NAMES.finance],
    ]);
    expect(measuresAt("bidding", entryId)).toEqual([["B", NAMES.bidding]]);
    expect(measuresAt("others", entryId)).toEqual([
      ["B", "公安机关"],
      ["C", "公安机关"],
    ]);
  });

  it("is read back from each of them, and what one has altered is found and told anew", async () => {
    await sleepOver();
    expect(await api.cases.database.select().from(divergences)).toEqual([]);
    Object.assign(heldBy("finance", entryId)?.body ?? {}, { documentNumber: "别的文书" });
    await sleepOver();
    const [found] = await api.cases.database.select().from(divergences);
    expect(found).toMatchObject({ kind: "changed-field", entryId });
    expect(found?.differences.map((each) => each.field)).toEqual([
      `${NAMES.finance}：documentNumber`,
    ]);
    await untilTold();
    await expect
      .poll(
        () => api.cases.database.select().from(divergences).where(isNull(divergences.endedAt)),
        { timeout: 20_000 },
      )
      .toEqual([]);
    expect(heldBy("finance", entryId)?.body["documentNumber"]).toBe(RECORD.documentNumber);
  });

  it("that is nobody's any more is over for him, without the party, when the catalog changes", async () => {
    await sleepOver();
    await enterEdition("sample-2", { B: [NAMES.bidding] });
    await sleepOver();
    await untilTold();
    for (const desk of ["finance", "others"] as const) {
      expect(heldBy(desk, entryId), desk).toMatchObject({ state: "removed" });
      expect(JSON.stringify(heldBy(desk, entryId)), desk).not.toContain("被执行公司");
    }
    expect(measuresAt("bidding", entryId)).toEqual([["B", NAMES.bidding]]);
  });

  it("one who is away holds nobody up, and nobody is told twice because of him", async () => {
    at("bidding").temper.isDown = true;
    await enterEdition("sample-3", { A: [NAMES.finance], B: [NAMES.bidding] });
    day = addDays(day, 1);
    await api.cases.moveClockTo(`${day}T09:00:00+08:00`);
    await expect
      .poll(() => measuresAt("finance", entryId), { timeout: 20_000 })
      .toEqual([["A", NAMES.finance]]);
    const before = at("finance").arrivals.length;
    await api.cases.moveClockTo(`${day}T12:00:00+08:00`);
    at("bidding").temper.isDown = false;
    await api.cases.moveClockTo(`${day}T15:00:00+08:00`);
    await untilTold();
    expect(at("finance").arrivals).toHaveLength(before);
    expect(heldBy("bidding", entryId)?.version).toBe(heldBy("finance", entryId)?.version);
  });

  it("is lifted at everybody who was ever told", async () => {
    const gone = { state: "移出", updatedAt: `${day} 08:00:00`, withdrawnOn: day };
    await push({ recordId: "R1", ...gone });
    await untilTold();
    for (const desk of DESKS) {
      expect(heldBy(desk, entryId), desk).toMatchObject({ state: "removed" });
      expect(JSON.stringify(at(desk).list()), desk).not.toContain("被执行公司");
    }
  });
});

describe("an annulled listing of ours", () => {
  it("is recalled from those who were told and from nobody else", async () => {
    await annul(api.cases, caseId, day);
    await waitUntilSettled(api.cases.database);
    expect(heldBy("bidding", caseId)).toMatchObject({ state: "removed" });
    expect(heldBy("finance", caseId)).toBeUndefined();
    const rows = await api.cases.database
      .select()
      .from(deliveries)
      .where(eq(deliveries.channel, "measure-implementers"));
    expect(rows.at(-1)?.receivedAt).not.toBeNull();
  });
});
