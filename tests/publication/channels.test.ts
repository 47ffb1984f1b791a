import { verify } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import canonicalize from "canonicalize";
import { and, asc, eq } from "drizzle-orm";
import { readSheet } from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openFileReceiver, type FileReceiver } from "../../demo/receivers/file-receiver.ts";
import { buildHttpReceiver, type HttpReceiver } from "../../demo/receivers/http-receiver.ts";
import { openPuller, type Puller } from "../../demo/receivers/puller.ts";
import { startSftpServer, type SftpServer } from "../../demo/receivers/sftp-server.ts";
import type { ChannelId } from "../../domain/publication/channels.ts";
import { deliveries, distributionBatches } from "../../schema/index.ts";
import { annul } from "../support/publication-acts.ts";
import { startRunningApi, type RunningApi } from "../support/running-api.ts";
import { bringTo, playSteps } from "../workflows/play-story.ts";
import { WAY } from "../workflows/stories.ts";

const [OLD, NEW] = ["旧口令-aaaaaaaaaaaaaaaaaaaaaa", "新口令-bbbbbbbbbbbbbbbbbbbbbb"];
const WEBHOOK_SECRET = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
const TOKEN = "county-portal-token-0123456789";
const [FOLDER, INBOX] = [1, 2].map(() => mkdtempSync(join(tmpdir(), "mingdan-receiver-"))) as [
  string,
  string,
];

let api: RunningApi;
let caseId: string;
let sftp: SftpServer;
let pushed: HttpReceiver;
let portal: FileReceiver;
let nation: FileReceiver;
let county: Puller;

beforeAll(async () => {
  pushed = buildHttpReceiver([WEBHOOK_SECRET]);
  const url = await pushed.site.listen({ host: "127.0.0.1", port: 0 });
  // The server has taken the new password already; the installation still names the old one first.
  sftp = await startSftpServer(INBOX, "wuzhou", [NEW]);
  const { port, hostKey } = sftp;
  api = await startRunningApi("2026-03-13", {
    env: { MINGDAN_RETRY_FIRST_MS: "60000", MINGDAN_RETRY_LONGEST_MS: "3600000" },
    points: {
      connections: {
        "credit-china-wuzhou": { form: "http-push", url: `${url}/push` },
        "department-portal": { form: "folder", path: FOLDER },
        "credit-china": {
          ...{ form: "sftp", host: "127.0.0.1", port, hostKey, path: "/" },
          username: "wuzhou",
        },
        "county-portal": { form: "pull" },
      },
      secrets: {
        "credit-china-wuzhou": [WEBHOOK_SECRET],
        "credit-china": [OLD, NEW],
        "county-portal": [TOKEN],
      },
    },
  });
  const feed = `http://127.0.0.1:${String(api.cases.port)}`;
  portal = openFileReceiver(FOLDER);
  nation = openFileReceiver(INBOX);
  county = openPuller(`${feed}/api/points/county-portal`, TOKEN);
  caseId = await bringTo(api.cases, WAY["decision-service"]);
});
afterAll(async () => {
  await api.stop();
  await pushed.site.close();
  await sftp.close();
  for (const folder of [FOLDER, INBOX]) rmSync(folder, { recursive: true, force: true });
});

function ledger(channel: ChannelId) {
  return api.cases.database
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.caseId, caseId), eq(deliveries.channel, channel)))
    .orderBy(asc(deliveries.version));
}

async function newest(channel: ChannelId) {
  const row = (await ledger(channel)).at(-1);
  if (row === undefined) throw new Error(`nothing is to be delivered to ${channel}`);
  return row;
}

const EVERYWHERE = [
  "credit-china-wuzhou",
  "department-portal",
  "credit-china",
  "county-portal",
] as const;

/** Everybody who waits to be asked does his work, and the next attempts of ours see it. */
async function letReceiversWork(until: string): Promise<void> {
  await portal.work();
  await nation.work();
  await county.pull();
  await api.cases.moveClockTo(until);
}

describe("a listing on its way to every kind of channel", () => {
  it("goes nowhere before the decision is served", async () => {
    const rows = await api.cases.database.select().from(deliveries);
    expect(rows).toEqual([]);
    expect(readdirSync(FOLDER)).toEqual([]);
    expect(await county.pull()).toBe(0);
  });

  it("is pushed at once, dropped in a folder and by SFTP, and offered for pulling, each awaiting its proof", async () => {
    await bringOn();
    expect(await newest("credit-china-wuzhou")).toMatchObject({ version: 1, lastFailure: null });
    for (const channel of ["department-portal", "credit-china", "county-portal"] as const) {
      expect(await newest(channel), channel).toMatchObject({
        ...{ version: 1, receivedAt: null, lastFailure: "awaiting-receipt", state: "shown" },
      });
    }
    expect(pushed.holdings.list()).toMatchObject([{ entryId: caseId, version: 1, state: "shown" }]);
  });

  it("lies in the files as the manifest says, twice: as CSV and as XLSX with the same cells", async () => {
    for (const [folder, layout] of [
      [FOLDER, "list"],
      [INBOX, "penalty"],
    ] as const) {
      const manifest = readManifest(folder);
      expect(manifest).toMatchObject({ layout, rows: 1, shown: 1, taken: 0 });
      expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
      const sheet = await readSheet(join(folder, `${manifest.batchId}.xlsx`));
      expect(sheet).toHaveLength(2);
      expect(sheet[0]?.[0]).toBe(layout === "list" ? "条目编号" : "CF_XDR_MC");
      expect(sheet[1]).toContain("【虚构】梧州云雀示例劳务有限公司");
    }
  });

  it("counts as received once the receipt file is read back and the cursor is acknowledged", async () => {
    await letReceiversWork("2026-04-01T11:00:00+08:00");
    for (const channel of EVERYWHERE) {
      expect(await newest(channel), channel).toMatchObject({ version: 1, lastFailure: null });
      expect((await newest(channel)).receivedAt, channel).not.toBeNull();
    }
    const batches = await api.cases.database.select().from(distributionBatches);
    expect(batches.map(({ rows, refused }) => ({ rows, refused }))).toEqual([
      { rows: 1, refused: [] },
      { rows: 1, refused: [] },
    ]);
    expect(await newest("department-portal")).toMatchObject({
      receiptId: readManifest(FOLDER).batchId,
    });
    const { receipts } = await api.cases.read(caseId);
    expect(Object.keys(receipts)).toEqual(expect.arrayContaining([...EVERYWHERE]));
  });

  it("carries a signature that anybody can check, the same in every kind of copy", () => {
    const { publicKey } = api.cases.deps.signing;
    const [copy] = pushed.holdings.list();
    const body = Buffer.from(canonicalize(copy?.body) ?? "");
    expect(verify(null, body, publicKey, Buffer.from(copy?.signature ?? "", "base64"))).toBe(true);
    const [fetched] = county.holdings.list();
    const fetchedBody = Buffer.from(canonicalize(fetched?.body) ?? "");
    const signature = Buffer.from(fetched?.signature ?? "", "base64");
    expect(verify(null, fetchedBody, publicKey, signature)).toBe(true);
    expect(portal.holdings.list()[0]?.signature).toMatch(/^ed25519:[A-Za-z0-9+/]{86}==$/);
  });

  it("vanishes everywhere when it is annulled: tombstones in files and feed, without the party", async () => {
    await api.cases.moveClockTo("2026-04-08T09:00:00+08:00");
    await annul(api.cases, caseId, "2026-04-08");
    await letReceiversWork("2026-04-08T12:00:00+08:00");
    for (const channel of EVERYWHERE) {
      const row = await newest(channel);
      expect({ channel, state: row.state, proven: row.receivedAt !== null }).toEqual({
        ...{ channel, state: "removed", proven: true },
      });
    }
    for (const { holdings } of [pushed, portal, nation, county]) {
      expect(holdings.list()).toMatchObject([{ entryId: caseId, state: "removed" }]);
      expect(JSON.stringify(holdings.list())).not.toContain("云雀");
    }
  });
});

async function bringOn(): Promise<void> {
  await playSteps(api.cases, caseId, WAY.published.slice(WAY["decision-service"].length));
}

interface ReadManifest {
  readonly batchId: string;
  readonly layout: string;
}

/** The newest manifest of a folder. */
function readManifest(folder: string): ReadManifest {
  const name = readdirSync(folder).find((each) => each.endsWith(".manifest.json")) ?? "";
  return JSON.parse(readFileSync(join(folder, name), "utf8")) as ReadManifest; // written by the product
}

describe("the feed of a receiver that fetches", () => {
  const ask = (token: string, point = "county-portal") =>
    api.app.inject({
      url: `/api/points/${point}/changes`,
      headers: { authorization: `Bearer ${token}` },
    });

  it("is open only to who holds the token, and tells nobody else whether there is one", async () => {
    expect((await ask(TOKEN)).statusCode).toBe(200);
    expect((await ask("wrong-token-wrong-token")).statusCode).toBe(401);
    expect((await ask("")).statusCode).toBe(401);
    expect((await ask(WEBHOOK_SECRET, "credit-china-wuzhou")).statusCode).toBe(401);
    expect((await ask(TOKEN, "no-such-point")).statusCode).toBe(401);
  });

  it("takes no acknowledgement beyond what was offered, and never goes back", async () => {
    const acknowledge = async (cursor: number) => {
      const answer = await api.app.inject({
        ...{ method: "POST", url: "/api/points/county-portal/acknowledgement" },
        headers: { authorization: `Bearer ${TOKEN}` },
        payload: { cursor },
      });
      return answer.json<{ acknowledged: number }>().acknowledged;
    };
    const last = await county.pull();
    expect(last).toBeGreaterThan(0);
    expect(await acknowledge(999_999_999)).toBe(last);
    expect(await acknowledge(0)).toBe(last);
  });
});
