import { execFile } from "node:child_process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { openRenderPool } from "../../activities/papers/render-pool.ts";
import { prepareThreadFile } from "../../activities/papers/thread-file.ts";
import { makeData } from "./sample.ts";
import { at } from "./side-by-side.ts";

const run = promisify(execFile);
const COLD_STARTS = 9;

async function runNode(args: readonly string[]): Promise<Record<string, number>> {
  const { stdout } = await run(process.execPath, [...args]);
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "{}") as Record<string, number>; // written by what is run here
}

/**
 * How long after the start of a process its first paper is there, with packs and the file of threads built: a bare process that starts a
 * thread as the pool does. And how long after a pool was opened in a process that runs already, sources compared.
 */
export async function measureColdStart(): Promise<{ processMs: number; poolMs: number }> {
  const address = JSON.stringify(pathToFileURL(await prepareThreadFile()).href);
  const job = { jobId: 1, kind: "listing-decision", data: makeData(1), options: { draft: false } };
  const script = `
    const { Worker } = require("node:worker_threads");
    const worker = new Worker(new URL(${address}), { workerData: {} });
    worker.once("message", ({ paper }) => {
      console.log(JSON.stringify({ paperAtMs: performance.now(), bytes: paper.bytes.length }));
      process.exit();
    });
    worker.postMessage(${JSON.stringify(job)});`;
  const processes: number[] = [];
  const pools: number[] = [];
  for (let i = 0; i < COLD_STARTS; i += 1) {
    const { paperAtMs = NaN, bytes = 0 } = await runNode(["-e", script]);
    if (bytes > 0) processes.push(paperAtMs);
    const startedAt = performance.now();
    const pool = openRenderPool({ threads: 1 });
    await pool.render("listing-decision", makeData(1), { draft: false });
    pools.push(performance.now() - startedAt);
    await pool.close();
  }
  return { processMs: middleOf(processes), poolMs: middleOf(pools) };
}

/** How much more memory a process holds after so many papers. */
export async function measureMemory(papers: number): Promise<number> {
  const file = fileURLToPath(new URL("./run-memory.ts", import.meta.url));
  const args = ["--expose-gc", "--import", "tsx", file, String(papers)];
  const { grownMegabytes = NaN } = await runNode(args);
  return grownMegabytes;
}

/**
 * Papers that each thread makes before anything counts, so that its code is compiled as far as it will be (after 300 V8 still compiles
 * ten functions with every hundred papers, after 1,500 hardly one); papers in a turn; turns.
 */
const [WARM_UP, PAPERS_IN_TURN, TURNS] = [1500, 100, 21];

/** What two threads make of the work of one. */
export interface ThreadFigures {
  /** Papers per second, the middle of all turns. */
  readonly one: number;
  readonly two: number;
  /** Two against one in the turn beside it, the middle of all: what else the machine did for a while weighs on both. */
  readonly ratio: number;
  /** How much of the time the thread that hands out work was busy. */
  readonly handing: number;
}

/** Papers per second of pools with one thread and with two, turn by turn. */
export async function measureThreads(): Promise<ThreadFigures> {
  const pools = [openRenderPool({ threads: 1 }), openRenderPool({ threads: 2 })] as const;
  const make = async (pool: (typeof pools)[number], papers: number): Promise<number> => {
    const startedAt = performance.now();
    const all = Array.from({ length: papers }, (_, seed) =>
      pool.render("listing-decision", makeData(seed), { draft: false }),
    );
    await Promise.all(all);
    return (1000 * papers) / (performance.now() - startedAt);
  };
  await make(pools[0], WARM_UP);
  await make(pools[1], 2 * WARM_UP);
  const [ones, twos, busy]: [number[], number[], number[]] = [[], [], []];
  for (let turn = 0; turn < TURNS; turn += 1) {
    ones.push(await make(pools[0], PAPERS_IN_TURN));
    const before = performance.eventLoopUtilization();
    twos.push(await make(pools[1], PAPERS_IN_TURN));
    busy.push(performance.eventLoopUtilization(before).utilization);
  }
  await Promise.all(pools.map((pool) => pool.close()));
  const ratios = twos.map((two, turn) => two / (ones[turn] ?? NaN));
  return {
    ...{ one: middleOf(ones), two: middleOf(twos), ratio: middleOf(ratios) },
    handing: middleOf(busy),
  };
}

function middleOf(values: readonly number[]): number {
  return at(
    values.toSorted((a, b) => a - b),
    0.5,
  );
}
