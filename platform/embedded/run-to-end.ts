import { spawn } from "node:child_process";

import type { ServerUser } from "./server-user.ts";

/** How a program ended and what it said, output and errors together. */
export interface FinishedRun {
  /** Null when it could not be started or was ended by a signal. */
  readonly code: number | null;
  readonly output: string;
}

export interface RunOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  readonly user?: ServerUser | null;
  /** The program is ended after this time. */
  readonly timeoutMs?: number;
}

const KEPT_OUTPUT = 200_000;

/** Runs a program to its end; a failure to start is a run without a code, never an exception. */
export function runToEnd(
  program: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<FinishedRun> {
  const who = options.user ? { uid: options.user.uid, gid: options.user.gid } : {};
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      ...who,
      cwd: options.cwd ?? "/",
      env: options.env ?? process.env,
      stdio: ["ignore", "pipe", "pipe"],
      ...(options.timeoutMs === undefined
        ? {}
        : { timeout: options.timeoutMs, killSignal: "SIGKILL" as const }),
    });
    let output = "";
    const collect = (chunk: Buffer): void => {
      output = (output + chunk.toString("utf8")).slice(-KEPT_OUTPUT);
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("error", (error) => resolve({ code: null, output: error.message }));
    child.on("close", (code) => resolve({ code, output }));
  });
}
