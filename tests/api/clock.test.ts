import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveClock } from "../../api/use-cases/move-clock.ts";
import { ForbiddenError } from "../../api/use-cases/faults.ts";
import { parseDay } from "../../domain/deadlines/calendar-day.ts";
import { ACTORS } from "../support/case-world.ts";
import { openMatter } from "../support/matter-bodies.ts";
import {
  serviceBody,
  startRunningApi,
  type Caller,
  type RunningApi,
} from "../support/running-api.ts";

let api: RunningApi;
let officer: Caller;

interface Clock {
  readonly today: string;
  readonly now: string;
  readonly next: readonly { what: string; caseNumber: string }[];
}

beforeAll(async () => {
  api = await startRunningApi("2026-03-13");
  officer = await api.as("case-officer");
});
afterAll(async () => {
  await api.stop();
});

const read = async (caller: Caller): Promise<Clock> =>
  (await caller.get("/api/clock")).json<Clock>();

describe("the demo clock", () => {
  it("shows what comes next to officials, and to the public the time alone", async () => {
    const { company } = await openMatter(officer);
    await officer.act(company, "submit-for-review");
    await (await api.as("legal-reviewer")).act(company, "approve-notice", { opinion: "同意" });
    await officer.act(
      company,
      "record-service",
      await serviceBody(api, officer, company, "2026-03-13"),
    );
    expect((await read(officer)).next).toMatchObject([{ what: "陈述申辩期限届满" }]);
    const open = await api.app.inject({ url: "/api/clock" });
    expect(open.json()).toMatchObject({ today: "2026-03-13", next: [] });
  });

  it("moves to the next thing that happens, which has happened when the answer comes", async () => {
    const response = await officer.post("/api/clock/moves", { to: "next" });
    expect(response.json(), response.body).toMatchObject({ unsettled: 0 });
    expect((await read(officer)).now).toMatch(/^2026-03-20T16:00:0/);
    const desk = await officer.get("/api/case-files?stage=verification");
    expect(desk.json<{ rows: unknown[] }>().rows).toHaveLength(1);
  });

  it("moves to nine in the morning of a day, and never back", async () => {
    await officer.post("/api/clock/moves", { to: "2026-04-02" });
    expect((await read(officer)).now).toMatch(/^2026-04-02T01:00:0/);
    const back = await officer.post("/api/clock/moves", { to: "2026-04-01" });
    expect(back.statusCode).toBe(409);
    expect((await officer.post("/api/clock/moves", { to: "2026-02-30" })).statusCode).toBe(400);
  });

  it("is not for parties, and stands still in production", async () => {
    const anonymous = await api.app.inject({
      method: "POST",
      url: "/api/clock/moves",
      payload: { to: "next" },
    });
    expect(anonymous.statusCode).toBe(401);
    const production = { ...api.deps, mode: "production" as const };
    await expect(
      moveClock(production, ACTORS["case-officer"], parseDay("2026-05-01")),
    ).rejects.toThrow(ForbiddenError);
  });
});
