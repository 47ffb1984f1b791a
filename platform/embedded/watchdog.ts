import { spawn } from "node:child_process";
import { Socket } from "node:net";

/** Ends a process when this one dies in whatever way, `kill -9` included. */
export interface Watchdog {
  /** To be called once the watched process has ended: the watchdog goes away without doing anything. */
  release(): void;
}

/** What to end and how. A negative number means the whole process group, as in kill(2). */
export interface WatchdogTarget {
  readonly target: number;
  readonly firstSignal: "INT" | "TERM";
  readonly graceSeconds: number;
  readonly lastSignal: "QUIT" | "KILL";
}

// The shell reads from a pipe whose other end only this process holds: when the pipe closes, this process is gone.
const SCRIPT = `
trap '' INT TERM HUP
while read -r word; do [ "$word" = done ] && exit 0; done
kill -s "$2" -- "$1" 2>/dev/null || exit 0
waited=0
while [ "$waited" -lt "$3" ]; do
  sleep 1
  kill -s 0 -- "$1" 2>/dev/null || exit 0
  waited=$((waited + 1))
done
kill -s "$4" -- "$1" 2>/dev/null
`;

/** Starts a watchdog for a process that this one has started. */
export function watchOver(task: WatchdogTarget): Watchdog {
  const settings = [task.target, task.firstSignal, task.graceSeconds, task.lastSignal].map(String);
  const shell = spawn("/bin/sh", ["-c", SCRIPT, "mingdan-watchdog", ...settings], {
    detached: true,
    cwd: "/",
    stdio: ["pipe", "ignore", "ignore"],
  });
  // Neither a shell that could not start nor one that somebody ended may take this process with it.
  shell.on("error", () => undefined);
  shell.stdin.on("error", () => undefined);
  shell.unref();
  // A pipe to a child is a socket; an open one would keep this process from ending by itself.
  if (shell.stdin instanceof Socket) shell.stdin.unref();
  return { release: () => void shell.stdin.end("done\n") };
}
