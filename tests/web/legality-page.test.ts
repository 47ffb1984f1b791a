import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startRunningApi, type Caller, type RunningApi } from "../support/running-api.ts";
import { findFlaws, FLAWLESS } from "../support/html-checks.ts";

let api: RunningApi;
let officer: Caller;

beforeAll(async () => {
  api = await startRunningApi("2026-03-13", { workers: "elsewhere" });
  officer = await api.as("case-officer");
});
afterAll(async () => {
  await api.stop();
});

const USUAL = {
  listId: "unpaid-wages",
  level: "county",
  partyKind: "legal-person",
  partyRole: "employer",
  documentKind: "correction-order",
  documentServedOn: "2026-03-02",
  complianceEndsOn: "2026-03-12",
  openedOn: "2026-03-13",
  noticeServedOn: "2026-03-16",
  defense: "none",
  proposedOn: "2026-03-24",
  signedOn: "2026-03-27",
  decisionServedOn: "2026-04-01",
  act: "sign-decision",
  on: "2026-03-27",
};

async function check(change: Record<string, string> = {}) {
  const query = new URLSearchParams({ ...USUAL, ...change });
  return officer.get(`/legality?${query.toString()}`);
}

describe("the page that checks an act along the usual course", () => {
  it("asks first, and is for officials", async () => {
    const { statusCode, body } = await officer.get("/legality");
    expect(statusCode).toBe(200);
    expect(body).not.toContain('id="answer"');
    expect(findFlaws(body)).toEqual(FLAWLESS);
    expect((await api.app.inject({ url: "/legality" })).statusCode).not.toBe(200);
  });

  it("says that an act is lawful, with the rules that it was held to and the clocks of the case", async () => {
    const { body } = await check();
    expect(body).toContain("可以办理");
    expect(body).toContain("R26");
    expect(body).toContain("2026年3月23日");
    expect(findFlaws(body)).toEqual(FLAWLESS);
  });

  it.each([
    ["a draft on the last day of the window", { act: "propose-decision", on: "2026-03-23" }, "R20"],
    ["a signature by one who worked on the case", { sameHands: "yes" }, "R26"],
    ["a decision before the points were answered", { defense: "unanswered" }, "R19"],
    ["a removal held up", { act: "hold-removal", on: "2026-05-06" }, "R35"],
    ["repair on the first day", { act: "apply-for-repair", on: "2026-04-02" }, "可以办理"],
  ])("%s", async (_name, change, words) => {
    const { body } = await check(change);
    expect(body).toContain(words);
  });

  it("says what is wrong with what was typed, and with days out of order", async () => {
    const wrong = await check({ noticeServedOn: "2026-02-30" });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain("请填写真实存在的日期");
    const disordered = await check({ noticeServedOn: "2026-03-30" });
    expect(disordered.statusCode).toBe(422);
    expect(disordered.body).toContain("先后顺序");
    expect((await check({ listId: "unknown" })).body).toContain("请从已启用的名单中选择");
  });
});
