import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** A process that can be recognised again: the number alone is given to another process sooner or later. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When the process started, as the system tells it; text to be compared, not read. */
  readonly startedMark: string;
}

/** The identity of this process. */
export function identifyThisProcess(): ProcessIdentity {
  return { pid: process.pid, startedMark: readStartedMark(process.pid) ?? "unknown" };
}

/** The identity of a running process; null when there is none with this number. */
export function identifyProcess(pid: number): ProcessIdentity | null {
  const startedMark = isAlive(pid) ? readStartedMark(pid) : null;
  return startedMark === null ? null : { pid, startedMark };
}

/** Says whether the very process is still there, not merely one with the same number. */
export function isStillRunning(identity: ProcessIdentity): boolean {
  return isAlive(identity.pid) && readStartedMark(identity.pid) === identity.startedMark;
}

/** Says whether a process with this number lives; one that has ended but was not collected (a zombie) does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!isPermissionError(error)) return false;
  }
  const state = readLinuxStat(pid)?.[0];
  return state !== "Z" && state !== "X";
}

/** The command line of a process, arguments separated by blanks; empty when it cannot be told. */
export function readCommandLine(pid: number): string {
  try {
    if (process.platform !== "linux") return askPs(pid, "args=");
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
  } catch {
    return "";
  }
}

function readStartedMark(pid: number): string | null {
  if (process.platform === "linux") return readLinuxStat(pid)?.[19] ?? null;
  try {
    return askPs(pid, "lstart=") || null;
  } catch {
    return null;
  }
}

/** Fields of /proc/PID/stat from the state on: the name before it may hold blanks and brackets. */
function readLinuxStat(pid: number): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return null;
  }
}

function askPs(pid: number, field: string): string {
  return execFileSync("ps", ["-o", field, "-p", String(pid)], { encoding: "utf8" }).trim();
}

function isPermissionError(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EPERM";
}
