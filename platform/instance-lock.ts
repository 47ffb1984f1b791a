import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";

import { identifyThisProcess, isStillRunning, type ProcessIdentity } from "./process-identity.ts";

/** Who holds a lock, with what that process wanted others to know. */
export interface LockHolder extends ProcessIdentity {
  readonly note: Readonly<Record<string, string>>;
}

/** A lock that this process holds. */
export interface HeldLock {
  /** Changes what others read about the holder. */
  tell(note: Readonly<Record<string, string>>): void;
  release(): void;
}

/** Either the lock, or who has it. */
export type LockAttempt = { readonly held: HeldLock } | { readonly holder: LockHolder };

const UNWRITTEN_FOR_MS = 5_000;
const UNKNOWN_HOLDER: LockHolder = { pid: 0, startedMark: "unknown", note: {} };

/**
 * Takes a lock that lies in a file and names its holder. The lock of a process that is gone (`kill -9`, power cut) is
 * taken over; a process number used again by another program does not keep it.
 */
export function tryLock(file: string, note: Readonly<Record<string, string>> = {}): LockAttempt {
  mkdirSync(dirname(file), { recursive: true });
  const holder: LockHolder = { ...identifyThisProcess(), note };
  for (let attempt = 0; attempt < 50; attempt++) {
    if (createExclusively(file, JSON.stringify(holder)))
      return { held: makeHeldLock(file, holder) };
    const present = readHolder(file);
    if (present && isStillRunning(present)) return { holder: present };
    if (present || isOld(file)) removeStale(file);
    else pauseBriefly();
  }
  return { holder: readHolder(file) ?? UNKNOWN_HOLDER };
}

function makeHeldLock(file: string, holder: LockHolder): HeldLock {
  return {
    tell: (note) => {
      writeFileSync(`${file}.new`, JSON.stringify({ ...holder, note }), { mode: 0o600 });
      renameSync(`${file}.new`, file);
    },
    release: () => {
      const present = readHolder(file);
      if (present?.pid === holder.pid && present.startedMark === holder.startedMark)
        rmSync(file, { force: true });
    },
  };
}

/** Who holds the lock now; null when nobody does or the file cannot be understood. */
export function readHolder(file: string): LockHolder | null {
  try {
    const read: unknown = JSON.parse(readFileSync(file, "utf8"));
    return isHolder(read) ? read : null;
  } catch {
    return null;
  }
}

function isHolder(read: unknown): read is LockHolder {
  if (typeof read !== "object" || read === null) return false;
  const hasNote = "note" in read && typeof read.note === "object" && read.note !== null;
  return hasNote && "pid" in read && Number.isInteger(read.pid) && "startedMark" in read;
}

/** Only one process at a time judges a lock stale, so that nobody removes the lock of the one that was faster. */
function removeStale(file: string): void {
  const guard = `${file}.takeover`;
  if (!createExclusively(guard, "")) {
    if (isOld(guard)) rmSync(guard, { force: true });
    pauseBriefly();
    return;
  }
  try {
    const present = readHolder(file);
    if (!present || !isStillRunning(present)) rmSync(file, { force: true });
  } finally {
    rmSync(guard, { force: true });
  }
}

function createExclusively(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if (existsSync(file)) return false;
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false; // gone again meanwhile
    throw error;
  }
}

function isOld(file: string): boolean {
  const changedAt = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  return changedAt !== undefined && machineTime() - changedAt > UNWRITTEN_FOR_MS;
}

function machineTime(): number {
  return performance.timeOrigin + performance.now();
}

function pauseBriefly(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
}
