import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { POINTS, type ChannelId } from "../../domain/publication/points/index.ts";
import type { Keys } from "../../platform/keys.ts";
import { openFileReceiver } from "./file-receiver.ts";
import type { Held, Holdings } from "./holdings.ts";
import { buildHttpReceiver } from "./http-receiver.ts";
import { openPuller } from "./puller.ts";

/** What the demo's receivers need to know of the system. */
export interface DemoSetup {
  readonly dataFolder: string;
  readonly pointSecrets: Keys["pointSecrets"];
  /** Where the feed is to be fetched. */
  readonly systemUrl: string;
}

/** One receiver of the demo, and what it holds. */
export interface DemoReceiver {
  readonly point: ChannelId;
  readonly title: string;
  readonly holdings: Holdings;
}

/** The demo's receivers at work. */
export interface RunningReceivers {
  readonly receivers: readonly DemoReceiver[];
  readonly close: () => Promise<void>;
}

const PUSHED = "credit-china-wuzhou";
const DROPPED = "department-portal";
const FETCHING = "county-portal";
const LOOK_EVERY_MS = 300;

/** The points file of the demo: read by API and worker, written before they start. */
export function demoPointsFile(dataFolder: string): string {
  return join(dataFolder, "demo-points.json");
}

/**
 * Runs a receiver of each kind beside the system (演示接收方): one that is pushed to, one of files, one that fetches. What they hold outlives
 * them, in the data folder. A point whose secret is not in the keys file is left out.
 */
export async function runReceivers(setup: DemoSetup): Promise<RunningReceivers> {
  const folder = join(setup.dataFolder, "receivers");
  const inbox = join(folder, DROPPED);
  mkdirSync(inbox, { recursive: true });
  const connections: Record<string, object> = { [DROPPED]: { form: "folder", path: inbox } };
  const files = openFileReceiver(inbox, load(folder, DROPPED));
  const works: (() => Promise<unknown>)[] = [() => files.work()];
  const receivers: DemoReceiver[] = [describe(DROPPED, files.holdings)];
  const ends: (() => Promise<unknown>)[] = [];
  const secrets = setup.pointSecrets.get(PUSHED);
  if (secrets !== undefined) {
    const pushed = buildHttpReceiver(secrets, load(folder, PUSHED));
    const url = await pushed.site.listen({ host: "127.0.0.1", port: 0 });
    connections[PUSHED] = { form: "http-push", url: `${url}/push`, readBackUrl: `${url}/holdings` };
    receivers.push(describe(PUSHED, pushed.holdings));
    ends.push(() => pushed.site.close());
  }
  const token = setup.pointSecrets.get(FETCHING)?.[0];
  if (token !== undefined) {
    const puller = openPuller(`${setup.systemUrl}/api/points/${FETCHING}`, token);
    connections[FETCHING] = { form: "pull" };
    receivers.push(describe(FETCHING, puller.holdings));
    works.push(() => puller.pull());
  }
  writeFileSync(demoPointsFile(setup.dataFolder), JSON.stringify(connections, null, 2));
  const end = new AbortController();
  const working = Promise.all(works.map((work) => workOn(work, end.signal)));
  const saving = workOn(() => Promise.resolve(save(folder, receivers)), end.signal);
  return {
    receivers,
    async close() {
      end.abort();
      await Promise.all([working, saving, ...ends.map((each) => each())]);
      save(folder, receivers);
    },
  };
}

function describe(point: ChannelId, holdings: Holdings): DemoReceiver {
  return { point, title: POINTS[point].title, holdings };
}

/** The system may not be there yet, or not any more: it is tried again. */
async function workOn(work: () => Promise<unknown>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await work().catch(() => undefined);
    await pause(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}

function load(folder: string, point: ChannelId): readonly Held[] {
  try {
    return JSON.parse(readFileSync(join(folder, `${point}.json`), "utf8")) as Held[]; // written below
  } catch {
    return [];
  }
}

const saved = new Map<string, string>();

function save(folder: string, receivers: readonly DemoReceiver[]): void {
  for (const { point, holdings } of receivers) {
    const text = JSON.stringify(holdings.list());
    if (saved.get(point) === text) continue;
    writeFileSync(join(folder, `${point}.json`), text);
    saved.set(point, text);
  }
}
