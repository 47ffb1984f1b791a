import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { join } from "node:path";
import { signEverybodyIn, type People } from "../demo/life/people.ts";
import { playScenario } from "../demo/life/scenario-s1.ts";
import { startSystem, type RunningSystem } from "../platform/system.ts";
import { openTemporal } from "../platform/temporal.ts";
import { listingCaseId } from "../workflows/messages.ts";
import { runBare } from "./bare/run-bare.ts";
import { countEvents } from "./count-events.ts";
import { prepareAct } from "./prepare-act.ts";

/** `npm run bench:act`: a warm human act over HTTP beside a bare Update with one no-op activity, in turn, in one run. */

const [WARM_UP, ROUNDS] = [15, 80];
const REST_MS = 60;

interface Timing {
  readonly p50: number;
  readonly p95: number;
}

async function main(): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), "mingdan-bench-"));
  const env = {
    ...process.env,
    PORT: "0",
    MINGDAN_CLOCK_START: "2026-03-02",
    MINGDAN_DEMO_CASES: "no",
  };
  const system = await startSystem({ dataFolder, env, log: () => undefined });
  try {
    const people = await signEverybodyIn(system.url, system.settings.dataFolder);
    const act = await timeActs(system, people);
    const events = await countLife(system, people);
    report(act, events);
  } finally {
    await system.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

async function timeActs(system: RunningSystem, people: People) {
  const doAct = await prepareAct(people);
  const temporal = openTemporal({
    temporal: { ...system.settings.temporal, address: system.temporalAddress },
  });
  const bare = await runBare(temporal.client, system.temporalAddress);
  const [acts, bares]: [number[], number[]] = [[], []];
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const [actMs, bareMs] = [await time(() => doAct(round)), await time(bare.update)];
    if (round < WARM_UP) continue;
    acts.push(actMs);
    bares.push(bareMs);
  }
  await bare.stop();
  await temporal.close();
  return { act: summarize(acts), bare: summarize(bares) };
}

async function countLife(system: RunningSystem, people: People) {
  const played = await playScenario(system.url, people, () => undefined);
  if (played.differences.length > 0) throw new Error("the life that is counted went wrong");
  const temporal = openTemporal({
    temporal: { ...system.settings.temporal, address: system.temporalAddress },
  });
  const events = await countEvents(temporal.client, listingCaseId(played.caseIds[0] ?? ""));
  await temporal.close();
  return events;
}

/** Times one piece of work alone: what the one before has left to finish must not slow it. */
async function time(work: () => Promise<unknown>): Promise<number> {
  await pause(REST_MS);
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

function summarize(milliseconds: readonly number[]): Timing {
  const sorted = [...milliseconds].sort((one, other) => one - other);
  const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? 0;
  return { p50: round(at(0.5)), p95: round(at(0.95)) };
}

function report(
  { act, bare }: { act: Timing; bare: Timing },
  events: Awaited<ReturnType<typeof countEvents>>,
): void {
  console.log(`act over HTTP      p50 ${act.p50} ms  p95 ${act.p95} ms`);
  console.log(`bare SDK update    p50 ${bare.p50} ms  p95 ${bare.p95} ms`);
  console.log(`history of a life  ${events.all} events in ${events.runs} runs`);
  console.log(
    JSON.stringify({
      ratioToBareUpdate: round(act.p50 / bare.p50),
      actMsP50: act.p50,
      bareMsP50: bare.p50,
      historyEventsPerLife: events.withoutClockMoves,
    }),
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

await main();
