import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { folderPlace } from "../../activities/publication/channels/folder-place.ts";
import { sftpPlace } from "../../activities/publication/channels/sftp-place.ts";
import { openFileReceiver } from "../../demo/receivers/file-receiver.ts";
import { buildHttpReceiver } from "../../demo/receivers/http-receiver.ts";
import { startSftpServer, type SftpServer } from "../../demo/receivers/sftp-server.ts";
import type { ChannelId } from "../../domain/publication/channels.ts";
import { deliveries } from "../../schema/index.ts";
import { waitUntilSettled } from "../support/demo-clock.ts";
import { startRunningApi, type Caller, type RunningApi } from "../support/running-api.ts";
import { bringTo } from "../workflows/play-story.ts";
import { WAY } from "../workflows/stories.ts";

const PASSWORD = "口令-aaaaaaaaaaaaaaaaaaaaaaaa";
const SECRET = `whsec_${Buffer.alloc(32, 8).toString("base64")}`;
const ROOT = mkdtempSync(join(tmpdir(), "mingdan-faults-"));
const [FULL, PORTAL, INBOX] = ["full/in", "portal", "inbox"].map((name) => join(ROOT, name)) as [
  string,
  string,
  string,
];
const HUGE_BYTES = 200_000_000;

let api: RunningApi;
let officer: Caller;
let caseId: string;
let sftp: SftpServer;
let deadPort: number;
let hour = 9;

beforeAll(async () => {
  for (const folder of [PORTAL, INBOX]) mkdirSync(folder);
  // Where a folder is to be made lies a file: nothing can be written there.
  writeFileSync(join(ROOT, "full"), "");
  sftp = await startSftpServer(INBOX, "wuzhou", [PASSWORD]);
  deadPort = await findDeadPort();
  const other = Buffer.alloc(32, 1).toString("base64");
  api = await startRunningApi("2026-03-13", {
    env: { MINGDAN_RETRY_FIRST_MS: "60000", MINGDAN_RETRY_LONGEST_MS: "1800000" },
    points: {
      connections: {
        "guangxi-credit-platform": { form: "folder", path: FULL },
        "department-portal": { form: "folder", path: PORTAL },
        "credit-china": {
          ...{ form: "sftp", host: "127.0.0.1", port: sftp.port, hostKey: other },
          ...{ path: "/", username: "wuzhou" },
        },
        "credit-china-wuzhou": {
          form: "http-push",
          url: `http://127.0.0.1:${String(deadPort)}/push`,
        },
      },
      secrets: { "credit-china": [PASSWORD], "credit-china-wuzhou": [SECRET] },
    },
  });
  caseId = await bringTo(api.cases, WAY.published);
  await waitUntilSettled(api.cases.database);
  officer = await api.as("case-officer");
});
afterAll(async () => {
  await api.stop();
  await sftp.close();
  rmSync(ROOT, { recursive: true, force: true });
});

/** A port at which nobody listens. */
async function findDeadPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return address.port;
}

async function newest(channel: ChannelId) {
  const [row] = await api.cases.database
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.caseId, caseId), eq(deliveries.channel, channel)))
    .orderBy(sql`version desc`)
    .limit(1);
  if (row === undefined) throw new Error(`nothing is to be delivered to ${channel}`);
  return row;
}

async function passAnHour(): Promise<void> {
  hour += 1;
  await api.cases.moveClockTo(`2026-04-01T${String(hour)}:00:00+08:00`);
  await waitUntilSettled(api.cases.database);
}

const pageOf = async (channel: ChannelId) =>
  (await officer.get(`/publication/points/${channel}`)).body;

describe("a full disk", () => {
  it("is a failed delivery of a name of its own, and leaves no half file behind", async () => {
    const folder = join(ROOT, "disk");
    mkdirSync(folder);
    // Whatever is written to this device finds no space left.
    symlinkSync("/dev/full", join(folder, ".batch.csv.part"));
    await expect(
      folderPlace(folder).put([{ name: "batch.csv", bytes: Buffer.alloc(10) }]),
    ).rejects.toMatchObject({
      code: "no-space",
    });
    expect(readdirSync(folder)).toEqual([]);
    expect(lstatSync("/dev/full").isCharacterDevice()).toBe(true);
    await folderPlace(folder).put([{ name: "batch.csv", bytes: Buffer.from("data") }]);
    expect(readFileSync(join(folder, "batch.csv"), "utf8")).toBe("data");
  });

  it("or a place that cannot be written to keeps the batch waiting, and it goes out once there is room", async () => {
    expect(await newest("guangxi-credit-platform")).toMatchObject({
      ...{ receivedAt: null, lastFailure: "unreachable" },
    });
    expect(await pageOf("guangxi-credit-platform")).toContain("对方没有应答");
    const { batchId } = await newest("guangxi-credit-platform");
    rmSync(join(ROOT, "full"));
    await passAnHour();
    expect(await newest("guangxi-credit-platform")).toMatchObject({
      ...{ batchId, lastFailure: "awaiting-receipt" },
    });
    await openFileReceiver(FULL).work();
    await passAnHour();
    expect((await newest("guangxi-credit-platform")).receivedAt).not.toBeNull();
  });
});

describe("a server with another host key than the one agreed on", () => {
  it("gets neither a password nor a file, and its point says so", async () => {
    expect(await newest("credit-china")).toMatchObject({
      ...{ receivedAt: null, lastFailure: "wrong-host-key" },
    });
    expect(readdirSync(INBOX)).toEqual([]);
    expect(await pageOf("credit-china")).toContain("主机密钥与约定的不符");
  });

  it("is another thing than a password that is not taken, or a server that is not there", async () => {
    const { port, hostKey } = sftp;
    const address = { host: "127.0.0.1", port, username: "wuzhou", hostKey, path: "/" };
    const put = (changed: object, secret = PASSWORD) =>
      sftpPlace({ ...address, ...changed }, [secret]).put([
        { name: "a.csv", bytes: Buffer.from("a") },
      ]);
    await expect(put({}, "别的口令-aaaaaaaaaaaaaaaaaaaa")).rejects.toMatchObject({
      code: "refused",
    });
    await expect(put({ port: deadPort })).rejects.toMatchObject({ code: "unreachable" });
    await put({});
    expect(readdirSync(INBOX)).toEqual(["a.csv"]);
  });
});

describe("a receipt file that is", () => {
  const write = async (content: Buffer): Promise<void> => {
    const { batchId } = await newest("department-portal");
    writeFileSync(join(PORTAL, `${batchId ?? ""}.receipt.json`), content);
    await passAnHour();
  };
  const refusesIt = async (): Promise<void> => {
    expect(await newest("department-portal")).toMatchObject({
      ...{ receivedAt: null, lastFailure: "bad-receipt" },
    });
    expect(await pageOf("department-portal")).toContain("回执不可信");
  };

  it("huge is not read into memory", async () => {
    const { batchId } = await newest("department-portal");
    const path = join(PORTAL, `${batchId ?? ""}.receipt.json`);
    writeFileSync(path, "{");
    truncateSync(path, HUGE_BYTES);
    const before = process.memoryUsage().arrayBuffers;
    await passAnHour();
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(HUGE_BYTES / 2);
    await refusesIt();
  });

  it("of a broken encoding proves nothing", async () => {
    await write(Buffer.from([0xff, 0xfe, 0x7b, 0x00, 0x80, 0xc3, 0x28]));
    await refusesIt();
  });

  it("cut off proves nothing", async () => {
    await write(Buffer.from('{"batchId":"department-portal-2026'));
    await refusesIt();
  });

  it("about another batch proves nothing", async () => {
    await write(Buffer.from('{"batchId":"x","manifestSha256":"y","refused":[]}'));
    await refusesIt();
  });

  it("right at last, with the mark that Windows puts in front, proves the receipt; nothing was lost meanwhile", async () => {
    const { batchId } = await newest("department-portal");
    const path = join(PORTAL, `${batchId ?? ""}.receipt.json`);
    rmSync(path);
    await openFileReceiver(PORTAL).work();
    const right = readFileSync(path, "utf8");
    await write(Buffer.from(`\uFEFF${right}`));
    const row = await newest("department-portal");
    expect(row).toMatchObject({ batchId, lastFailure: null });
    expect(row.receivedAt).not.toBeNull();
    expect(existsSync(join(PORTAL, `${batchId ?? ""}.csv`))).toBe(true);
  });
});

describe("a dead receiver", () => {
  it("is asked again for as long as it takes, and has everything once somebody is there", async () => {
    const row = await newest("credit-china-wuzhou");
    expect(row).toMatchObject({ receivedAt: null, lastFailure: "unreachable" });
    expect(row.attempts).toBeGreaterThan(5);
    const receiver = buildHttpReceiver([SECRET]);
    await receiver.site.listen({ host: "127.0.0.1", port: deadPort });
    await passAnHour();
    expect(receiver.holdings.list()).toMatchObject([{ entryId: caseId, state: "shown" }]);
    expect((await newest("credit-china-wuzhou")).receivedAt).not.toBeNull();
    await receiver.site.close();
  });
});
