import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assembleDeps } from "../activities/assemble-deps.ts";
import type { ActivityDeps } from "../activities/index.ts";
import { signEverybodyIn } from "../demo/life/people.ts";
import { openBlobStore } from "../platform/blobs.ts";
import { closeDatabase, openDatabase } from "../platform/database.ts";
import { createFieldEncryption } from "../platform/encryption.ts";
import { loadKeys } from "../platform/keys.ts";
import { readSettings } from "../platform/settings.ts";
import { startSystem, type RunningSystem } from "../platform/system.ts";
import { openTemporal } from "../platform/temporal.ts";
import { timeImport } from "./publication/big-import.ts";
import { timeFeed } from "./publication/change-feed.ts";
import { multiplyEntry, timeReconcile } from "./publication/many-entries.ts";
import { timeListing } from "./publication/one-listing.ts";
import { openReceivers, type BenchReceivers } from "./publication/receivers.ts";

/**
 * `npm run bench:publication`: one listing to every channel, 10,000 entries compared, 100,000 rows taken in, and the change feed, each
 * beside the same work with nothing of ours around it, in one run.
 */

const [ENTRIES, ROWS] = [10_000, 100_000];
const DAY = "2026-03-16";

async function main(): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), "mingdan-bench-"));
  const receivers = await openReceivers(dataFolder);
  const env = {
    ...process.env,
    PORT: "0",
    MINGDAN_CLOCK_START: DAY,
    MINGDAN_DEMO_CASES: "no",
    MINGDAN_POINTS: receivers.pointsFile,
    MINGDAN_RETRY_FIRST_MS: "100",
    MINGDAN_RETRY_LONGEST_MS: "100",
  };
  const system = await startSystem({ dataFolder, env, log: () => undefined });
  const database = openDatabase(system.databaseUrl);
  try {
    receivers.workAt(system.url);
    const people = await signEverybodyIn(system.url, system.settings.dataFolder);
    const listing = await timeListing(database, people, DAY, receivers);
    const compared = await timeTenThousand(system, receivers, env, listing.caseId);
    const upload = (name: string, bytes: Uint8Array) =>
      people.officer.import(name, bytes, "/api/lead-imports");
    const imported = await timeImport(database, upload, system.databaseUrl, ROWS);
    const feed = await timeFeed(system.url, system.databaseUrl);
    report({ ...listing, compared, imported, feed });
  } finally {
    await receivers.close();
    await closeDatabase(database);
    await system.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

/** Compares in this process, over connections of its own, what the worker compares at night. */
async function timeTenThousand(
  system: RunningSystem,
  receivers: BenchReceivers,
  env: NodeJS.ProcessEnv,
  caseId: string,
) {
  const settings = readSettings({
    ...env,
    MINGDAN_DATA: system.settings.dataFolder,
    PUBLIC_URL: system.url,
  });
  const keys = loadKeys(settings);
  const database = openDatabase(system.databaseUrl);
  const temporal = openTemporal({
    temporal: { ...system.settings.temporal, address: system.temporalAddress },
  });
  const encryption = createFieldEncryption(keys);
  const blobs = openBlobStore(join(settings.dataFolder, "blobs"), encryption);
  const { client } = temporal;
  const deps: ActivityDeps = await assembleDeps({
    ...{ settings, keys, database, encryption, blobs, client },
  });
  try {
    const [receiver, url] = [receivers.pushed[1], receivers.pushUrls[1] ?? ""];
    if (receiver === undefined) throw new Error("nobody is pushed to");
    await multiplyEntry(deps, receiver, caseId, ENTRIES);
    return await timeReconcile(deps, url.replace("/push", "/holdings"));
  } finally {
    await deps.renderer.close();
    await temporal.close();
    await closeDatabase(database);
  }
}

interface Figures extends Awaited<ReturnType<typeof timeListing>> {
  readonly compared: Awaited<ReturnType<typeof timeReconcile>>;
  readonly imported: Awaited<ReturnType<typeof timeImport>>;
  readonly feed: Awaited<ReturnType<typeof timeFeed>>;
}

function report({
  channels,
  allMs,
  pushedMs,
  barePushMs,
  compared,
  imported,
  feed,
}: Figures): void {
  const rowsPerSecond = (imported.rows / imported.ms) * 1_000;
  console.log(
    `one listing        ${String(channels)} channels proven after ${ms(allMs)}, pushes after ${ms(pushedMs)}; bare push ${ms(barePushMs)}`,
  );
  console.log(
    `reconciling        ${String(compared.entries)} entries in ${ms(compared.ms)}; bare reading ${ms(compared.bareMs)}; own register over HTTP ${ms(compared.registerMs)}`,
  );
  console.log(
    `import             ${String(imported.rows)} rows in ${ms(imported.ms)}, ${rowsPerSecond.toFixed(0)} a second; bare ${ms(imported.bareMs)}`,
  );
  console.log(
    `change feed        ${feed.readsPerSecond.toFixed(1)} reads a second; bare ${feed.barePerSecond.toFixed(1)}`,
  );
  console.log(
    JSON.stringify({
      listingToAllChannelsMs: round(allMs),
      listingToPushedMs: round(pushedMs),
      pushRatioToBare: round(pushedMs / barePushMs),
      reconciledPerSecond: round((compared.entries / compared.ms) * 1_000),
      reconcileRatioToBareReading: round(compared.ms / compared.bareMs),
      registerReadBackPerSecond: round((compared.entries / compared.registerMs) * 1_000),
      importedRowsPerSecond: round(rowsPerSecond),
      importRatioToBare: round(imported.ms / imported.bareMs),
      feedReadsPerSecond: round(feed.readsPerSecond),
      feedRatioToBare: round(feed.readsPerSecond / feed.barePerSecond),
    }),
  );
}

function ms(value: number): string {
  return `${value.toFixed(0)} ms`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

await main();
