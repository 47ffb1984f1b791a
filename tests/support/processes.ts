import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

import { isAlive, readCommandLine } from "../../platform/process-identity.ts";

/** Every process that has to do with a folder: by its command line, its environment or the folder it works in. */
export function findProcessesOf(folder: string): number[] {
  const pids = readdirSync("/proc").map(Number).filter(Boolean);
  return pids.filter(
    (pid) =>
      pid !== process.pid && isAlive(pid) && traces(pid).some((trace) => trace.includes(folder)),
  );
}

function traces(pid: number): string[] {
  const attempts = [
    () => readCommandLine(pid),
    () => readFileSync(`/proc/${pid}/environ`, "utf8"),
    () => readlinkSync(`/proc/${pid}/cwd`),
  ];
  return attempts.map((attempt) => {
    try {
      return attempt();
    } catch {
      return ""; // it ended meanwhile, or is not ours to look at
    }
  });
}

/** Waits until something is so; fails by name when it does not become so in time. */
export async function waitUntil(
  what: string,
  isSo: () => boolean | Promise<boolean>,
  withinMs = 20_000,
): Promise<void> {
  const startedAt = performance.now();
  while (!(await isSo())) {
    if (performance.now() - startedAt > withinMs)
      throw new Error(`did not happen in time: ${what}`);
    await pause(50);
  }
}
