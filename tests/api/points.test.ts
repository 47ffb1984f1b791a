import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHANNELS } from "../../domain/publication/channels.ts";
import { waitUntilSettled } from "../support/demo-clock.ts";
import { annul } from "../support/publication-acts.ts";
import { startRunningApi, STRANGER, type Caller, type RunningApi } from "../support/running-api.ts";
import { bringTo } from "../workflows/play-story.ts";
import { WAY } from "../workflows/stories.ts";

interface Point {
  readonly channel: string;
  readonly form: string | null;
  readonly backlog: number;
  readonly removalsWaiting: number;
  readonly lastReceipt: string | null;
  readonly holding?: number;
  readonly holds?: readonly { readonly caseId: string; readonly version: number }[];
  readonly waiting?: readonly { readonly caseId: string }[];
}

interface Holder {
  readonly channel: string;
  readonly provenVersion: number | null;
  readonly stillShows: boolean;
}

let api: RunningApi;
let caseId: string;
let officer: Caller;

beforeAll(async () => {
  api = await startRunningApi("2026-03-13", {
    env: { MINGDAN_RETRY_FIRST_MS: "36000000", MINGDAN_RETRY_LONGEST_MS: "36000000" },
  });
  caseId = await bringTo(api.cases, WAY["published"]);
  await waitUntilSettled(api.cases.database);
  officer = await api.as("case-officer");
});
afterAll(async () => {
  await api.stop();
});

const readPoints = async (caller: Caller) =>
  (await caller.get("/api/points")).json<{ rows: Point[] }>().rows;
const readPoint = async (caller: Caller, channel: string) =>
  (await caller.get(`/api/points/${channel}`)).json<Point>();
const readHolders = async () =>
  (await officer.get(`/api/case-files/${caseId}/distribution`)).json<{ rows: Holder[] }>().rows;
const showing = (rows: readonly Holder[]) =>
  rows
    .filter((row) => row.stillShows)
    .map((row) => row.channel)
    .toSorted();

describe("who has what of an entry", () => {
  it("names every channel with its proof, and who still shows it, until each has proven the removal", async () => {
    expect(showing(await readHolders())).toEqual([
      "city-credit-platform",
      "measure-implementers",
      "own-register",
    ]);
    const { holding, holds } = await readPoint(officer, "city-credit-platform");
    expect(holding).toBe(1);
    expect(holds).toMatchObject([{ caseId, version: 1 }]);
    expect((await readPoint(officer, "credit-china")).holds).toEqual([]);
    const stranger = await api.signIn(STRANGER);
    expect((await readPoint(stranger, "city-credit-platform")).holds).toEqual([]);
    await api.cases.secondSite.goAway();
    await api.cases.moveClockTo("2026-04-08T09:00:00+08:00");
    await annul(api.cases, caseId, "2026-04-08");
    expect(showing(await readHolders())).toEqual(["city-credit-platform", "measure-implementers"]);
    expect(await readPoint(officer, "city-credit-platform")).toMatchObject({
      ...{ form: "http-push", backlog: 1, removalsWaiting: 1 },
      waiting: [{ caseId }],
    });
  });

  it("sending again brings the removal at once when the receiver is back", async () => {
    await api.cases.secondSite.comeBack();
    for (const channel of ["city-credit-platform", "measure-implementers"]) {
      const answer = await officer.post(`/api/points/${channel}/send-again`, {});
      expect(answer.json(), answer.body).toEqual({ sent: 1 });
    }
    await expect.poll(async () => showing(await readHolders()), { timeout: 20_000 }).toEqual([]);
    expect(await readPoint(officer, "city-credit-platform")).toMatchObject({
      backlog: 0,
      waiting: [],
    });
  });
});

describe("the points", () => {
  it("are all there, also those that are not connected", async () => {
    const points = await readPoints(officer);
    expect(points.map((point) => point.channel)).toEqual(CHANNELS);
    expect(points.find((point) => point.channel === "credit-china")).toMatchObject({
      ...{ form: null, backlog: 0, lastReceipt: null },
    });
  });

  it("show another authority nothing of cases that it may not know of", async () => {
    const stranger = await api.signIn(STRANGER);
    for (const point of await readPoints(stranger)) expect(point.lastReceipt).toBeNull();
    const answer = await stranger.get(`/api/case-files/${caseId}/distribution`);
    expect(answer.statusCode).toBe(404);
    const sent = await stranger.post("/api/points/city-credit-platform/send-again", {});
    expect(sent.json()).toEqual({ sent: 0 });
  });

  it("are sent to again only by who handles cases, and by the supervisor", async () => {
    for (const [role, status] of [
      ["auditor", 403],
      ["supervisor", 200],
      ["head", 200],
    ] as const) {
      const caller = await api.as(role);
      const answer = await caller.post("/api/points/city-credit-platform/send-again", {});
      expect(answer.statusCode, role).toBe(status);
    }
    const anonymous = await api.app.inject({ url: "/api/points" });
    expect(anonymous.statusCode).toBe(401);
    expect((await officer.get("/api/points/no-such-point")).statusCode).toBe(404);
  });

  it("have pages that say the same", async () => {
    const list = await officer.get("/publication/points");
    expect(list.statusCode).toBe(200);
    expect(list.body).toContain("广西征信融资服务平台");
    const page = await officer.get("/publication/points/city-credit-platform");
    expect(page.body).toContain("立即再次发送");
    expect(page.body).toMatch(/接收时段[\s\S]*随时[\s\S]*接收证明[\s\S]*带签名的回执/);
    const auditor = await api.as("auditor");
    const looked = await auditor.get("/publication/points/city-credit-platform");
    expect(looked.body).not.toContain('<form method="post" action="/publication');
    const entry = (await officer.get(`/publication/entries/${caseId}`)).body;
    expect(entry).toContain("0处仍在展示");
    expect(entry).toContain(`谁仍在展示：${(await api.cases.read(caseId)).caseNumber}`);
  });
});
