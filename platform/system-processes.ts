import { fork } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import { findFreePort, isPortFree } from "./embedded/free-port.ts";
import { watchOver } from "./embedded/watchdog.ts";
import type { Settings } from "./settings.ts";
import { StartFault } from "./start-fault.ts";
import { superviseProcess, TYPESCRIPT_LOADER, type SupervisedProcess } from "./supervisor.ts";

/** The files that are run as processes. */
export interface SystemEntries {
  readonly api: string;
  readonly worker: string;
  /** The site that publications are pushed to in the demo; null: none is started. */
  readonly secondSite: string | null;
  /** Puts the demo's data in, once; null: none. */
  readonly seed: string | null;
}

/** The entries of the product itself. */
export const SYSTEM_ENTRIES: SystemEntries = {
  api: locate("../api/server.ts"),
  worker: locate("../activities/worker.ts"),
  secondSite: locate("../demo/second-site.ts"),
  seed: locate("../demo/seed.ts"),
};

function locate(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}

/** Refuses to begin when a part of the program is missing. */
export function checkEntries(entries: SystemEntries): void {
  for (const file of [entries.api, entries.worker, entries.secondSite, entries.seed]) {
    if (file && !existsSync(file))
      throw new StartFault(`程序文件 ${file} 不见了：请重新获取完整的程序。`);
  }
}

/** Addresses of the servers that the processes are to use. */
export interface Addresses {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly url: string;
  readonly port: number;
}

/** The environment of every process: one set of settings, whatever was left to be chosen filled in. */
export function makeEnvironment(
  env: NodeJS.ProcessEnv,
  settings: Settings,
  addresses: Addresses,
): NodeJS.ProcessEnv {
  const inherited = Object.entries(env).filter(
    ([name]) => settings.temporal.address || !name.startsWith("TEMPORAL_"),
  );
  return {
    ...Object.fromEntries(inherited),
    MINGDAN_MODE: settings.mode,
    MINGDAN_DATA: settings.dataFolder,
    MINGDAN_KEYS: settings.keysFile,
    DATABASE_URL: addresses.databaseUrl,
    TEMPORAL_ADDRESS: addresses.temporalAddress,
    TEMPORAL_NAMESPACE: settings.temporal.namespace,
    HOST: settings.host,
    PORT: String(addresses.port),
    PUBLIC_URL: env["PUBLIC_URL"] || addresses.url,
  };
}

/** The port that was asked for, or another when somebody has it. */
export async function choosePort(settings: Settings, log: (line: string) => void): Promise<number> {
  const { host, port } = settings;
  if (port !== 0 && (await isPortFree(port, host))) return port;
  const other = await findFreePort(host);
  if (port !== 0) log(`  端口 ${port} 已被别的程序占用，改用 ${other}`);
  return other;
}

/** How a process of the system is started. */
export interface LaunchPlan {
  readonly settings: Settings;
  readonly env: NodeJS.ProcessEnv;
  readonly log: (line: string) => void;
}

/** Starts one process of the system and keeps it running. */
export function launchProcess(
  title: string,
  name: string,
  file: string,
  plan: LaunchPlan,
): Promise<SupervisedProcess> {
  const logFile = join(plan.settings.dataFolder, "logs", `${name}.log`);
  return superviseProcess({ title, file, env: plan.env, logFile, log: plan.log });
}

/**
 * Starts the demo's second site, unless both channels lead elsewhere already, and returns the addresses under which
 * the channels reach it.
 */
export async function launchSecondSite(
  file: string,
  plan: LaunchPlan,
): Promise<{ process: SupervisedProcess; env: NodeJS.ProcessEnv }> {
  const port = await findFreePort();
  const env = { ...plan.env, HOST: "127.0.0.1", PORT: String(port) };
  const site = await launchProcess("外部平台（演示）", "second-site", file, { ...plan, env });
  const url = (site.url ?? `http://127.0.0.1:${port}`).replace(/\/+$/, "");
  const { cityPlatformUrl, implementersUrl } = plan.settings.channels;
  const demoPoints = join(plan.settings.dataFolder, "demo-points.json");
  const pointsFile = plan.settings.pointsFile ?? (existsSync(demoPoints) ? demoPoints : null);
  return {
    process: site,
    env: {
      MINGDAN_CHANNEL_CITY_PLATFORM_URL: cityPlatformUrl ?? `${url}/city-platform`,
      MINGDAN_CHANNEL_IMPLEMENTERS_URL: implementersUrl ?? `${url}/implementers`,
      ...(pointsFile === null ? {} : { MINGDAN_POINTS: pointsFile }),
    },
  };
}

/** Runs the program that puts the demo's data in; what it prints is shown. It may be run again without harm. */
export async function runSeed(file: string, plan: LaunchPlan): Promise<void> {
  const child = fork(file, [], {
    env: plan.env,
    execArgv: TYPESCRIPT_LOADER,
    detached: true,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const pid = child.pid ?? 0;
  const watchdog = watchOver({
    target: -pid,
    firstSignal: "TERM",
    graceSeconds: 5,
    lastSignal: "KILL",
  });
  let lastLine = "";
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream }).on("line", (line) => {
      lastLine = line || lastLine;
      plan.log(`  ${line}`);
    });
  }
  const code = await new Promise<number | null>((resolve) => {
    child.once("close", resolve);
    child.once("error", () => resolve(null));
  });
  watchdog.release();
  if (code !== 0)
    throw new StartFault(
      `演示数据没有装入（${lastLine.slice(0, 200)}）：请换一个空的数据文件夹后重新启动。`,
    );
}
