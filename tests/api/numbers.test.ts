import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { numberSeries } from "../../schema/index.ts";
import { COMPANY_CODE } from "../support/matter-bodies.ts";
import { publishCase } from "../support/published-case.ts";
import { startRunningApi, STRANGER, type Caller, type RunningApi } from "../support/running-api.ts";

const DAY = "2026-03-13";
let api: RunningApi;
let officer: Caller;
let caseId: string;

beforeAll(async () => {
  api = await startRunningApi(DAY);
  officer = await api.as("case-officer");
  caseId = await publishCase(api, DAY);
});
afterAll(async () => {
  await api.stop();
});

interface NumberRow {
  readonly number: string;
  readonly series: string;
  readonly place: number;
  readonly lastPlace: number;
  readonly kind: string;
  readonly caseId: string;
  readonly state: string;
}

interface Numbers {
  readonly rows: readonly NumberRow[];
  readonly nextCursor: string | null;
}

const ask = async (caller: Caller, query = ""): Promise<Numbers> =>
  (await caller.get(`/api/numbers?${query}`)).json<Numbers>();

/** Every row, two at a time. */
async function readAll(caller: Caller): Promise<readonly NumberRow[]> {
  const rows: NumberRow[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const query: string = cursor === "" ? "limit=2" : `limit=2&cursor=${cursor}`;
    const page: Numbers = await ask(caller, query);
    expect(page.rows.length).toBeLessThanOrEqual(2);
    rows.push(...page.rows);
    cursor = page.nextCursor;
  }
  return rows;
}

describe("the register of numbers", () => {
  it("holds every number that was given, page by page, each once", async () => {
    const rows = await readAll(officer);
    const { papers } = await api.cases.read(caseId);
    expect(rows.map((row) => row.number).toSorted()).toEqual(
      papers.map((paper) => paper.number ?? "").toSorted(),
    );
    const isSorted = rows.every((row, i) => {
      const next = rows[i + 1];
      return next?.series !== row.series || next.place < row.place;
    });
    expect(isSorted).toBe(true);
  });

  it("shows series without a gap: as many numbers as were given", async () => {
    const rows = await readAll(officer);
    const given = await api.cases.database.select().from(numberSeries);
    for (const series of new Set(rows.map((row) => row.series))) {
      const places = rows.filter((row) => row.series === series).map((row) => row.place);
      const last = given.find((row) => row.series === series)?.last ?? 0;
      expect(places.toSorted((a, b) => a - b)).toEqual(
        Array.from({ length: last }, (_, i) => i + 1),
      );
      expect(rows.find((row) => row.series === series)?.lastPlace).toBe(last);
    }
  });

  it("is asked by kind and by year", async () => {
    const { rows } = await ask(officer, "kind=listing-decision&year=2026");
    expect(rows.map((row) => row.kind)).toEqual(["listing-decision"]);
    expect(rows[0]).toMatchObject({ place: 1, caseId, state: "valid" });
    expect((await ask(officer, "kind=listing-decision&year=2025")).rows).toEqual([]);
    expect((await officer.get("/api/numbers?kind=nothing")).statusCode).toBe(400);
    expect((await officer.get("/api/numbers?cursor=x")).statusCode).toBe(422);
  });

  it("shows an authority its own numbers and an overseer all of them; a party and a stranger none", async () => {
    expect((await ask(await api.signIn(STRANGER))).rows).toEqual([]);
    const all = await ask(officer);
    expect((await ask(await api.as("supervisor"))).rows).toEqual(all.rows);
    const party = await api.signInParty(caseId, COMPANY_CODE.slice(-6));
    expect((await party.get("/api/numbers")).statusCode).toBe(403);
    expect((await (await api.as("administrator")).get("/api/numbers")).statusCode).toBe(403);
    expect((await api.app.inject({ url: "/api/numbers" })).statusCode).toBe(401);
  });

  it("is a page with a way to it from the menu, that names no party", async () => {
    const { body, statusCode } = await officer.get("/numbers?kind=listing-decision&year=2026");
    expect(statusCode).toBe(200);
    const [row] = (await ask(officer, "kind=listing-decision")).rows;
    expect(body).toContain(row?.number ?? "?");
    expect(body).toMatch(/<a [^>]*href="\/numbers"[^>]*>文号登记簿<\/a>/);
    expect(body).not.toContain("云雀");
    expect((await officer.get("/numbers?kind=listing-decision&year=2025")).body).toContain(
      "没有这样的文号",
    );
    const admin = await api.as("administrator");
    expect((await admin.get("/numbers")).statusCode).toBe(403);
    expect((await admin.get("/check")).body).not.toContain('href="/numbers"');
  });
});

describe("a number whose paper was annulled or replaced", () => {
  it("stays on record and says so", async () => {
    const reviewer = await api.as("legal-reviewer");
    const head = await api.as("head");
    const uploadId = await officer.hand("复议决定书");
    const annulled = await officer.act(caseId, "record-basis-annulled", {
      ...{ documentId: (await api.cases.read(caseId)).basisDocuments[0]?.documentId },
      ...{ organ: "【虚构】苍梧县人民政府", number: "苍政复决字〔2026〕1号", annulledOn: DAY },
      evidence: { uploadId, title: "复议决定书", kind: "document" },
    });
    expect(annulled.statusCode, annulled.body).toBe(200);
    const signed = await head.act(caseId, "sign-annulment", { reasons: "依据被撤销" });
    expect(signed.statusCode, signed.body).toBe(200);
    const [row] = (await ask(reviewer, "kind=listing-decision")).rows;
    expect(row).toMatchObject({ state: "annulled", place: 1 });
    expect((await officer.get("/numbers")).body).toContain("已被撤销");
  });
});
