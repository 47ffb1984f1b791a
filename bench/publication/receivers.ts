import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { openFileReceiver, type FileReceiver } from "../../demo/receivers/file-receiver.ts";
import { buildHttpReceiver, type HttpReceiver } from "../../demo/receivers/http-receiver.ts";
import { openPuller, type Puller } from "../../demo/receivers/puller.ts";
import { startSftpServer, type SftpServer } from "../../demo/receivers/sftp-server.ts";
import { createKeysFile } from "../../platform/keys.ts";

const SECRET = `whsec_${Buffer.alloc(32, 11).toString("base64")}`;
const [TOKEN, PASSWORD] = ["bench-token-0123456789abcdef", "bench-password-0123456789"];
const LOOK_EVERY_MS = 20;
/** A feed answers one address 600 times a minute at most. */
const FETCH_EVERY_MS = 1_000;

const PUSHED = ["credit-china-wuzhou", "internet-supervision", "one-network-service"] as const;
const DROPPED = ["department-portal", "guangxi-credit-platform"] as const;
const SENT_BY_SFTP = ["credit-china", "credit-china-guangxi"] as const;
const FETCHING = ["county-portal", "guangxi-credit-finance", "city-data-exchange"] as const;

export interface BenchReceivers {
  readonly pointsFile: string;
  readonly pushed: readonly HttpReceiver[];
  readonly pushUrls: readonly string[];
  readonly secret: string;
  /** Lets receivers of files and feeds work; the feeds are at this address. */
  readonly workAt: (url: string) => void;
  readonly close: () => Promise<void>;
}

/** Opens them all, and writes the points file and the keys file of an installation that is connected to them. */
export async function openReceivers(dataFolder: string): Promise<BenchReceivers> {
  const connections: Record<string, object> = {};
  const pushed: HttpReceiver[] = [];
  const pushUrls: string[] = [];
  for (const point of PUSHED) {
    const receiver = buildHttpReceiver([SECRET]);
    const url = await receiver.site.listen({ host: "127.0.0.1", port: 0 });
    connections[point] = { form: "http-push", url: `${url}/push`, readBackUrl: `${url}/holdings` };
    pushed.push(receiver);
    pushUrls.push(`${url}/push`);
  }
  const files: FileReceiver[] = [];
  for (const point of DROPPED) {
    const path = folderFor(dataFolder, point);
    connections[point] = { form: "folder", path };
    files.push(openFileReceiver(path));
  }
  const servers: SftpServer[] = [];
  for (const point of SENT_BY_SFTP) {
    const path = folderFor(dataFolder, point);
    const server = await startSftpServer(path, "bench", [PASSWORD]);
    const { port, hostKey } = server;
    connections[point] = {
      ...{ form: "sftp", host: "127.0.0.1", port, hostKey, username: "bench", path: "/" },
    };
    files.push(openFileReceiver(path));
    servers.push(server);
  }
  for (const point of FETCHING) connections[point] = { form: "pull" };
  const pointsFile = writeFiles(dataFolder, connections);
  const end = new AbortController();
  let working: Promise<unknown> = Promise.resolve();
  return {
    ...{ pointsFile, pushed, pushUrls, secret: SECRET },
    workAt(url) {
      const pullers = FETCHING.map((point) => openPuller(`${url}/api/points/${point}`, TOKEN));
      working = Promise.all([
        ...files.map((each) => workOn(() => each.work(), LOOK_EVERY_MS, end.signal)),
        ...pullers.map((each: Puller) => workOn(() => each.pull(), FETCH_EVERY_MS, end.signal)),
      ]);
    },
    async close() {
      end.abort();
      await working;
      for (const { site } of pushed) await site.close();
      for (const server of servers) await server.close();
    },
  };
}

function folderFor(dataFolder: string, point: string): string {
  const path = join(dataFolder, "bench-receivers", point);
  mkdirSync(path, { recursive: true });
  return path;
}

function writeFiles(dataFolder: string, connections: Readonly<Record<string, object>>): string {
  const pointsFile = join(dataFolder, "points.json");
  writeFileSync(pointsFile, JSON.stringify(connections));
  const keysFile = join(dataFolder, "keys.json");
  createKeysFile(keysFile);
  const keys = JSON.parse(readFileSync(keysFile, "utf8")) as object; // written a line above
  const pointSecrets = Object.fromEntries([
    ...PUSHED.map((point) => [point, [SECRET]] as const),
    ...SENT_BY_SFTP.map((point) => [point, [PASSWORD]] as const),
    ...FETCHING.map((point) => [point, [TOKEN]] as const),
  ]);
  writeFileSync(keysFile, JSON.stringify({ ...keys, pointSecrets }));
  return pointsFile;
}

async function workOn(
  work: () => Promise<unknown>,
  everyMs: number,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await work();
    await pause(everyMs, undefined, { signal }).catch(() => undefined);
  }
}
