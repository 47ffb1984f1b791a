import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LARGEST_UPLOAD_BYTES } from "../../api/use-cases/keep-upload.ts";
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

interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly instance: string;
  readonly errors: readonly { field: string; message: string }[];
}

describe("a problem", () => {
  it("is told as problem+json, with the request's id", async () => {
    const response = await api.app.inject({ url: "/api/nothing" });
    expect(response.statusCode).toBe(404);
    expect(response.headers["content-type"]).toContain("application/problem+json");
    expect(response.json<Problem>()).toMatchObject({
      type: "about:blank",
      title: "没有找到",
      status: 404,
      instance: expect.stringMatching(/^urn:mingdan:request:[0-9a-f-]{36}$/) as string,
    });
  });

  it("names every field that is not well-formed, in Chinese, and never repeats what was sent", async () => {
    const response = await officer.post("/api/matters", {
      listId: "unpaid-wages",
      parties: [{ kind: "company", role: "employer", name: "", identifier: "机密号码" }],
      evidence: [],
      surprise: true,
    });
    expect(response.statusCode).toBe(400);
    const { errors } = response.json<Problem>();
    const fields = errors.map((each) => each.field);
    expect(fields).toEqual(
      expect.arrayContaining(["/parties/0/kind", "/parties/0/name", "/parties/0/address", ""]),
    );
    const name = errors.find((each) => each.field === "/parties/0/name");
    expect(name?.message).toBe("姓名（名称）：不能为空");
    expect(response.body).not.toContain("机密号码");
  });

  it("guesses no types", async () => {
    const response = await officer.post("/api/clock/moves", { to: 20260402 });
    expect(response.statusCode).toBe(400);
  });

  it("answers 400 to a body that is no JSON, and 415 to one of an unknown kind", async () => {
    const send = (contentType: string) =>
      api.app.inject({
        method: "POST",
        url: "/api/session",
        headers: { "content-type": contentType },
        payload: "{",
      });
    expect((await send("application/json")).statusCode).toBe(400);
    expect((await send("application/xml")).statusCode).toBe(415);
  });

  it("says nothing of the cause where the fault is ours", async () => {
    await api.deps.database.$client.query("alter table messages rename to messages_gone");
    try {
      const response = await officer.get("/api/messages");
      expect(response.statusCode).toBe(500);
      expect(response.json<Problem>().title).toBe("系统出了故障");
      expect(response.body).not.toContain("messages");
    } finally {
      await api.deps.database.$client.query("alter table messages_gone rename to messages");
    }
  });
});

describe("an upload", () => {
  it.each([
    ["a.pdf", Buffer.from("%PDF-1.7\n"), "application/pdf"],
    ["a.png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2]), "image/png"],
    ["照片.JPG", Buffer.from([0xff, 0xd8, 0xff, 0xe0]), "image/jpeg"],
    ["说明.txt", Buffer.from("【示例】文字"), "text/plain"],
  ])("takes %s and gives the same bytes back", async (fileName, content, mediaType) => {
    const response = await officer.upload(fileName, content, mediaType);
    expect(response.statusCode, response.body).toBe(201);
    const { uploadId } = response.json<{ uploadId: string }>();
    const back = await officer.get(`/api/uploads/${uploadId}`);
    expect(back.rawPayload.equals(content)).toBe(true);
    expect(back.headers["content-disposition"]).toContain(encodeURIComponent(fileName));
    const others = await (await api.as("head")).get(`/api/uploads/${uploadId}`);
    expect(others.statusCode).toBe(404);
  });

  it.each([
    ["a program", "a.exe", "MZ", "application/octet-stream"],
    ["a page", "a.html", "<script>", "text/html"],
    ["a file that is not what its name says", "a.pdf", "<script>", "application/pdf"],
    ["a file that says it is something else", "a.txt", "text", "application/pdf"],
    ["nothing", "a.txt", "", "text/plain"],
  ])("refuses %s", async (_what, fileName, content, mediaType) => {
    const response = await officer.upload(fileName, content, mediaType);
    expect(response.statusCode).toBe(422);
  });

  it("answers 413 to a file of more than 20 MB", async () => {
    const large = Buffer.alloc(LARGEST_UPLOAD_BYTES + 1, 0x61);
    const response = await officer.upload("大文件.txt", large);
    expect(response.statusCode).toBe(413);
  });

  it("keeps names from climbing out of their folder", async () => {
    const response = await officer.upload("..\\..\\windows\\a.txt", "text");
    expect(response.json<{ fileName: string }>().fileName).toBe("a.txt");
  });
});

describe("every answer", () => {
  it("forbids pages of others to frame it, and scripts and styles that are not files of ours", async () => {
    const { headers } = await api.app.inject({ url: "/healthz" });
    const policy = String(headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain("unsafe-inline");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("no-referrer");
  });

  it("says whether the process lives and whether it can keep acts", async () => {
    expect((await api.app.inject({ url: "/healthz" })).json()).toEqual({ status: "ok" });
    expect((await api.app.inject({ url: "/readyz" })).json()).toEqual({ status: "ok" });
  });
});
