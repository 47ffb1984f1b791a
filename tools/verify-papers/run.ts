import { spawnSync } from "node:child_process";

/** What a program answered. */
export interface Answer {
  readonly ok: boolean;
  readonly text: string;
  readonly bytes: Buffer;
}

/** Runs a program to its end. */
export function run(program: string, args: readonly string[], cwd?: string): Answer {
  const done = spawnSync(program, args, {
    maxBuffer: 1 << 28,
    timeout: 600_000,
    ...(cwd === undefined ? {} : { cwd }),
  });
  const text = `${done.stdout.toString("utf8")}${done.stderr.toString("utf8")}`;
  return { ok: done.status === 0, text, bytes: done.stdout };
}
