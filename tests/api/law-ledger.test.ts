import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findFlaws, FLAWLESS } from "../support/html-checks.ts";
import { startRunningApi, type Caller, type RunningApi } from "../support/running-api.ts";

let api: RunningApi;
let supervisor: Caller;

beforeAll(async () => {
  api = await startRunningApi("2026-03-13", { dispatcher: true });
  supervisor = await api.as("supervisor");
});
afterAll(async () => {
  await api.stop();
});

const PATH = "/api/law-ledger";
const NOTE = {
  entryId: "pack/unpaid-wages",
  unit: "【虚构】示例科",
  reviewOn: "2026-04-01",
  conforms: true,
  plan: "",
};

interface Entry {
  readonly entryId: string;
  readonly kind: string;
  readonly isDue: boolean;
  readonly note: { unit: string } | null;
}

const find = async (): Promise<readonly Entry[]> =>
  (await supervisor.get(PATH)).json<{ rows: Entry[] }>().rows;
const entryOf = async (id: string) => (await find()).find((each) => each.entryId === id);

describe("the ledger", () => {
  it("holds every active pack, directory and usable measure; nobody answers for them yet, so all are due", async () => {
    const rows = await find();
    expect(new Set(rows.map((row) => row.kind))).toEqual(new Set(["pack", "directory", "measure"]));
    expect(rows.map((row) => row.entryId)).toContain("measure/2024-starter/M03");
    expect(rows.every((row) => row.isDue && row.note === null)).toBe(true);
  });

  it("is kept by the supervisor and legal officers; what does not conform needs a plan (R05)", async () => {
    for (const role of ["case-officer", "head", "auditor"] as const) {
      expect((await (await api.as(role)).post(PATH, NOTE)).statusCode, role).toBe(403);
    }
    const unfit = await supervisor.post(PATH, { ...NOTE, conforms: false });
    expect(unfit.statusCode).toBe(409);
    expect(unfit.json()).toMatchObject({ findings: [{ ruleId: "R05" }] });
    const late = await supervisor.post(PATH, { ...NOTE, reviewOn: "2026-03-13" });
    expect(late.statusCode).toBe(422);
    expect((await supervisor.post(PATH, { ...NOTE, entryId: "pack/none" })).statusCode).toBe(404);
    expect((await supervisor.post(PATH, NOTE)).statusCode).toBe(200);
    expect(await entryOf("pack/unpaid-wages")).toMatchObject({
      isDue: false,
      note: { unit: "【虚构】示例科" },
    });
  });

  it("reminds the supervisor when the day has come, once", async () => {
    await api.cases.moveClockTo("2026-03-31T09:00:00+08:00");
    const told = async () => {
      const { rows } = (await supervisor.get("/api/messages")).json<{
        rows: { text: string; caseId: string | null }[];
      }>();
      return rows.filter((row) => row.text.includes("pack/unpaid-wages"));
    };
    expect(await told()).toEqual([]);
    await api.cases.moveClockTo("2026-04-01T09:00:00+08:00");
    await expect.poll(told, { timeout: 20_000 }).toMatchObject([{ caseId: null }]);
    expect(await entryOf("pack/unpaid-wages")).toMatchObject({ isDue: true });
    expect((await supervisor.get("/desk")).body).toContain("措施台账中有一项应当复核");
  });

  it("stands on a page, where it is kept as well", async () => {
    const page = await supervisor.get("/law/ledger");
    expect(findFlaws(page.body)).toEqual(FLAWLESS);
    expect(page.body).toContain("应当复核");
    const send = (fields: Record<string, string>) =>
      api.app.inject({
        method: "POST",
        url: "/law/ledger",
        cookies: { ...supervisor.cookies },
        headers: { "content-type": "application/x-www-form-urlencoded" },
        payload: new URLSearchParams({ ...fields, _csrf: supervisor.csrfToken }).toString(),
      });
    const form = { entryId: "pack/unpaid-wages", unit: "示例科", reviewOn: "2026-12-01" };
    expect((await send({ ...form, unit: "" })).statusCode).toBe(422);
    expect((await send(form)).statusCode).toBe(409);
    expect((await send({ ...form, conforms: "yes" })).statusCode).toBe(303);
  });
});
