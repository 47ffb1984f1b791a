import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ACT_TABLE, COMMAND_KINDS } from "../../domain/case-file/act-table.ts";
import type { Role } from "../../domain/case-file/actor.ts";
import { sampleBodies } from "../support/act-bodies.ts";
import { openMatter } from "../support/matter-bodies.ts";
import {
  startRunningApi,
  STRANGER,
  type Caller,
  type OfficialRole,
  type RunningApi,
} from "../support/running-api.ts";

const DAY = "2026-03-13";
const OFFICIALS: readonly OfficialRole[] = [
  "case-officer",
  "legal-reviewer",
  "legal-officer",
  "head",
  "supervisor",
  "auditor",
];

let api: RunningApi;
let caseId: string;
let otherCaseId: string;
const callers = new Map<string, Caller>();
const uploadIds = new Map<string, string>();

beforeAll(async () => {
  api = await startRunningApi(DAY, { workers: "elsewhere" });
  const officer = await api.as("case-officer");
  // Acts that may be done are kept and wait: the case stays as it is for the next one.
  const opened = await openMatter(officer);
  caseId = opened.company;
  otherCaseId = opened.person;
  for (const role of OFFICIALS) callers.set(role, await api.as(role));
  callers.set("administrator", await api.as("administrator"));
  callers.set(STRANGER, await api.signIn(STRANGER));
  for (const [name, caller] of callers) uploadIds.set(name, await caller.hand("材料"));
});
afterAll(async () => {
  await api.stop();
});

describe.each(COMMAND_KINDS)("act %s", (kind) => {
  const { title, roles } = ACT_TABLE[kind];
  const { allowed, refused } = split(roles);

  it.each(refused)(`refuses the role %s to do “${title}”, and stores that`, async (role) => {
    const response = await send(role, caseId, kind);
    expect(response.statusCode, response.body).toBe(403);
    const { type, findings } = response.json<{ type: string; findings: { toDo: string }[] }>();
    expect(type).toBe("urn:mingdan:refusal:role");
    expect(findings[0]?.toDo).not.toBe("");
  });

  it.each(allowed)(`lets the role %s do “${title}” as far as the role goes`, async (role) => {
    const response = await send(role, caseId, kind);
    expect([202, 409, 422], response.body).toContain(response.statusCode);
    expect(response.body).not.toContain("urn:mingdan:refusal:role");
  });

  it("does not exist for another authority, nor for the administrator, nor in a case that is none", async () => {
    expect((await send(STRANGER, caseId, kind)).statusCode).toBe(404);
    expect((await send("administrator", caseId, kind)).statusCode).toBe(404);
    expect((await send("case-officer", randomUUID(), kind)).statusCode).toBe(404);
  });

  it("asks for a sign-in, and for the token", async () => {
    const url = `/api/case-files/${caseId}/acts/${kind}`;
    const headers = { "idempotency-key": randomUUID() };
    const anonymous = await api.app.inject({ method: "POST", url, headers, payload: {} });
    expect(anonymous.statusCode).toBe(401);
    const cookies = { ...callers.get("case-officer")?.cookies };
    const forged = await api.app.inject({ method: "POST", url, headers, cookies, payload: {} });
    expect(forged.statusCode).toBe(403);
  });
});

describe("reading", () => {
  const paths = ["", "/events", "/papers", "/deadlines", "/acts", "/refusals", "/deliveries"];

  it.each(paths)(
    "of a case%s is for its authority, the supervisor and the auditor",
    async (path) => {
      for (const role of OFFICIALS) {
        expect((await read(role, path)).statusCode, role).toBe(200);
      }
      expect((await read("administrator", path)).statusCode).toBe(404);
      const anonymous = await api.app.inject({ url: `/api/case-files/${caseId}${path}` });
      expect(anonymous.statusCode).toBe(401);
    },
  );

  it("finds nothing of another authority's cases, not even on the desk", async () => {
    const stranger = callers.get(STRANGER);
    const desk = await stranger?.get("/api/case-files?tab=all");
    expect(desk?.json<{ rows: unknown[]; counts: object }>()).toMatchObject({
      rows: [],
      counts: { todo: 0, ongoing: 0 },
    });
    for (const path of ["", "/events", "/papers", "/archive", "/refusals"]) {
      const response = await stranger?.get(`/api/case-files/${otherCaseId}${path}`);
      expect(response?.statusCode, path).toBe(404);
    }
    const deliveries = await stranger?.get(`/api/case-files/${caseId}/deliveries`);
    expect(deliveries?.json<{ rows: unknown[] }>().rows ?? []).toEqual([]);
  });
});

function read(role: string, path: string) {
  const caller = callers.get(role);
  if (caller === undefined) throw new Error(`nobody is signed in as ${role}`);
  return caller.get(`/api/case-files/${caseId}${path}`);
}

function send(name: string, toCase: string, kind: (typeof COMMAND_KINDS)[number]) {
  const caller = callers.get(name);
  if (caller === undefined) throw new Error(`nobody is signed in as ${name}`);
  return caller.act(toCase, kind, sampleBodies(uploadIds.get(name) ?? "", DAY)[kind]);
}

/** The legal officer of the tests is a legal reviewer too, as everywhere. */
function split(roles: readonly Role[]) {
  const holds = (role: OfficialRole): boolean =>
    roles.includes(role) || (role === "legal-officer" && roles.includes("legal-reviewer"));
  return { allowed: OFFICIALS.filter(holds), refused: OFFICIALS.filter((role) => !holds(role)) };
}
