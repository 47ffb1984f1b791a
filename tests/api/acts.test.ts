import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { giveDatabaseBack, takeDatabaseAway } from "../support/block-database.ts";
import { openMatter } from "../support/matter-bodies.ts";
import { waitUntil } from "../support/processes.ts";
import { startRunningApi, type Caller, type RunningApi } from "../support/running-api.ts";

let api: RunningApi;
let officer: Caller;
let reviewer: Caller;
let caseId: string;

interface Answer {
  readonly outcome: string;
  readonly commandId: string;
  readonly version: number;
  readonly stage: string;
}

beforeAll(async () => {
  api = await startRunningApi("2026-03-13", { dispatcher: true });
  officer = await api.as("case-officer");
  reviewer = await api.as("legal-reviewer");
});
afterAll(async () => {
  await api.stop();
});
beforeEach(async () => {
  caseId = (await openMatter(officer)).company;
});

describe("an act over the API", () => {
  it("answers 200 with the outcome once it is ruled on", async () => {
    const response = await officer.act(caseId, "submit-for-review");
    expect(response.statusCode, response.body).toBe(200);
    expect(response.json()).toMatchObject({
      outcome: "accepted",
      stage: "notice-legal-review",
      version: 7,
    });
    expect((await api.cases.read(caseId)).stage).toBe("notice-legal-review");
  });

  it("is done once when it is sent again with its key, and answers the same", async () => {
    const key = randomUUID();
    const first = await officer.act(caseId, "submit-for-review", {}, key);
    const again = await officer.act(caseId, "submit-for-review", {}, key);
    expect(again.json()).toEqual(first.json());
    expect((await api.cases.read(caseId)).version).toBe(7);
  });

  it("is done once when the same comes five times at once", async () => {
    const key = randomUUID();
    const uploadId = await officer.hand("补充证据");
    const body = { evidence: { uploadId, title: "补充证据", kind: "document" } };
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map(() => officer.act(caseId, "attach-evidence", body, key)),
    );
    expect(new Set(answers.map((each) => each.json<Answer>().commandId)).size).toBe(1);
    expect((await api.cases.read(caseId)).version).toBe(7);
  });

  it("answers 422 to a key that came with another act or another content before", async () => {
    const key = randomUUID();
    const uploadId = await officer.hand("补充证据");
    const body = { evidence: { uploadId, title: "补充证据", kind: "document" } };
    await officer.act(caseId, "attach-evidence", body, key);
    expect((await officer.act(caseId, "submit-for-review", {}, key)).statusCode).toBe(422);
    const other = { evidence: { ...body.evidence, title: "另一名称" } };
    expect((await officer.act(caseId, "attach-evidence", other, key)).statusCode).toBe(422);
  });

  it("takes one person's key for another person's own", async () => {
    const key = randomUUID();
    await officer.act(caseId, "submit-for-review", {}, key);
    const response = await reviewer.act(caseId, "approve-notice", { opinion: "同意" }, key);
    expect(response.statusCode, response.body).toBe(200);
  });

  it("asks for a key of a proper form", async () => {
    expect((await officer.act(caseId, "submit-for-review", {}, "short")).statusCode).toBe(400);
  });

  it("refuses with rule, printed article, what is missing and what to do, and stores the refusal with the case", async () => {
    const measures = [
      {
        rowId: "M13",
        edition: "2024-starter",
        article: "第二十六条",
        proportionality: { gravity: 3, link: "相关", milderAlternative: "不足" },
      },
    ];
    const response = await officer.act(caseId, "choose-measures", { measures });
    expect(response.statusCode).toBe(409);
    expect(response.headers["content-type"]).toContain("application/problem+json");
    const problem = response.json<{ type: string; findings: Record<string, unknown>[] }>();
    expect(problem.type).toBe("urn:mingdan:refusal:law");
    expect(problem.findings[0]).toMatchObject({
      ruleId: "R27",
      citations: expect.arrayContaining([expect.stringContaining("（十）")]) as string[],
      missing: expect.stringContaining("不得录用为公务员") as string,
      toDo: expect.stringContaining("措施清单") as string,
    });
    const stored = await officer.get(`/api/case-files/${caseId}/refusals`);
    expect(stored.json<{ rows: object[] }>().rows[0]).toMatchObject({
      act: "choose-measures",
      actTitle: "选择失信惩戒措施",
      userName: "【示例】officer",
      refusal: { kind: "law", findings: [{ ruleId: "R27" }, { ruleId: "R27" }] },
    });
    expect((await api.cases.read(caseId)).version).toBe(6);
  });

  it("answers 409 to an act out of its stage, and 422 to content that contradicts the record", async () => {
    const early = await reviewer.act(caseId, "approve-notice", { opinion: "同意" });
    expect(early.statusCode).toBe(409);
    expect(early.json<{ type: string }>().type).toBe("urn:mingdan:refusal:stage");
    const uploadId = await officer.hand("补充证据");
    const body = { evidence: { uploadId, title: "补充证据", kind: "document" } };
    await officer.act(caseId, "attach-evidence", body);
    const twice = await officer.act(caseId, "attach-evidence", body);
    expect(twice.statusCode).toBe(422);
    expect(twice.json<{ type: string }>().type).toBe("urn:mingdan:refusal:content");
  });

  it("takes no evidence that somebody else handed in", async () => {
    const uploadId = await reviewer.hand("他人材料");
    const evidence = { uploadId, title: "他人材料", kind: "document" };
    const response = await officer.act(caseId, "attach-evidence", { evidence });
    expect(response.statusCode).toBe(422);
  });

  it("tells who asks what can be done now, and what stands against the rest", async () => {
    const draft = await officer.get(`/api/case-files/${caseId}/acts`);
    const kinds = draft.json<{ rows: { kind: string; possible: boolean }[] }>().rows;
    expect(kinds).toContainEqual(
      expect.objectContaining({ kind: "submit-for-review", possible: true }),
    );
    expect(kinds.map((each) => each.kind)).not.toContain("approve-notice");
  });
});

describe("an act while something is away", () => {
  it("is kept and answered 202 with its address while no worker runs, and ruled on when one is back", async () => {
    await api.cases.stopWorkers();
    try {
      const response = await officer.act(caseId, "submit-for-review");
      expect(response.statusCode).toBe(202);
      const { location } = response.headers;
      expect(location).toMatch(/^\/api\/commands\/[0-9a-f]{64}$/);
      const waiting = await officer.get(String(location));
      expect(waiting.json()).toMatchObject({ outcome: "pending", kind: "submit-for-review" });
      expect((await reviewer.get(String(location))).statusCode).toBe(404);
      await api.cases.startWorkers();
      await waitUntil("the act is ruled on", async () => {
        const { outcome } = (await officer.get(String(location))).json<Answer>();
        return outcome === "accepted";
      });
      expect((await api.cases.read(caseId)).stage).toBe("notice-legal-review");
    } finally {
      await api.cases.stopWorkers();
      await api.cases.startWorkers();
    }
  });

  it("answers 503 with Retry-After, and without a word of the cause, while the database is away", async () => {
    const url = api.cases.settings.databaseUrl ?? "";
    const key = randomUUID();
    await api.cases.stopWorkers();
    await takeDatabaseAway(url);
    try {
      const response = await officer.act(caseId, "submit-for-review", {}, key);
      expect(response.statusCode, response.body).toBe(503);
      expect(response.headers["retry-after"]).toBe("5");
      expect(response.body).not.toContain("database");
    } finally {
      await giveDatabaseBack(url);
      await api.cases.startWorkers();
    }
    const again = await officer.act(caseId, "submit-for-review", {}, key);
    expect([200, 202], again.body).toContain(again.statusCode);
  });
});

describe("an act while Temporal is away", () => {
  it("is kept and answered 202", async () => {
    const away = await startRunningApi("2026-03-13", {
      appEnv: { TEMPORAL_ADDRESS: "127.0.0.1:9" },
    });
    try {
      const caller = await away.as("case-officer");
      const opened = await openMatter(caller);
      const response = await caller.act(opened.company, "submit-for-review");
      expect(response.statusCode).toBe(202);
    } finally {
      await away.stop();
    }
  });
});
