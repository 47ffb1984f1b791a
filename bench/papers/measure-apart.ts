import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { openRenderPool } from "../../activities/papers/render-pool.ts";
import { makeData } from "./sample.ts";

const run = promisify(execFile);
const PAPERS_PER_POOL = 400;
const COLD_STARTS = 7;

async function runScript(name: string, flags: readonly string[], args: readonly string[]) {
  const file = fileURLToPath(new URL(name, import.meta.url));
  const { stdout } = await run(process.execPath, [...flags, "--import", "tsx", file, ...args]);
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "{}") as Record<string, number>; // written by the scripts beside this one
}

/** How long after the start of a process its first paper is there, fonts from built packs: all of it, and from the moment the code is loaded. */
export async function measureColdStart(): Promise<{ wholeMs: number; paperMs: number }> {
  const wholes: number[] = [];
  const papers: number[] = [];
  for (let i = 0; i < COLD_STARTS; i += 1) {
    const { readyMs = 0, paperAtMs = 0 } = await runScript("./run-cold.ts", [], []);
    wholes.push(paperAtMs);
    papers.push(paperAtMs - readyMs);
  }
  const middle = (values: number[]) => values.sort((a, b) => a - b)[COLD_STARTS >> 1] ?? 0;
  return { wholeMs: middle(wholes), paperMs: middle(papers) };
}

/** How much more memory a process holds after so many papers. */
export async function measureMemory(papers: number): Promise<number> {
  const { grownMegabytes = NaN } = await runScript(
    "./run-memory.ts",
    ["--expose-gc"],
    [String(papers)],
  );
  return grownMegabytes;
}

/** Papers per second of a pool with so many threads. */
export async function measureThreads(threads: number): Promise<number> {
  const pool = openRenderPool({ threads });
  const make = (seed: number) => pool.render("listing-decision", makeData(seed), { draft: false });
  await Promise.all(Array.from({ length: 60 }, (_, seed) => make(seed)));
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: PAPERS_PER_POOL }, (_, seed) => make(seed)));
  const perSecond = (1000 * PAPERS_PER_POOL) / (performance.now() - startedAt);
  await pool.close();
  return perSecond;
}
