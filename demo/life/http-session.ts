import { randomUUID } from "node:crypto";

/** Somebody at the API: every request goes over HTTP with the session's cookie. */
export interface Session {
  readonly get: <Answer>(path: string) => Promise<Answer>;
  readonly getBytes: (path: string) => Promise<Uint8Array>;
  readonly post: <Answer>(path: string, body: unknown) => Promise<Answer>;
  readonly upload: (fileName: string, bytes: Uint8Array, mediaType: string) => Promise<string>;
  /** Hands in a file of records; answers with the id of its import. */
  readonly import: (fileName: string, bytes: Uint8Array, path: string) => Promise<string>;
}

/** An answer that says no: with the rule and what is missing, where the law says it. */
export class ApiRefusal extends Error {
  override readonly name = "ApiRefusal";
  readonly status: number;
  readonly problem: Problem;
  constructor(status: number, problem: Problem) {
    super(`${String(status)} ${problem.title ?? ""} ${describeFindings(problem)}`);
    this.status = status;
    this.problem = problem;
  }
}

export interface Problem {
  readonly title?: string;
  readonly detail?: string;
  readonly findings?: readonly {
    readonly ruleId: string;
    readonly missing: string;
    readonly citations: readonly string[];
  }[];
}

type Credentials =
  | { readonly username: string; readonly password: string }
  | { readonly code: string; readonly factor: string };

/** Signs somebody in, an official or a party, and keeps the cookie and the token against forged requests. */
export async function openSession(url: string, credentials: Credentials): Promise<Session> {
  const path = "code" in credentials ? "/api/party-session" : "/api/session";
  const response = await fetch(`${url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(credentials),
  });
  const answer = await readAnswer<{ csrfToken: string }>(response);
  const cookie = response.headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
  return sessionOf(url, { cookie, "x-csrf-token": answer.csrfToken });
}

function sessionOf(url: string, headers: Record<string, string>): Session {
  const call = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${url}${path}`, { ...init, headers: { ...headers, ...toRecord(init.headers) } });
  return {
    get: async (path) => readAnswer(await call(path)),
    getBytes: async (path) => {
      const response = await call(path);
      if (!response.ok) await readAnswer(response);
      return new Uint8Array(await response.arrayBuffer());
    },
    post: async (path, body) =>
      readAnswer(
        await call(path, {
          method: "POST",
          headers: { "content-type": "application/json", "idempotency-key": randomUUID() },
          body: JSON.stringify(body),
        }),
      ),
    upload: async (fileName, bytes, mediaType) => {
      const body = formOf(fileName, bytes, mediaType);
      const response = await call("/api/uploads", { method: "POST", body });
      return (await readAnswer<{ uploadId: string }>(response)).uploadId;
    },
    import: async (fileName, bytes, path) => {
      const body = formOf(fileName, bytes, "text/csv");
      const response = await call(path, { method: "POST", body });
      return (await readAnswer<{ importId: string }>(response)).importId;
    },
  };
}

function formOf(fileName: string, bytes: Uint8Array, mediaType: string): FormData {
  const form = new FormData();
  form.set("file", new Blob([Buffer.from(bytes)], { type: mediaType }), fileName);
  return form;
}

function toRecord(headers: RequestInit["headers"]): Record<string, string> {
  return Object.fromEntries(new Headers(headers));
}

async function readAnswer<Answer>(response: Response): Promise<Answer> {
  const text = await response.text();
  const body = (text === "" ? {} : JSON.parse(text)) as Answer & Problem; // described by the API's own document
  if (!response.ok) throw new ApiRefusal(response.status, body);
  return body;
}

function describeFindings({ findings, detail }: Problem): string {
  if (findings === undefined) return detail ?? "";
  return findings
    .map(({ ruleId, missing, citations }) => `${ruleId} ${missing}（${citations.join("、")}）`)
    .join("；");
}
