import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { Connection } from "@temporalio/client";

import { identifyProcess, isStillRunning, type ProcessIdentity } from "../process-identity.ts";
import { StartFault } from "../start-fault.ts";
import { findFreePort } from "./free-port.ts";
import { readLogEnd, startServerProcess, type ServerProcess } from "./server-process.ts";

/** A Temporal development server of our own that answers. */
export interface EmbeddedTemporal {
  readonly address: string;
  readonly port: number;
  readonly pid: number;
  /** Resolves when the server has ended, asked or not. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

export interface TemporalOptions {
  readonly binary: string;
  /** Log and process number go here; the database too, unless it is kept in memory. */
  readonly folder: string;
  /** For tests: nothing is kept. */
  readonly inMemory?: boolean;
  /** The port to use; a free one when absent. */
  readonly port?: number;
}

const READY_WITHIN_MS = 60_000;

const DYNAMIC_SETTINGS: readonly string[] = [
  "system.enableActivityEagerExecution=true",
  // Search attributes registered a moment ago must be usable at once.
  "system.forceSearchAttributesCacheRefreshOnRead=true",
];

/** Starts the Temporal server; one that an earlier process left behind is ended first, its database is kept. */
export async function startTemporal(options: TemporalOptions): Promise<EmbeddedTemporal> {
  mkdirSync(options.folder, { recursive: true, mode: 0o700 });
  await endLeftover(options.folder);
  if (!options.inMemory) removeUnfinishedDatabase(options.folder);
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await findFreePort());
    const server = await launch(options, port);
    if (await answers(server, `127.0.0.1:${port}`)) {
      writeFileSync(join(options.folder, "ready"), "");
      return describe(server, port, options.folder);
    }
    await server.stop();
    if (options.port !== undefined || attempt === 3)
      throw new StartFault(explainFailure(options.folder));
  }
}

function describe(server: ServerProcess, port: number, folder: string): EmbeddedTemporal {
  const forget = (): void => rmSync(join(folder, "server.json"), { force: true });
  const stop = (): Promise<void> => server.stop().then(forget);
  return { address: `127.0.0.1:${port}`, port, pid: server.pid, ended: server.ended, stop };
}

async function launch(options: TemporalOptions, port: number): Promise<ServerProcess> {
  const database = options.inMemory ? [] : ["--db-filename", join(options.folder, "temporal.db")];
  const dynamic = DYNAMIC_SETTINGS.flatMap((setting) => ["--dynamic-config-value", setting]);
  const listen = ["--headless", "--ip", "127.0.0.1", "--port", String(port)];
  const server = await startServerProcess({
    program: options.binary,
    args: ["server", "start-dev", ...listen, "--log-level", "error", ...database, ...dynamic],
    env: serverEnvironment(),
    user: null,
    logFile: join(options.folder, "server.log"),
    ending: { firstSignal: "TERM", graceSeconds: 10, lastSignal: "KILL" },
  });
  const identity = identifyProcess(server.pid);
  if (identity) writeFileSync(join(options.folder, "server.json"), JSON.stringify(identity));
  return server;
}

/** No setting or secret of ours, and no TEMPORAL_… variable that would change what the program does. */
function serverEnvironment(): NodeJS.ProcessEnv {
  return {
    PATH: process.env["PATH"] ?? "/usr/bin:/bin",
    HOME: process.env["HOME"] ?? "/",
    TZ: "UTC",
  };
}

async function answers(server: ServerProcess, address: string): Promise<boolean> {
  for (let waited = 0; waited < READY_WITHIN_MS && !server.hasEnded(); waited += 100) {
    if (await isNamespaceThere(address)) return !server.hasEnded();
    await pause(100);
  }
  return false;
}

async function isNamespaceThere(address: string): Promise<boolean> {
  let connection: Connection | undefined;
  try {
    connection = await Connection.connect({ address, connectTimeout: 1000 });
    await connection.workflowService.describeNamespace({ namespace: "default" });
    return true;
  } catch {
    return false;
  } finally {
    await connection?.close();
  }
}

/** A first start that was cut short may have left half a database, with nothing in it yet: it is made anew. */
function removeUnfinishedDatabase(folder: string): void {
  if (existsSync(join(folder, "ready"))) return;
  for (const suffix of ["", "-wal", "-shm", "-journal"])
    rmSync(join(folder, `temporal.db${suffix}`), { force: true });
}

async function endLeftover(folder: string): Promise<void> {
  const leftover = readLeftover(join(folder, "server.json"));
  if (!leftover || !isStillRunning(leftover)) return;
  for (const signal of ["SIGTERM", "SIGKILL"] as const) {
    process.kill(leftover.pid, signal);
    for (let waited = 0; waited < 10_000 && isStillRunning(leftover); waited += 50) await pause(50);
    if (!isStillRunning(leftover)) return;
  }
  throw new StartFault(
    `上次留下的 Temporal（进程 ${leftover.pid}）无法结束：请手工结束它，然后重新启动。`,
  );
}

function readLeftover(file: string): ProcessIdentity | null {
  try {
    const read: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (typeof read !== "object" || read === null || !("pid" in read) || !("startedMark" in read))
      return null;
    return { pid: Number(read.pid), startedMark: String(read.startedMark) };
  } catch {
    return null;
  }
}

function explainFailure(folder: string): string {
  const logFile = join(folder, "server.log");
  const end = readLogEnd(logFile, 8);
  if (end.includes("no space left") || end.includes("disk is full")) {
    return "磁盘空间不足，Temporal 无法启动：请腾出空间后重新启动，数据没有丢失。";
  }
  return `Temporal 没有启动成功：请查看 ${logFile} 的最后几行（${readLogEnd(logFile, 1).slice(0, 300)}）。`;
}
