import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Told } from "./run-maker.ts";

/** What was measured of one maker. */
export interface Measured {
  readonly name: string;
  readonly p50: number;
  readonly p95: number;
  readonly kilobytes: number;
  readonly pages: number;
}

/** Papers in a row each time it is a maker's turn; the turns before the first are not counted. */
const [IN_A_ROW, WARM_UP] = [5, 5];
const SCRIPT = fileURLToPath(new URL("./run-maker.ts", import.meta.url));

interface Running {
  readonly name: string;
  readonly process: ChildProcess;
  readonly times: number[];
  last: { readonly bytes: number; readonly pages: number };
}

/**
 * Every maker makes the same papers, a few in a row, turn by turn in one run; each paper has another text. Each maker has a process of its
 * own, so that none pays for what another leaves behind.
 */
export async function measureSideBySide(
  names: readonly string[],
  sample: "long" | "short",
  rounds: number,
): Promise<Measured[]> {
  const all = await Promise.all(names.map((name) => start(name, sample)));
  const running = all.filter((each) => each !== null);
  for (let round = 0; round < WARM_UP + rounds; round += 1) {
    for (const maker of running) {
      for (let i = 0; i < IN_A_ROW; i += 1) await makeOne(maker, round * IN_A_ROW + i, round);
    }
  }
  for (const maker of running) maker.process.send("end");
  return running.map(({ name, times, last }) => {
    const sorted = times.toSorted((a, b) => a - b);
    const [p50, p95] = [at(sorted, 0.5), at(sorted, 0.95)];
    return { name, p50, p95, kilobytes: round1(last.bytes / 1000), pages: last.pages };
  });
}

async function start(name: string, sample: string): Promise<Running | null> {
  const child = fork(SCRIPT, [name, sample], { execArgv: ["--import", "tsx"] });
  const told = await hear(child);
  if (told.state === "ready") {
    return { name, process: child, times: [], last: { bytes: 0, pages: 0 } };
  }
  console.log(`${name}: not on this machine, left out`);
  child.send("end");
  return null;
}

async function makeOne(maker: Running, seed: number, round: number): Promise<void> {
  maker.process.send(seed);
  const told = await hear(maker.process);
  if (told.state !== "made") throw new Error(`${maker.name} made no paper`);
  maker.last = told;
  if (round >= WARM_UP) maker.times.push(told.ms);
}

async function hear(child: ChildProcess): Promise<Told> {
  const ended = new AbortController();
  const fail = (): void => {
    ended.abort();
  };
  child.once("exit", fail);
  const [told] = (await once(child, "message", { signal: ended.signal })) as [Told]; // sent by the script
  child.off("exit", fail);
  return told;
}

export function at(sorted: readonly number[], share: number): number {
  return sorted[Math.floor(sorted.length * share)] ?? 0;
}

export function round1(value: number): number {
  return Math.round(value * 10) / 10;
}

export function round2(value: number): number {
  return Math.round(value * 100) / 100;
}
