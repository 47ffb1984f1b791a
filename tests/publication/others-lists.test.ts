import { randomUUID } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { asc, isNull, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeUpResidentIdNumber, makeUpUscc } from "../../demo/life/made-up-parties.ts";
import { buildHttpReceiver, type HttpReceiver } from "../../demo/receivers/http-receiver.ts";
import type { Held } from "../../demo/receivers/holdings.ts";
import { addDays, parseDay, type CalendarDay } from "../../domain/deadlines/calendar-day.ts";
import {
  divergences,
  elsewhereDeliveries,
  incidents,
  lawEditions,
  reconciliations,
  registryEvents,
} from "../../schema/index.ts";
import { waitUntilSettled } from "../support/demo-clock.ts";
import { newCatalog } from "../support/new-edition.ts";
import { publishCase } from "../support/published-case.ts";
import { startRunningApi, type Caller, type RunningApi } from "../support/running-api.ts";

const SOURCE_SECRET = `whsec_${Buffer.alloc(32, 31).toString("base64")}`;
const IMPLEMENTER_SECRET = `whsec_${Buffer.alloc(32, 32).toString("base64")}`;
const COURT = "judgment-defaulters";
const TAX = "major-tax";
const PERSON_NUMBER = makeUpResidentIdNumber(1971);

let api: RunningApi;
let implementer: HttpReceiver;
let day: CalendarDay = parseDay("2026-03-13");

beforeAll(async () => {
  implementer = buildHttpReceiver([IMPLEMENTER_SECRET]);
  const url = await implementer.site.listen({ host: "127.0.0.1", port: 0 });
  api = await startRunningApi(day, {
    points: {
      connections: {
        "measure-implementers": {
          ...{ form: "http-push", url: `${url}/push`, readBackUrl: `${url}/holdings` },
        },
      },
      secrets: { "measure-implementers": [IMPLEMENTER_SECRET] },
      sources: { [COURT]: [SOURCE_SECRET], [TAX]: [SOURCE_SECRET] },
    },
  });
  await push(COURT, [record(1), record(2), record(3)]);
  await publishCase(api, day);
  await waitUntilSettled(api.cases.database);
});
afterAll(async () => {
  await api.stop();
  await implementer.site.close();
});

/** 【虚构】 a record as a source sends it. */
const record = (serial: number, change: object = {}) => ({
  ...{ recordId: `R${String(serial)}`, state: "列入", updatedAt: "2026-03-12 10:00:00" },
  ...{ partyName: `【虚构】第${String(serial)}被执行公司`, partyKind: "法人" },
  ...{ identifier: makeUpUscc(serial), authorityName: "【虚构】苍梧县人民法院" },
  ...{ documentNumber: `（2026）桂0421执${String(serial)}号`, listedOn: "2026-03-11", ...change },
});

async function push(list: string, records: readonly object[]): Promise<void> {
  const [id, now, payload] = [randomUUID(), new Date(), JSON.stringify({ records })];
  const answer = await api.app.inject({
    ...{ method: "POST", url: `/api/elsewhere/${list}/records`, payload },
    headers: {
      "content-type": "application/json",
      "webhook-id": id,
      "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
      "webhook-signature": new Webhook(SOURCE_SECRET).sign(id, now, payload),
    },
  });
  expect(answer.json()).toMatchObject({ rejected: [] });
}

const ledger = () => api.cases.database.select().from(elsewhereDeliveries);
const untilTold = () =>
  expect
    .poll(async () => (await ledger()).filter((row) => row.receivedAt === null), {
      ...{ timeout: 20_000, interval: 50 },
    })
    .toEqual([]);
const readAll = () =>
  api.cases.database.select().from(divergences).orderBy(asc(divergences.foundAt));
const untilNothingIsOpen = () =>
  expect
    .poll(() => api.cases.database.select().from(divergences).where(isNull(divergences.endedAt)), {
      ...{ timeout: 20_000, interval: 50 },
    })
    .toEqual([]);

function held(text: string): Held {
  const row = implementer.holdings.rows.find((each) => JSON.stringify(each.body).includes(text));
  if (row === undefined) throw new Error(`nothing is held of ${text}`);
  return row;
}

/** The next morning: everything was compared at night. */
async function sleepOver(): Promise<void> {
  day = addDays(day, 1);
  await api.cases.moveClockTo(`${day}T09:00:00+08:00`);
  await waitUntilSettled(api.cases.database);
}

describe("what implementers hold of lists that others decide", () => {
  it("is read back beside listings of ours, and nothing is reported while it is right", async () => {
    await sleepOver();
    await sleepOver();
    const [state] = await api.cases.database
      .select()
      .from(reconciliations)
      .where(sql`channel = 'measure-implementers'`);
    expect(state?.lastCompared).toBe(4);
    expect(await readAll()).toEqual([]);
    expect((await ledger()).every((row) => row.verifiedAt !== null)).toBe(true);
  });

  it.each<[string, () => void]>([
    ["missing", () => implementer.holdings.rows.splice(0, 1)],
    ["changed-field", () => Object.assign(held("第2被").body, { documentNumber: "别的文书" })],
    [
      "other-code",
      () => Object.assign(held("第2被").body["party"] as object, { identifier: makeUpUscc(99) }),
    ],
    ["wrong-end-day", () => Object.assign(held("第3被").body, { shownThrough: "2035-01-01" })],
    ["unsigned-copy", () => (held("第3被").signature = "")],
    ["foreign-edit", () => Object.assign(held("第2被").body, { remark: "请勿与其往来" })],
    ["stale", () => (held("第3被").version = 0)],
  ])("%s is found over night, and put right by telling it anew", async (kind, injure) => {
    const [before, copy] = [(await readAll()).length, structuredClone(implementer.holdings.rows)];
    injure();
    await sleepOver();
    const found = (await readAll()).slice(before);
    expect(found.map((row) => row.kind)).toEqual([kind]);
    expect(JSON.stringify(found)).not.toMatch(/被执行公司|别的文书|请勿/);
    await untilNothingIsOpen();
    const bodies = (rows: readonly Held[]) =>
      rows.map((row) => JSON.stringify(row.body)).toSorted();
    expect(bodies(implementer.holdings.rows)).toEqual(bodies(copy));
  });

  it("removed and still shown is found out too", async () => {
    const shown = structuredClone(held("第3被"));
    const gone = { state: "移出", updatedAt: `${day} 08:00:00`, withdrawnOn: day };
    await push(COURT, [{ recordId: "R3", ...gone }]);
    await untilTold();
    const at = implementer.holdings.rows.findIndex((row) => row.entryId === shown.entryId);
    implementer.holdings.rows.splice(at, 1, { ...shown, version: 2 });
    await sleepOver();
    expect((await readAll()).at(-1)).toMatchObject({ kind: "removed-but-shown" });
    await untilNothingIsOpen();
    expect(JSON.stringify(implementer.holdings.rows)).not.toContain("第3被");
  });

  it("calls people, naming the list, where telling it anew does not help", async () => {
    implementer.holdings.temper.changesField = "documentNumber";
    await push(COURT, [record(4)]);
    await untilTold();
    await sleepOver();
    await sleepOver();
    const called = await api.cases.database.select().from(incidents);
    expect(called.filter((each) => each.source.startsWith("divergence/"))).toMatchObject([
      { listId: COURT, caseId: null },
    ]);
    implementer.holdings.temper.changesField = null;
    await sleepOver();
    await untilNothingIsOpen();
    expect(held("第4被").body["documentNumber"]).toBe(record(4).documentNumber);
  });
});

describe("when the law changes and no source says a word", () => {
  it("a measure of a new edition of the catalog is told in the night in which it begins, and is no divergence", async () => {
    const before = (await readAll()).length;
    const edition = newCatalog(["M23"], addDays(day, 1));
    const rows = edition.rows.map((row) => ({ ...row, active: true, inactiveReason: null }));
    await api.cases.database.insert(lawEditions).values({
      ...{ edition: edition.edition, body: { ...edition, rows } },
      proofs: { comments: null, approval: null, publication: null, filing: null },
      ...{ enteredBy: "one", enteredAt: sql`case_clock_now()` },
      ...{ approvedBy: "other", approvedAt: sql`case_clock_now()` },
    });
    expect(held("第2被").body["measures"]).toEqual([]);
    await sleepOver();
    await untilTold();
    expect(held("第2被").body["measures"]).toMatchObject([{ rowId: "M23" }]);
    await sleepOver();
    expect((await readAll()).length).toBe(before);
  });
});

describe("a person on a list for which no text lets implementers know the person", () => {
  const BASIS = { instrument: "【虚构】示例条例", article: "第九条", reasons: "经核对" };
  const enter = async (caller: Caller, list: string, body: object) =>
    (await caller.post(`/api/elsewhere/${list}/sharing-basis`, body)).statusCode;
  const name = () => (held("R-tax").body["party"] as { name: string }).name;

  it("is masked to implementers as well", async () => {
    const person = {
      partyName: "【虚构】欧阳某某",
      partyKind: "自然人",
      identifier: PERSON_NUMBER,
    };
    await push(TAX, [record(70, { ...person, documentNumber: "R-tax" })]);
    await untilTold();
    expect(held("R-tax").body["party"]).toMatchObject({
      ...{ name: "【虚构】欧阳**", identifier: "450421************" },
    });
  });

  it("is named to them once a legal officer has entered the basis, and masked again when it is taken back", async () => {
    const legalOfficer = await api.as("legal-officer");
    expect(await enter(legalOfficer, TAX, { ...BASIS, article: "" })).toBe(422);
    expect(await enter(legalOfficer, TAX, BASIS)).toBe(200);
    await untilTold();
    expect(held("R-tax").body["party"]).toMatchObject({ identifier: PERSON_NUMBER });
    const { rows } = (await legalOfficer.get("/api/elsewhere")).json<{
      rows: { listId: string; sharingBasis: string }[];
    }>();
    expect(rows.find((row) => row.listId === TAX)?.sharingBasis).toContain("第九条");
    const back = { instrument: "", article: "", reasons: "依据失效" };
    expect(await enter(legalOfficer, TAX, back)).toBe(200);
    await untilTold();
    expect(name()).toBe("【虚构】欧阳**");
    expect(await enter(legalOfficer, TAX, back)).toBe(409);
    const events = await api.cases.database
      .select()
      .from(registryEvents)
      .where(sql`subject = ${`sharing-basis/${TAX}`}`);
    expect(events.map((each) => each.type)).toEqual([
      "enter-sharing-basis",
      "withdraw-sharing-basis",
    ]);
  });

  it("is nobody else's to decide, and nothing is entered over what the law says itself", async () => {
    for (const role of ["case-officer", "head", "supervisor", "administrator"] as const) {
      expect(await enter(await api.as(role), TAX, BASIS), role).toBe(403);
    }
    expect(await enter(await api.as("legal-officer"), COURT, BASIS)).toBe(409);
    expect(await enter(await api.as("legal-officer"), "unpaid-wages", BASIS)).toBe(404);
  });

  it("is entered on the page by legal officers alone, and a wrong form says what is wrong", async () => {
    const officer = await api.as("case-officer");
    expect((await officer.get("/elsewhere")).body).not.toContain('action="/elsewhere/basis"');
    const legalOfficer = await api.as("legal-officer");
    const page = await legalOfficer.get("/elsewhere");
    expect(page.body).toContain("没有，对实施单位也脱敏");
    const token = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? "";
    const cookies = { ...legalOfficer.cookies };
    for (const each of page.cookies) cookies[each.name] = each.value;
    const post = (article: string) =>
      api.app.inject({
        ...{ method: "POST", url: "/elsewhere/basis", cookies },
        headers: { "content-type": "application/x-www-form-urlencoded" },
        payload: new URLSearchParams({ _csrf: token, listId: TAX, ...BASIS, article }).toString(),
      });
    const wrong = await post("");
    expect([wrong.statusCode, wrong.body]).toEqual([422, expect.stringContaining("一并填写")]);
    expect((await post("第九条")).statusCode).toBe(303);
  });
});
