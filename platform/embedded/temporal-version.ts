import { runToEnd } from "./run-to-end.ts";

/** The Temporal command line program that is fetched or built; it contains server 1.32.0. */
export const TEMPORAL_VERSION = "1.9.1";

const ACCEPTED = /^1\.9\.\d+$/;

/** What a program at some path turned out to be. */
export type ProgramCheck =
  | { readonly usable: true; readonly version: string }
  | { readonly usable: false; readonly reason: string };

/** Runs a program to learn whether it is Temporal of the series this product is tested with (1.9.x). */
export async function checkTemporalProgram(path: string): Promise<ProgramCheck> {
  const run = await runToEnd(path, ["--version"], { timeoutMs: 20_000 });
  const version = /temporal version (\S+)/.exec(run.output)?.[1];
  if (run.code !== 0 || !version) return { usable: false, reason: "无法运行" };
  if (!ACCEPTED.test(version)) return { usable: false, reason: `版本是 ${version}，需要 1.9.x` };
  return { usable: true, version };
}
