import { fork, type ChildProcess } from "node:child_process";
import { closeSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";

import { openLog, readLogEnd } from "./embedded/server-process.ts";
import { watchOver } from "./embedded/watchdog.ts";
import { StartFault } from "./start-fault.ts";

/** A process to be kept running. */
export interface ProcessPlan {
  /** In Chinese, for the terminal. */
  readonly title: string;
  /** A TypeScript file that calls `runService`. */
  readonly file: string;
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
  readonly log: (line: string) => void;
  /** First wait before a process that died is started again; it doubles up to thirty seconds. */
  readonly restartFirstMs?: number;
  /** How long it may take to end when asked, before it is made to. */
  readonly graceSeconds?: number;
}

/** A process that is started again whenever it dies. */
export interface SupervisedProcess {
  readonly title: string;
  /** The number of the process now; null between two. */
  pid(): number | null;
  /** What it announced when it became ready. */
  readonly url: string | null;
  /** Ends it for good. */
  stop(): Promise<void>;
}

/** By its full path: the folder this process was started in may be any. */
export const TYPESCRIPT_LOADER = [
  "--import",
  pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href,
];

const READY_WITHIN_MS = 120_000;
const LONGEST_WAIT_MS = 30_000;
const STABLE_AFTER_MS = 60_000;
const DEFAULT_GRACE_SECONDS = 25;

/** Starts a process and keeps it running. A first start that fails is a fault; a later death is healed and told. */
export async function superviseProcess(plan: ProcessPlan): Promise<SupervisedProcess> {
  mkdirSync(dirname(plan.logFile), { recursive: true, mode: 0o700 });
  const first = launch(plan);
  const url = await waitUntilReady(plan, first);
  const state: { running: Running | null; stopping: boolean } = { running: first, stopping: false };
  const watching = keepAlive(plan, state);
  const stop = async (): Promise<void> => {
    state.stopping = true;
    if (state.running) await endChild(state.running);
    await watching;
  };
  return { title: plan.title, url, stop, pid: () => state.running?.child.pid ?? null };
}

interface Running {
  readonly child: ChildProcess;
  readonly ready: Promise<string | null>;
  readonly ended: Promise<string>;
  readonly startedAt: number;
  readonly graceSeconds: number;
}

function launch(plan: ProcessPlan): Running {
  const graceSeconds = plan.graceSeconds ?? DEFAULT_GRACE_SECONDS;
  const log = openLog(plan.logFile);
  const child = fork(plan.file, [], {
    env: plan.env,
    execArgv: TYPESCRIPT_LOADER,
    // Ctrl-C in the terminal reaches only us; what ends when is decided here.
    detached: true,
    stdio: ["ignore", log, log, "ipc"],
  });
  closeSync(log);
  const ending = { firstSignal: "TERM", graceSeconds, lastSignal: "KILL" } as const;
  const watchdog = child.pid === undefined ? null : watchOver({ target: -child.pid, ...ending });
  const ended = waitForEnd(child);
  void ended.then(() => watchdog?.release());
  return { child, ended, graceSeconds, ready: waitForReady(child), startedAt: performance.now() };
}

function waitForReady(child: ChildProcess): Promise<string | null> {
  return new Promise((resolve) => {
    child.on("message", (message: unknown) => {
      if (typeof message !== "object" || message === null || !("ready" in message)) return;
      resolve("url" in message && typeof message.url === "string" ? message.url : null);
    });
  });
}

function waitForEnd(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once("exit", (code, signal) => resolve(signal ?? `code ${code ?? "?"}`));
    child.once("error", (error) => resolve(error.message));
  });
}

async function waitUntilReady(plan: ProcessPlan, running: Running): Promise<string | null> {
  const patience = new AbortController();
  const late = pause(READY_WITHIN_MS, "late" as const, { signal: patience.signal }).catch(
    () => "late" as const,
  );
  const death = running.ended.then(() => "dead" as const);
  const outcome = await Promise.race([running.ready.then((url) => ({ url })), death, late]);
  patience.abort();
  if (typeof outcome === "object") return outcome.url;
  await endChild(running);
  const reason = outcome === "late" ? "两分钟内没有就绪" : readLogEnd(plan.logFile, 1);
  throw new StartFault(`${plan.title}没有启动成功（${reason}）：日志见 ${plan.logFile}。`);
}

async function keepAlive(
  plan: ProcessPlan,
  state: { running: Running | null; stopping: boolean },
): Promise<void> {
  const firstWait = plan.restartFirstMs ?? 500;
  let wait = firstWait;
  while (!state.stopping && state.running) {
    const running: Running = state.running;
    const how = await running.ended;
    state.running = null;
    if (state.stopping) return;
    if (performance.now() - running.startedAt > STABLE_AFTER_MS) wait = firstWait;
    plan.log(
      `! ${plan.title}意外结束（${how}），${(wait / 1000).toFixed(1)} 秒后重新启动；日志见 ${plan.logFile}`,
    );
    await pauseUnlessStopping(wait, state);
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    if (state.stopping) return;
    state.running = launch(plan);
    void state.running.ready.then(() => plan.log(`✓ ${plan.title}已重新启动`));
  }
}

async function pauseUnlessStopping(ms: number, state: { stopping: boolean }): Promise<void> {
  for (let waited = 0; waited < ms && !state.stopping; waited += 100)
    await pause(Math.min(100, ms));
}

/** Asks a process to end, and makes it after the grace time, with everything it started. */
async function endChild(running: Running): Promise<void> {
  const { child, ended, graceSeconds } = running;
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  const force = setTimeout(() => killGroup(child), graceSeconds * 1000);
  await ended;
  clearTimeout(force);
}

function killGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
  } catch {
    // It has ended meanwhile.
  }
}
