import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { and, eq, like, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { sftpPlace } from "../../activities/publication/channels/sftp-place.ts";
import { openFileReceiver } from "../../demo/receivers/file-receiver.ts";
import { startSftpServer, type SftpServer } from "../../demo/receivers/sftp-server.ts";
import { isDiskFull } from "../../platform/disk-full.ts";
import { deliveries, leadImports, messages, uploads } from "../../schema/index.ts";
import { waitUntilSettled } from "../support/demo-clock.ts";
import { fillDisk } from "../support/full-disk.ts";
import { openMatter } from "../support/matter-bodies.ts";
import { companyRow, csvOf, tableOf } from "../support/penalty-files.ts";
import { startRunningApi, type Caller, type RunningApi } from "../support/running-api.ts";
import { toCommand } from "../cases/whole-case.ts";
import { ACTORS, WORLD } from "../support/case-world.ts";
import { bringTo } from "../workflows/play-story.ts";
import { WAY } from "../workflows/stories.ts";

const FOLDER = mkdtempSync(join(tmpdir(), "mingdan-full-"));
const INBOX = mkdtempSync(join(tmpdir(), "mingdan-full-inbox-"));
const SFTP_PASSWORD = "口令-cccccccccccccccccccccccc";
const SAID = "存储空间不足";
const SAID_OF = {
  "department-portal": { code: "no-space", words: "存放位置已满" },
  "guangxi-credit-platform": { code: "no-room-there", words: "请通知对方腾出空间" },
};
const SERVED = {
  ...{ papers: ["listing-decision", "repair-notice"], method: "in-person" },
  ...{ servedOn: "2026-04-01", signatory: "【虚构】受送达人", witness: "", remark: "" },
  proof: "决定书送达回证",
};

let api: RunningApi;
let officer: Caller;
let sftp: SftpServer;
let emptyDisk: () => void = () => undefined;

beforeAll(async () => {
  sftp = await startSftpServer(INBOX, "wuzhou", [SFTP_PASSWORD]);
  api = await startRunningApi("2026-03-13", {
    env: { MINGDAN_RETRY_FIRST_MS: "500", MINGDAN_RETRY_LONGEST_MS: "3600000" },
    points: {
      connections: {
        "department-portal": { form: "folder", path: FOLDER },
        "guangxi-credit-platform": {
          ...{ form: "sftp", host: "127.0.0.1", port: sftp.port, hostKey: sftp.hostKey },
          ...{ path: "/", username: "wuzhou" },
        },
      },
      secrets: { "guangxi-credit-platform": [SFTP_PASSWORD] },
    },
  });
  officer = await api.as("case-officer");
});
afterEach(() => {
  emptyDisk();
  emptyDisk = () => undefined;
});
afterAll(async () => {
  await api.stop();
  await sftp.close();
  for (const folder of [FOLDER, INBOX]) rmSync(folder, { recursive: true, force: true });
});

const countRows = async (table: typeof uploads | typeof leadImports) =>
  (await api.cases.database.select({ n: sql<number>`count(*)::int` }).from(table))[0]?.n;

/** Files of the store that are not whole. */
function findHalfFiles(): readonly string[] {
  const blobs = join(api.cases.settings.dataFolder, "blobs");
  if (!existsSync(blobs)) return [];
  return readdirSync(blobs, { recursive: true, encoding: "utf8" }).filter((each) =>
    each.endsWith(".new"),
  );
}

describe("a full disk", () => {
  it("is known by what the system says of it, and nothing else is", () => {
    const failureOf = (work: () => void): unknown => {
      try {
        work();
        return null;
      } catch (error) {
        return error;
      }
    };
    expect(isDiskFull(failureOf(() => writeFileSync("/dev/full", "a")))).toBe(true);
    emptyDisk = fillDisk();
    expect(isDiskFull(failureOf(() => writeFileSync(join(FOLDER, "x"), "ab")))).toBe(true);
    emptyDisk();
    rmSync(join(FOLDER, "x"), { force: true });
    expect(isDiskFull(failureOf(() => writeFileSync(join(FOLDER, "none/x"), "ab")))).toBe(false);
    expect(isDiskFull(failureOf(() => execFileSync("false")))).toBe(false);
  });

  it("ends an upload in a clear message; nothing half-written stays, and the next one is kept", async () => {
    const before = await countRows(uploads);
    const kept = await officer.hand("此前的材料");
    emptyDisk = fillDisk();
    const refused = await officer.upload("a.txt", "新的材料", "text/plain");
    expect([refused.statusCode, refused.body]).toEqual([503, expect.stringContaining(SAID)]);
    emptyDisk();
    expect(findHalfFiles()).toEqual([]);
    expect(await countRows(uploads)).toBe((before ?? 0) + 1);
    const [row] = await api.cases.database.select().from(uploads).where(eq(uploads.uploadId, kept));
    expect((await api.deps.blobs.get(row?.blobHash ?? "")).length).toBeGreaterThan(0);
    expect((await officer.upload("a.txt", "新的材料", "text/plain")).statusCode).toBe(201);
  });

  it("ends a file of penalty records in a clear message, over the interface and on the page, and takes nothing of it", async () => {
    const page = await officer.get("/leads");
    const token = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? "";
    const cookies = { ...officer.cookies };
    for (const { name, value } of page.cookies) cookies[name] = value;
    const content = csvOf(tableOf([companyRow(1)]));
    const send = () => officer.upload("a.csv", content, "text/csv", "/api/lead-imports");
    emptyDisk = fillDisk();
    const refused = await send();
    expect([refused.statusCode, refused.body]).toEqual([503, expect.stringContaining(SAID)]);
    const shown = await api.app.inject({
      ...{ method: "POST", url: "/leads/imports", cookies },
      headers: { "content-type": "multipart/form-data; boundary=x" },
      payload: `--x\r\ncontent-disposition: form-data; name="_csrf"\r\n\r\n${token}\r\n--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\ncontent-type: text/csv\r\n\r\n${content}\r\n--x--\r\n`,
    });
    expect([shown.statusCode, shown.body]).toEqual([503, expect.stringContaining(SAID)]);
    emptyDisk();
    expect(await countRows(leadImports)).toBe(0);
    expect((await send()).statusCode).toBe(202);
  });

  it("keeps an issued paper waiting, tells the people concerned once, and the paper is made when there is room", async () => {
    const { company: caseId } = await openMatter(officer);
    expect((await officer.act(caseId, "submit-for-review")).statusCode).toBe(200);
    emptyDisk = fillDisk();
    const reviewer = await api.as("legal-reviewer");
    const approved = await reviewer.act(caseId, "approve-notice", { opinion: "同意" });
    expect(approved.statusCode, approved.body).toBe(200);
    const told = () =>
      api.cases.database
        .select()
        .from(messages)
        .where(and(eq(messages.caseId, caseId), like(messages.text, `%${SAID}%`)));
    await expect.poll(async () => (await told()).length, { timeout: 20_000 }).toBeGreaterThan(1);
    expect((await api.cases.read(caseId)).papers.some((each) => each.fileHash === null)).toBe(true);
    const recipients = (await told()).map((each) => each.messageId);
    emptyDisk();
    await api.cases.until(caseId, (file) => file.papers.every((each) => each.fileHash !== null));
    expect((await told()).map((each) => each.messageId).toSorted()).toEqual(recipients.toSorted());
    expect(findHalfFiles()).toEqual([]);
  });

  it("of an SFTP server is known as what it is, and leaves no half file behind", async () => {
    const { port, hostKey } = sftp;
    const address = { host: "127.0.0.1", port, username: "wuzhou", hostKey, path: "/" };
    const place = sftpPlace(address, [SFTP_PASSWORD]);
    emptyDisk = fillDisk();
    const files = [{ name: "a.csv", bytes: Buffer.from("data") }];
    await expect(place.put(files)).rejects.toMatchObject({ code: "no-room-there" });
    expect(readdirSync(INBOX)).toEqual([]);
    emptyDisk();
    await place.put(files);
    expect(readFileSync(join(INBOX, "a.csv"), "utf8")).toBe("data");
    rmSync(join(INBOX, "a.csv"));
  });

  it("of a receiver, in a folder or behind SFTP, keeps the batch waiting under a word of its own, and it goes out when there is room", async () => {
    const caseId = await bringTo(api.cases, WAY["decision-service"]);
    await waitUntilSettled(api.cases.database);
    await api.cases.moveClockTo("2026-04-01T09:00:00+08:00");
    emptyDisk = fillDisk();
    const served = { kind: "record-service", ...SERVED } as const;
    const file = await api.cases.read(caseId);
    await api.cases.act(
      caseId,
      ACTORS["case-officer"],
      toCommand(served, { file, world: WORLD, events: [] }),
    );
    const newest = async (channel: keyof typeof SAID_OF) => {
      const isDelivery = and(eq(deliveries.caseId, caseId), eq(deliveries.channel, channel));
      return (await api.cases.database.select().from(deliveries).where(isDelivery)).at(-1);
    };
    for (const [channel, { code, words }] of Object.entries(SAID_OF)) {
      const point = channel as keyof typeof SAID_OF; // a key of it
      await expect
        .poll(async () => (await newest(point))?.lastFailure, { timeout: 20_000 })
        .toBe(code);
      expect((await officer.get(`/publication/points/${point}`)).body).toContain(words);
    }
    // As long as there is no room the same batch is tried again, ever more rarely.
    const before = await newest("guangxi-credit-platform");
    const pauseOf = (row: typeof before) =>
      (row?.nextAttemptAt?.getTime() ?? 0) - (row?.lastAttemptAt?.getTime() ?? 0);
    await expect
      .poll(async () => (await newest("guangxi-credit-platform"))?.attempts, { timeout: 20_000 })
      .toBeGreaterThan((before?.attempts ?? 0) + 1);
    const after = await newest("guangxi-credit-platform");
    expect(after).toMatchObject({ batchId: before?.batchId, lastFailure: "no-room-there" });
    expect(pauseOf(after)).toBeGreaterThan(pauseOf(before));
    expect([...readdirSync(FOLDER), ...readdirSync(INBOX)]).toEqual([]);
    emptyDisk();
    await api.cases.moveClockTo("2026-04-01T12:00:00+08:00");
    for (const folder of [FOLDER, INBOX]) await openFileReceiver(folder).work();
    await api.cases.moveClockTo("2026-04-01T15:00:00+08:00");
    for (const channel of ["department-portal", "guangxi-credit-platform"] as const) {
      expect((await newest(channel))?.receivedAt).not.toBeNull();
    }
  });
});
