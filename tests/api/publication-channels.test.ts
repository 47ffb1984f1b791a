import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deliveries, registryEvents } from "../../schema/index.ts";
import { COUNTY_AUTHORITY } from "../support/case-world.ts";
import { FLAWLESS, findFlaws } from "../support/html-checks.ts";
import { publishCase } from "../support/published-case.ts";
import { startRunningApi, type RunningApi } from "../support/running-api.ts";

const FOLDER = mkdtempSync(join(tmpdir(), "mingdan-channels-"));
const ID = COUNTY_AUTHORITY.authorityId;
const USUAL = ["own-register", "city-credit-platform", "measure-implementers"];

let api: RunningApi;

beforeAll(async () => {
  api = await startRunningApi("2026-03-13", {
    points: {
      connections: { "department-portal": { form: "folder", path: FOLDER } },
      secrets: {},
    },
  });
});
afterAll(async () => {
  await api.stop();
  rmSync(FOLDER, { recursive: true, force: true });
});

interface Row {
  readonly authorityId: string;
  readonly channels: readonly string[];
}

const set = async (role: "supervisor" | "administrator" | "head", channels: readonly string[]) =>
  (await api.as(role)).post(`/api/authorities/${ID}/publication-channels`, { channels });
const read = async () => {
  const auditor = await api.as("auditor");
  const { rows } = (await auditor.get("/api/publication-channels")).json<{ rows: Row[] }>();
  return rows.find((row) => row.authorityId === ID)?.channels;
};
const sentTo = async (caseId: string) =>
  (await api.cases.database.select().from(deliveries).where(eq(deliveries.caseId, caseId)))
    .map((row) => row.channel)
    .toSorted();

describe("where the listings of an authority go out", () => {
  it("is said by the supervisor or an administrator alone; the usual places stay", async () => {
    expect((await set("head", [])).statusCode).toBe(403);
    expect((await set("supervisor", [])).statusCode).toBe(200);
    expect(await read()).toEqual(USUAL);
  });

  it("is never a place that is not connected, nor one that does not exist", async () => {
    const away = await set("supervisor", ["credit-china"]);
    expect([away.statusCode, away.body]).toEqual([
      422,
      expect.stringContaining("还没有接通：信用中国"),
    ]);
    expect((await set("supervisor", ["no-such-point"])).statusCode).toBe(422);
    const stranger = await api.as("supervisor");
    const url = "/api/authorities/none/publication-channels";
    expect((await stranger.post(url, { channels: [] })).statusCode).toBe(404);
  });

  it("reaches, once a place is added, what is shown already, and is on record", async () => {
    const caseId = await publishCase(api, "2026-03-13");
    expect(await sentTo(caseId)).toEqual(USUAL.toSorted());
    expect(readdirSync(FOLDER)).toEqual([]);
    expect((await set("administrator", ["department-portal"])).statusCode).toBe(200);
    await expect.poll(() => readdirSync(FOLDER).length, { timeout: 20_000 }).toBe(3);
    expect(await sentTo(caseId)).toEqual([...USUAL, "department-portal"].toSorted());
    const events = await api.cases.database
      .select()
      .from(registryEvents)
      .where(eq(registryEvents.subject, `authority/${ID}`));
    expect(events.at(-1)).toMatchObject({ type: "set-publication-channels" });
    expect(events.at(-1)?.body).toContain("department-portal");
  });

  it("is seen by every official on its page, and set there", async () => {
    const auditor = await api.as("auditor");
    const seen = await auditor.get("/publication/authorities");
    expect(seen.body).toContain("本部门门户网站");
    expect(seen.body).not.toContain(`/publication/authorities/${ID}`);
    const supervisor = await api.as("supervisor");
    const list = await supervisor.get("/publication/authorities");
    expect(list.body).toContain(`/publication/authorities/${ID}`);
    const page = await supervisor.get(`/publication/authorities/${ID}`);
    expect(findFlaws(page.body)).toEqual(FLAWLESS);
    const token = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? "";
    const cookies = { ...supervisor.cookies };
    for (const { name, value } of page.cookies) cookies[name] = value;
    const post = (channel: string) =>
      api.app.inject({
        ...{ method: "POST", url: `/publication/authorities/${ID}`, cookies },
        headers: { "content-type": "application/x-www-form-urlencoded" },
        payload: `_csrf=${encodeURIComponent(token)}&channels=${channel}`,
      });
    const wrong = await post("county-portal");
    expect([wrong.statusCode, wrong.body]).toEqual([422, expect.stringContaining("还没有接通")]);
    expect((await post("department-portal")).statusCode).toBe(303);
    expect(await read()).toEqual(
      [...USUAL, "department-portal"].toSorted((one, other) => order(one) - order(other)),
    );
  });
});

function order(channel: string): number {
  return [
    "own-register",
    "city-credit-platform",
    "department-portal",
    "measure-implementers",
  ].indexOf(channel);
}
