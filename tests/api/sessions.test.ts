import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openMatter, PERSON_NUMBER } from "../support/matter-bodies.ts";
import {
  PASSWORD,
  serviceBody,
  startRunningApi,
  type Caller,
  type RunningApi,
} from "../support/running-api.ts";

let api: RunningApi;
let officer: Caller;

beforeAll(async () => {
  api = await startRunningApi("2026-03-13");
  officer = await api.as("case-officer");
});
afterAll(async () => {
  await api.stop();
});

const signIn = (username: string, password: string) =>
  api.app.inject({ method: "POST", url: "/api/session", payload: { username, password } });

describe("an official's session", () => {
  it("says who is signed in", async () => {
    expect((await officer.get("/api/session")).json()).toMatchObject({
      username: "officer",
      roles: ["case-officer"],
      authorityId: "cangwu-hrss",
      partyCaseId: null,
    });
    expect((await api.app.inject({ url: "/api/session" })).statusCode).toBe(401);
  });

  it("gives a cookie that scripts cannot read and other sites do not send", async () => {
    const response = await signIn("officer", PASSWORD);
    const cookie = response.cookies.find((each) => each.name === "mingdan_session");
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
    expect(response.body).not.toContain(PASSWORD);
  });

  it("answers a wrong password and an unknown account alike", async () => {
    const wrong = await signIn("auditor", "falsch");
    const unknown = await signIn("nobody", "falsch");
    expect(wrong.statusCode).toBe(401);
    expect({ ...unknown.json<object>(), instance: "" }).toEqual({
      ...wrong.json<object>(),
      instance: "",
    });
  });

  it("takes about as long for an unknown account as for a wrong password", async () => {
    const time = async (username: string): Promise<number> => {
      const startedAt = performance.now();
      await signIn(username, "falsch");
      return performance.now() - startedAt;
    };
    await time("warm-up");
    const unknown = Math.min(
      await time("nobody-1"),
      await time("nobody-2"),
      await time("nobody-3"),
    );
    const known = Math.min(await time("administrator"), await time("administrator"));
    expect(unknown).toBeGreaterThan(known / 3);
  });

  it("locks an account after five failures, says for how long, and lets nobody in with the right password meanwhile", async () => {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      expect((await signIn("supervisor", "falsch")).statusCode).toBe(401);
    }
    const locked = await signIn("supervisor", PASSWORD);
    expect(locked.statusCode).toBe(429);
    expect(Number(locked.headers["retry-after"])).toBeGreaterThan(800);
  });

  it("ends when the person signs out, and the old cookie is worth nothing", async () => {
    const caller = await api.as("head");
    const response = await api.app.inject({
      method: "DELETE",
      url: "/api/session",
      cookies: caller.cookies,
      headers: { "x-csrf-token": caller.csrfToken },
    });
    expect(response.statusCode).toBe(204);
    expect((await caller.get("/api/session")).statusCode).toBe(401);
  });

  it("ends at once when the account is closed", async () => {
    const caller = await api.as("legal-reviewer");
    expect((await caller.get("/api/session")).statusCode).toBe(200);
    await setActive("reviewer", false);
    expect((await caller.get("/api/session")).statusCode).toBe(401);
    expect((await signIn("reviewer", PASSWORD)).statusCode).toBe(401);
    await setActive("reviewer", true);
  });

  it("ends on the machine's time, and is kept in the database under a hash of its id", async () => {
    const caller = await api.as("legal-officer");
    const { rows } = await api.deps.database.execute<{ hash: string; body: string }>(
      sql`select session_hash as hash, body::text as body from sessions`,
    );
    const sessionId = decodeURIComponent(caller.cookies["mingdan_session"] ?? "").split(".")[0];
    expect(rows.map((row) => row.hash)).not.toContain(sessionId);
    expect(rows.every((row) => /^[0-9a-f]{64}$/.test(row.hash))).toBe(true);
    await api.deps.database.execute(
      sql`update sessions set expires_at = clock_timestamp() - interval '1 second' where body::text like '%legal-officer%'`,
    );
    expect((await caller.get("/api/session")).statusCode).toBe(401);
  });

  it("keeps a cookie out that was made up", async () => {
    const cookies = { mingdan_session: "made-up.signature" };
    expect((await api.app.inject({ url: "/api/session", cookies })).statusCode).toBe(401);
  });
});

describe("a call that somebody else's page would make", () => {
  it.each([
    ["without a token", undefined],
    ["with a made-up token", "made-up"],
  ])("is refused %s", async (_how, token) => {
    const headers = {
      "idempotency-key": randomUUID(),
      ...(token === undefined ? {} : { "x-csrf-token": token }),
    };
    const response = await api.app.inject({
      method: "POST",
      url: "/api/matters",
      cookies: officer.cookies,
      headers,
      payload: {},
    });
    expect(response.statusCode).toBe(403);
  });

  it("is refused with the token of another person's browser", async () => {
    const other = await api.as("head");
    const response = await api.app.inject({
      method: "POST",
      url: "/api/uploads",
      cookies: officer.cookies,
      headers: { "x-csrf-token": other.csrfToken },
      payload: {},
    });
    expect(response.statusCode).toBe(403);
  });
});

describe("a party's session", () => {
  let caseId: string;
  let code: string;

  beforeAll(async () => {
    caseId = (await openMatter(officer)).person;
    await officer.act(caseId, "submit-for-review");
    await (await api.as("legal-reviewer")).act(caseId, "approve-notice", { opinion: "同意" });
    const file = await api.cases.read(caseId);
    code = api.deps.codes.partyCodeOf(file.papers[0]?.paperId ?? "");
  });

  const enter = (given: string, factor: string) =>
    api.app.inject({ method: "POST", url: "/api/party-session", payload: { code: given, factor } });

  it("opens the party's own case and no other, with the code in any spelling", async () => {
    const spelled = code.toLowerCase().replaceAll("-", " ");
    const response = await enter(spelled, PERSON_NUMBER.slice(-6).toLowerCase());
    expect(response.statusCode, response.body).toBe(200);
    expect(response.json()).toMatchObject({ roles: ["party"], partyCaseId: caseId });
    const cookies = Object.fromEntries(response.cookies.map((each) => [each.name, each.value]));
    const own = await api.app.inject({ url: "/api/own-case", cookies });
    expect(own.json()).toMatchObject({ caseId, party: { name: "【虚构】甘云雀", masked: false } });
    const other = (await openMatter(officer)).company;
    for (const path of ["/papers", "/acts"]) {
      const response2 = await api.app.inject({ url: `/api/case-files/${other}${path}`, cookies });
      expect(response2.statusCode).toBe(404);
    }
    for (const path of ["", "/events", "/refusals", "/deadlines", "/archive"]) {
      const internal = await api.app.inject({ url: `/api/case-files/${caseId}${path}`, cookies });
      expect(internal.statusCode, path).toBe(403);
    }
  });

  it("does not show a notice before it is served, nor who works on the case", async () => {
    const entered = await enter(code, PERSON_NUMBER.slice(-6));
    const cookies = Object.fromEntries(entered.cookies.map((each) => [each.name, each.value]));
    const before = await api.app.inject({ url: "/api/own-case", cookies });
    expect(before.json<{ papers: unknown[] }>().papers).toEqual([]);
    const paperId = (await api.cases.read(caseId)).papers[0]?.paperId ?? "";
    const file = await api.app.inject({ url: `/api/papers/${paperId}/file`, cookies });
    expect(file.statusCode).toBe(404);
    await officer.act(
      caseId,
      "record-service",
      await serviceBody(api, officer, caseId, "2026-03-13"),
    );
    const after = await api.app.inject({ url: "/api/own-case", cookies });
    expect(after.json<{ papers: { kind: string }[] }>().papers.map((each) => each.kind)).toEqual([
      "prior-notice",
    ]);
    for (const inner of ["officer", "reviewer", "contributors", "draftHash"]) {
      expect(after.body).not.toContain(`"${inner}`);
    }
  });

  it("answers an unknown code and a wrong factor alike, and locks both after five tries", async () => {
    const unknown = await enter("AAAA-BBBB-CCCC", "123456");
    const wrong = await enter(code, "123456");
    expect(wrong.statusCode).toBe(401);
    expect({ ...unknown.json<object>(), instance: "" }).toEqual({
      ...wrong.json<object>(),
      instance: "",
    });
    for (let attempt = 0; attempt < 4; attempt += 1) {
      await enter("AAAA-BBBB-CCCC", "123456");
      await enter(code, "123456");
    }
    for (const each of ["AAAA-BBBB-CCCC", code]) {
      const locked = await enter(each, "123456");
      expect(locked.statusCode).toBe(429);
      expect(Number(locked.headers["retry-after"])).toBeGreaterThan(800);
    }
  });

  it("limits how often one address may knock", async () => {
    const answers: number[] = [];
    for (let attempt = 0; attempt < 62; attempt += 1) {
      answers.push((await enter(`CODE-${String(attempt)}-0000`, "123456")).statusCode);
    }
    expect(answers.at(-1)).toBe(429);
  });
});

async function setActive(username: string, active: boolean): Promise<void> {
  await api.deps.database.execute(
    sql`update accounts set active = ${active} where username = ${username}`,
  );
}
