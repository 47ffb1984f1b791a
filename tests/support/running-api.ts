import { randomUUID } from "node:crypto";
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from "fastify";
import { openApp } from "../../api/open-app.ts";
import type { AppDeps } from "../../api/deps.ts";
import { hashPassword } from "../../api/use-cases/passwords.ts";
import type { Role } from "../../domain/case-file/actor.ts";
import { findPapersToServe } from "../../domain/case-file/state.ts";
import { loadKeys } from "../../platform/keys.ts";
import { createLogger } from "../../platform/logger.ts";
import { readSettings } from "../../platform/settings.ts";
import type { Database } from "../../platform/database.ts";
import { accounts, authorities } from "../../schema/index.ts";
import { ACTORS, COUNTY_AUTHORITY } from "./case-world.ts";
import { startRunningCases, type RunningCases, type RunningOptions } from "./running-cases.ts";

/** The HTTP app of the product over a running backend. */
export interface RunningApi {
  readonly cases: RunningCases;
  readonly app: FastifyInstance;
  readonly deps: AppDeps;
  /** Signs in the account of the county authority that has one role. */
  readonly as: (role: OfficialRole) => Promise<Caller>;
  readonly signIn: (username: string) => Promise<Caller>;
  /** The party of a case, by the code of its notice; the last six characters of its identifier are those of the usual test party unless given. */
  readonly signInParty: (caseId: string, factor?: string) => Promise<Caller>;
  readonly stop: () => Promise<void>;
}

export type OfficialRole = Exclude<Role, "party" | "system">;

export const PASSWORD = "示例口令-2026";

/** An officer of another authority of the same level. */
export const STRANGER = "stranger";

/** Starts the whole of it; the case clock begins at nine in the morning of the day given. */
export async function startRunningApi(
  startOn: string,
  options: RunningOptions & { readonly appEnv?: NodeJS.ProcessEnv } = {},
): Promise<RunningApi> {
  const cases = await startRunningCases(startOn, { ...options, serves: false });
  await addAccounts(cases.database);
  const logger = createLogger({ name: "tests", level: "silent" });
  const settings = readSettings({ ...cases.env, ...options.appEnv });
  const opened = await openApp(settings, loadKeys(settings), logger);
  const { app, deps } = opened;
  await app.listen({ host: "127.0.0.1", port: cases.port });
  const signIn = (username: string): Promise<Caller> =>
    openCaller(app, "/api/session", { username, password: PASSWORD });
  return {
    cases,
    app,
    deps,
    signIn,
    as: (role) => signIn(ACTORS[role].userId),
    signInParty: async (caseId, factor = "XXXX0T") => {
      const notice = (await cases.read(caseId)).papers.find((each) => each.kind === "prior-notice");
      const code = deps.codes.partyCodeOf(notice?.paperId ?? "");
      return openCaller(app, "/api/party-session", { code, factor });
    },
    async stop() {
      await opened.close();
      await cases.stop();
    },
  };
}

async function addAccounts(database: Database): Promise<void> {
  const passwordHash = await hashPassword(PASSWORD);
  const other = { ...COUNTY_AUTHORITY, authorityId: "other", shortName: "万人社" };
  await database.insert(authorities).values({ authorityId: "other", profile: other });
  const officials = Object.entries(ACTORS).filter(
    ([role]) => role !== "party" && role !== "system",
  );
  const rows = officials.map(([, { userId, roles, authorityId }]) => ({
    userId,
    roles,
    authorityId: hasNoAuthority(roles) ? null : authorityId,
    username: userId,
    displayName: `【示例】${userId}`,
    passwordHash,
  }));
  const stranger = {
    userId: STRANGER,
    username: STRANGER,
    displayName: "【示例】stranger",
    passwordHash,
    roles: ["case-officer", "legal-reviewer", "legal-officer", "head"] as const,
    authorityId: "other",
  };
  await database.insert(accounts).values([...rows, stranger]);
}

function hasNoAuthority(roles: readonly Role[]): boolean {
  return roles.some((role) => ["supervisor", "auditor", "administrator"].includes(role));
}

/** Somebody at the API, with the session's cookies and the token against forged requests. */
export interface Caller {
  readonly cookies: Readonly<Record<string, string>>;
  readonly csrfToken: string;
  readonly get: (url: string) => Promise<LightMyRequestResponse>;
  readonly post: (url: string, body: object, key?: string) => Promise<LightMyRequestResponse>;
  readonly act: (
    caseId: string,
    kind: string,
    body?: object,
    key?: string,
  ) => Promise<LightMyRequestResponse>;
  readonly upload: (
    fileName: string,
    content: string | Buffer,
    mediaType?: string,
    url?: string,
  ) => Promise<LightMyRequestResponse>;
  /** Uploads a small text and answers with its id. */
  readonly hand: (title: string) => Promise<string>;
}

/** Signs in; fails where the door stays shut. */
export async function openCaller(
  app: FastifyInstance,
  url: string,
  payload: object,
): Promise<Caller> {
  const response = await app.inject({ method: "POST", url, payload });
  if (response.statusCode !== 200) throw new Error(`not let in: ${response.body}`);
  const cookies = Object.fromEntries(response.cookies.map(({ name, value }) => [name, value]));
  return callerOf(app, cookies, response.json<{ csrfToken: string }>().csrfToken);
}

function callerOf(
  app: FastifyInstance,
  cookies: Record<string, string>,
  csrfToken: string,
): Caller {
  const call = (options: InjectOptions) => app.inject({ cookies, ...options });
  const post: Caller["post"] = (url, payload, key = randomUUID()) => {
    const headers = { "x-csrf-token": csrfToken, "idempotency-key": key };
    return call({ method: "POST", url, headers, payload });
  };
  const upload: Caller["upload"] = (
    fileName,
    content,
    mediaType = "text/plain",
    url = "/api/uploads",
  ) => {
    const { headers, payload } = formOf(fileName, content, mediaType);
    return call({
      method: "POST",
      url,
      headers: { ...headers, "x-csrf-token": csrfToken },
      payload,
    });
  };
  return {
    cookies,
    csrfToken,
    post,
    upload,
    get: (url) => call({ method: "GET", url }),
    act: (caseId, kind, body = {}, key = randomUUID()) =>
      post(`/api/case-files/${caseId}/acts/${kind}`, body, key),
    async hand(title) {
      const response = await upload(`${title}.txt`, `【示例】${title}`);
      return response.json<{ uploadId: string }>().uploadId;
    },
  };
}

function formOf(fileName: string, content: string | Buffer, mediaType: string) {
  const boundary = "----mingdan-test";
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: ${mediaType}\r\n\r\n`;
  return {
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([
      Buffer.from(head),
      Buffer.from(content),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  };
}

/** The body that serves in person what now waits to be served. */
export async function serviceBody(api: RunningApi, officer: Caller, caseId: string, day: string) {
  const file = await api.cases.read(caseId);
  return {
    paperIds: findPapersToServe(file).map((paper) => paper.paperId),
    servedPartyIds: [file.partyId],
    method: "in-person",
    servedOn: day,
    signatory: "受送达人签收",
    witness: "",
    remark: "",
    proof: {
      uploadId: await officer.hand("送达回证"),
      title: "送达回证",
      kind: "proof-of-service",
    },
  };
}
