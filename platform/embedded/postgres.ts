import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { isAlive, readCommandLine } from "../process-identity.ts";
import { StartFault } from "../start-fault.ts";
import { findFreePort } from "./free-port.ts";
import { ensureApplicationDatabase } from "./postgres-application.ts";
import { findPostgresBinaries } from "./postgres-binaries.ts";
import { checkCluster, prepareHome, readPasswords } from "./postgres-folder.ts";
import { initializeCluster, serverEnvironment } from "./postgres-initdb.ts";
import { runToEnd } from "./run-to-end.ts";
import { chooseServerUser, type ServerUser } from "./server-user.ts";
import { readLogEnd, startServerProcess, type ServerProcess } from "./server-process.ts";

/** A PostgreSQL server of our own that is ready for queries. */
export interface EmbeddedPostgres {
  /** Database `mingdan` as its owner, who is no superuser. */
  readonly url: string;
  /** Database `postgres` as superuser: for making databases in tests. */
  readonly administratorUrl: string;
  readonly port: number;
  readonly pid: number;
  /** "18.4" */
  readonly version: string;
  /** Where the cluster lies. */
  readonly clusterFolder: string;
  /** Resolves when the server has ended, asked or not. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** A folder of its own; made when missing. */
  readonly folder: string;
  /** For tests: nothing is forced to disk. Never for data that anybody needs again. */
  readonly fast?: boolean;
  /** The port to use; a free one when absent. */
  readonly port?: number;
  /** A folder with `postgres` and `initdb`, instead of the npm package. */
  readonly binaries?: string;
}

const READY_WITHIN_MS = 120_000;

/**
 * Starts PostgreSQL on a cluster in this folder, making one when there is none. A server that an earlier process left
 * behind is ended in an orderly way first: its port, options and watchdog are not ours to trust.
 */
export async function startPostgres(options: PostgresOptions): Promise<EmbeddedPostgres> {
  const user = chooseServerUser(locateCluster(options.folder));
  const binaries = findPostgresBinaries(user, options.binaries);
  const home = prepareHome(options.folder, user);
  const clusterFolder = join(home, "cluster");
  const passwords = readPasswords(options.folder, clusterFolder);
  const version = await readServerVersion(binaries);
  const fast = options.fast ?? false;
  if (!existsSync(clusterFolder)) {
    await initializeCluster({
      binaries,
      user,
      home,
      clusterFolder,
      fast,
      administratorPassword: passwords.administrator,
    });
  }
  checkCluster(clusterFolder, user, version.split(".")[0] ?? "");
  await endLeftover(clusterFolder);
  const logFile = join(options.folder, "server.log");
  const launch = { binaries, clusterFolder, user, logFile, fast };
  const { server, port } = await launchOnFreePort(launch, options.port);
  const administratorUrl = `postgres://postgres:${passwords.administrator}@127.0.0.1:${port}/postgres`;
  await ensureApplicationDatabase(administratorUrl, passwords.application);
  const url = `postgres://mingdan:${passwords.application}@127.0.0.1:${port}/mingdan`;
  const { pid, ended, stop } = server;
  return { url, administratorUrl, port, pid, version, clusterFolder, ended, stop };
}

function locateCluster(folder: string): string {
  const pointer = join(folder, "location");
  return join(existsSync(pointer) ? readFileSync(pointer, "utf8").trim() : folder, "cluster");
}

async function readServerVersion(binaries: string): Promise<string> {
  const run = await runToEnd(join(binaries, "postgres"), ["--version"], {
    env: serverEnvironment(),
  });
  const version = /PostgreSQL\)? (\d+(?:\.\d+)?)/.exec(run.output)?.[1];
  if (run.code === 0 && version) return version;
  throw new StartFault(
    `PostgreSQL 程序 ${join(binaries, "postgres")} 无法运行（${run.output.trim().slice(0, 200)}）：请重新运行 npm ci，或设置 DATABASE_URL。`,
  );
}

interface Launch {
  readonly binaries: string;
  readonly clusterFolder: string;
  readonly user: ServerUser | null;
  readonly logFile: string;
  readonly fast: boolean;
}

/** A port that was free a moment ago may be taken now: unless the port was demanded, another one is tried. */
async function launchOnFreePort(
  launch: Launch,
  demanded?: number,
): Promise<{ server: ServerProcess; port: number }> {
  for (let attempt = 1; ; attempt++) {
    const port = demanded ?? (await findFreePort());
    const server = await launchServer(launch, port);
    if (await becomesReady(server, launch.clusterFolder)) return { server, port };
    await server.stop();
    if (demanded !== undefined || attempt === 3) {
      throw new StartFault(explainFailure(launch.logFile, port));
    }
  }
}

function explainFailure(logFile: string, port: number): string {
  const end = readLogEnd(logFile, 8);
  if (end.includes("No space left on device")) {
    return "磁盘空间不足，PostgreSQL 无法启动：请腾出空间后重新启动，数据没有丢失。";
  }
  if (end.includes("could not bind") || end.includes("Address already in use")) {
    return `端口 ${port} 已被别的程序占用，PostgreSQL 无法启动：请关闭该程序后重新启动。`;
  }
  return `PostgreSQL 没有启动成功：请查看 ${logFile} 的最后几行（${readLogEnd(logFile, 1)}）。`;
}

function launchServer(launch: Launch, port: number): Promise<ServerProcess> {
  return startServerProcess({
    program: join(launch.binaries, "postgres"),
    args: ["-D", launch.clusterFolder, "-p", String(port), ...serverSettings(launch.fast)],
    env: serverEnvironment(),
    user: launch.user,
    logFile: launch.logFile,
    ending: { firstSignal: "INT", graceSeconds: 10, lastSignal: "QUIT" },
  });
}

function serverSettings(fast: boolean): string[] {
  const settings = {
    listen_addresses: "127.0.0.1",
    // A socket's path may have 107 bytes at most; data folders have more.
    unix_socket_directories: "",
    max_connections: "200",
    timezone: "UTC",
    log_timezone: "UTC",
    // Messages about statements can quote what people wrote: only the server's own state is logged.
    log_min_messages: "log",
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    log_parameter_max_length_on_error: "0",
    ...(fast ? { fsync: "off", synchronous_commit: "off", full_page_writes: "off" } : {}),
  };
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/**
 * Waits until the server itself says in its pid file that it is ready. Connecting would prove nothing: with the port
 * taken, another server would answer.
 */
async function becomesReady(server: ServerProcess, clusterFolder: string): Promise<boolean> {
  for (let waited = 0; waited < READY_WITHIN_MS && !server.hasEnded(); waited += 15) {
    const lines = readPidFile(clusterFolder);
    if (Number(lines[0]) === server.pid && lines[7]?.trim() === "ready") return true;
    await pause(15);
  }
  return false;
}

function readPidFile(clusterFolder: string): string[] {
  try {
    return readFileSync(join(clusterFolder, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return [];
  }
}

/** Ends a server that still runs on this cluster; a pid file that now names some other process is put away. */
async function endLeftover(clusterFolder: string): Promise<void> {
  const pid = Number(readPidFile(clusterFolder)[0]);
  if (!pid || !isAlive(pid)) return;
  if (!readCommandLine(pid).includes(clusterFolder)) {
    rmSync(join(clusterFolder, "postmaster.pid"), { force: true });
    return;
  }
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    process.kill(pid, signal);
    for (let waited = 0; waited < 10_000 && isAlive(pid); waited += 20) await pause(20);
    if (!isAlive(pid)) return;
  }
  throw new StartFault(
    `上次留下的 PostgreSQL（进程 ${pid}）无法结束：请手工结束它，然后重新启动。`,
  );
}
