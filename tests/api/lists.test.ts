import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LISTS_ELSEWHERE } from "../../domain/packs/lists-elsewhere.ts";
import { matterBody } from "../support/matter-bodies.ts";
import { startRunningApi, type Caller, type RunningApi } from "../support/running-api.ts";

let api: RunningApi;
let officer: Caller;

beforeAll(async () => {
  api = await startRunningApi("2026-03-13", { workers: "elsewhere" });
  officer = await api.as("case-officer");
});
afterAll(async () => {
  await api.stop();
});

describe("the lists that are known", () => {
  it("each say whether a case can be opened here, and if not, why", async () => {
    const response = await api.app.inject({ url: "/api/lists" });
    const { rows } = response.json<{
      rows: readonly {
        listId: string;
        state: string;
        decidedBy: string | null;
        reason: string | null;
      }[];
    }>();
    const find = (listId: string) => rows.find((row) => row.listId === listId);
    expect(find("unpaid-wages")).toMatchObject({ state: "open", reason: null });
    expect(find("major-tax")).toMatchObject({ state: "feed-only", decidedBy: "税务机关" });
    expect(find("fire-safety")?.state).toBe("blocked");
    expect(find("work-safety")).toMatchObject({ state: "no-pack" });
    expect(rows.filter((row) => (row.reason === null) !== (row.state === "open"))).toEqual([]);
  });
});

describe("opening a matter on a list that is not decided here", () => {
  it.each(LISTS_ELSEWHERE.map((list) => [list.listId, list] as const))(
    "%s is refused with the rule, the source, and who decides or what is missing",
    async (listId, { reason, decidedBy }) => {
      const body = { ...(await matterBody(officer)), listId };
      const response = await officer.post("/api/matters", body);
      expect(response.statusCode).toBe(409);
      const { findings } = response.json<{
        findings: readonly { ruleId: string; missing: string; toDo: string }[];
      }>();
      expect(findings.map((finding) => finding.ruleId)).toEqual(["R12"]);
      expect(findings[0]?.missing).toContain(reason);
      expect(findings[0]?.missing).toContain(decidedBy ?? "");
    },
  );

  it("opens nothing", async () => {
    const count = await officer.get("/api/case-files");
    expect(count.json<{ rows: readonly object[] }>().rows).toEqual([]);
  });
});

describe("the page of law packs", () => {
  it("tells who decides the lists that are decided elsewhere", async () => {
    const { body } = await officer.get("/law");
    expect(body).toContain("不在本市认定的名单");
    expect(body).toContain("人民法院");
    expect(body).toContain("没有查明");
  });
});
