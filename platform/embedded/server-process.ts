import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from "node:fs";

import type { ServerUser } from "./server-user.ts";
import { watchOver, type Watchdog, type WatchdogTarget } from "./watchdog.ts";

/** A server program that runs beside this process and ends with it. */
export interface ServerProcess {
  readonly pid: number;
  /** Resolves when the program has ended, for whatever reason. */
  readonly ended: Promise<void>;
  hasEnded(): boolean;
  /** Asks it to end, insists after the grace time, and returns when it has ended. */
  stop(): Promise<void>;
}

export interface ServerCommand {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly user: ServerUser | null;
  readonly logFile: string;
  /** How it is asked to end, and how it is made to. */
  readonly ending: Omit<WatchdogTarget, "target">;
}

const LOG_LIMIT = 10_000_000;

/**
 * Starts a server in a process group of its own (Ctrl-C in the terminal does not reach it before us), writing to a log
 * file, watched over so that it ends when this process dies.
 */
export async function startServerProcess(command: ServerCommand): Promise<ServerProcess> {
  const child = spawnWithLog(command);
  await new Promise<void>((resolve, reject) => {
    child.once("spawn", resolve);
    child.once("error", reject);
  });
  const pid = child.pid ?? 0; // known once "spawn" was seen
  const watchdog = watchOver({ target: pid, ...command.ending });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  void ended.then(() => watchdog.release());
  child.unref();
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  return { pid, ended, hasEnded, stop: () => endProcess(child, ended, command.ending, watchdog) };
}

function spawnWithLog(command: ServerCommand): ChildProcess {
  const log = openLog(command.logFile);
  const who = command.user ? { uid: command.user.uid, gid: command.user.gid } : {};
  try {
    return spawn(command.program, command.args, {
      ...who,
      env: command.env,
      cwd: "/",
      detached: true,
      stdio: ["ignore", log, log],
    });
  } finally {
    closeSync(log);
  }
}

async function endProcess(
  child: ChildProcess,
  ended: Promise<void>,
  ending: ServerCommand["ending"],
  watchdog: Watchdog,
): Promise<void> {
  const steps: [NodeJS.Signals, number][] = [
    [`SIG${ending.firstSignal}`, ending.graceSeconds * 1000],
    [`SIG${ending.lastSignal}`, 5000],
    ["SIGKILL", 5000],
  ];
  for (const [signal, patience] of steps) {
    if (child.exitCode !== null || child.signalCode !== null) break;
    child.kill(signal);
    if (await settlesWithin(ended, patience)) break;
  }
  watchdog.release();
}

async function settlesWithin(promise: Promise<void>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), ms)));
  const inTime = await Promise.race([promise.then(() => true), late]);
  clearTimeout(timer);
  return inTime;
}

/** Opens a log for appending; one that has grown large is set aside as `….old` first. */
export function openLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT) renameSync(file, `${file}.old`);
  return openSync(file, "a", 0o600);
}

/** The last lines of a log, for a person who must find out why a server did not start. */
export function readLogEnd(file: string, lines = 3): string {
  if (!existsSync(file)) return "";
  return readFileSync(file, "utf8").trimEnd().split("\n").slice(-lines).join(" | ");
}
