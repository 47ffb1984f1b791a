import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { openRenderPool } from "../../activities/papers/render-pool.ts";
import { signEverybodyIn } from "../../demo/life/people.ts";
import { startSystem } from "../../platform/system.ts";
import { prepareAct } from "../prepare-act.ts";
import { at } from "./side-by-side.ts";
import { makeData } from "./sample.ts";

const [WARM_UP, ROUNDS, REST_MS] = [15, 80, 40];

export interface ActsBesideBatch {
  readonly aloneP95: number;
  readonly besideP95: number;
  readonly batchSeconds: number;
}

/** Times acts over HTTP on a whole system: alone, and while a pool as the worker's makes a batch of papers on the same machine. */
export async function measureActs(papers: number): Promise<ActsBesideBatch> {
  const dataFolder = mkdtempSync(join(tmpdir(), "mingdan-bench-"));
  const env = {
    ...process.env,
    ...{ PORT: "0", MINGDAN_CLOCK_START: "2026-03-02", MINGDAN_DEMO_CASES: "no" },
  };
  const system = await startSystem({ dataFolder, env, log: () => undefined });
  const pool = openRenderPool();
  try {
    const people = await signEverybodyIn(system.url, system.settings.dataFolder);
    const act = await prepareAct(people);
    await timeActs(act, 0, WARM_UP, () => true);
    const alone = await timeActs(act, WARM_UP, ROUNDS, () => true);
    const startedAt = performance.now();
    let open = papers;
    const batch = Array.from({ length: papers }, (_, seed) =>
      pool.render("listing-decision", makeData(seed), { draft: false }).then(() => (open -= 1)),
    );
    const beside = await timeActs(act, WARM_UP + ROUNDS, ROUNDS, () => open > 0);
    await Promise.all(batch);
    const batchSeconds = (performance.now() - startedAt) / 1000;
    return { aloneP95: p95(alone), besideP95: p95(beside), batchSeconds };
  } finally {
    await pool.close();
    await system.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

async function timeActs(
  act: (round: number) => Promise<unknown>,
  first: number,
  count: number,
  goesOn: () => boolean,
): Promise<number[]> {
  const times: number[] = [];
  for (let round = first; round < first + count && goesOn(); round += 1) {
    await pause(REST_MS);
    const startedAt = performance.now();
    await act(round);
    times.push(performance.now() - startedAt);
  }
  return times;
}

function p95(times: readonly number[]): number {
  return at(
    times.toSorted((a, b) => a - b),
    0.95,
  );
}
