import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Worker } from "@temporalio/worker";
import { eq } from "drizzle-orm";
import type { FastifyInstance } from "fastify";
import { inject } from "vitest";
import { bundleWorkflows, createWorkers } from "../../activities/create-workers.ts";
import { runDispatcher } from "../../activities/dispatch.ts";
import type { Actor } from "../../domain/case-file/actor.ts";
import {
  DEFAULT_CHANNELS,
  isChannelId,
  type ChannelId,
} from "../../domain/publication/channels.ts";
import type { Connection } from "../../platform/connections.ts";
import { findFreePort } from "../../platform/embedded/free-port.ts";
import { openApp, type OpenedApp } from "../../api/open-app.ts";
import { openDatabase, closeDatabase } from "../../platform/database.ts";
import { createKeysFile, loadKeys } from "../../platform/keys.ts";
import { createLogger } from "../../platform/logger.ts";
import { readSettings } from "../../platform/settings.ts";
import { ensureClockRow } from "../../records/clock-row.ts";
import { authorities } from "../../schema/index.ts";
import { makeDataFolder, openBackend, type Backend } from "./backend.ts";
import { storeOf, type CaseStore } from "./case-store.ts";
import { ACTORS, COUNTY_AUTHORITY } from "./case-world.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";
import { moveClock, setClock, type Told } from "./demo-clock.ts";
import { openTestCase, prepareLaw, type TestParty } from "./open-test-case.ts";
import { startSecondSite, type SecondSite } from "./second-site.ts";

export { countOpenWork, eventTypesOf } from "./case-store.ts";
export type { TestParty } from "./open-test-case.ts";

export const OFFICER: Actor = ACTORS["case-officer"];

/** A running backend for tests: real database, real Temporal, real workers in this process, a real second site. */
export interface RunningCases
  extends CaseStore, Pick<Backend, "database" | "client" | "deps" | "settings" | "env"> {
  readonly site: FastifyInstance;
  readonly secondSite: SecondSite;
  /** Where the public reads the register: pages and API are served there. */
  readonly port: number;
  /** Stops and starts the workers, as a restart of their process would. */
  readonly restartWorkers: () => Promise<void>;
  readonly stopWorkers: () => Promise<void>;
  readonly startWorkers: () => Promise<void>;
  readonly openCase: (party?: Partial<TestParty>) => Promise<string>;
  /** Moves the clock, letting everything happen that falls due on the way. */
  readonly moveClockTo: (moment: string, told?: Told) => Promise<void>;
  /** Moves the clock and tells nobody: time that passes while the workers are away. */
  readonly letTimePassTo: (moment: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

export interface RunningOptions {
  readonly env?: NodeJS.ProcessEnv;
  /** Another Temporal server than the one of the run. */
  readonly temporalAddress?: string;
  /** Another, migrated, database than one on the server of the run. */
  readonly testDatabase?: TestDatabase;
  /** Without workers, the cases wait for a process of their own. */
  readonly workers?: "here" | "elsewhere";
  /** Connection points besides the usual channels, and their secrets; the authority of the tests publishes there too. */
  readonly points?: TestPoints;
  /** False: who asks for the backend serves the pages and the API himself. */
  readonly serves?: boolean;
  /** Whether kept acts are sent again by themselves, as a worker process would. */
  readonly dispatcher?: boolean;
}

/** Starts everything; the case clock begins at nine in the morning of the day given. */
export async function startRunningCases(
  startOn: string,
  options: RunningOptions = {},
): Promise<RunningCases> {
  const testDatabase = options.testDatabase ?? (await createTestDatabase());
  await prepare(testDatabase, startOn);
  const folder = makeDataFolder();
  const points = options.points ?? NO_POINTS;
  const pointsFile = await connectPoints(testDatabase, folder, points);
  const keys = loadKeys(readSettings({ MINGDAN_DATA: folder }));
  const secondSite = await startSecondSite(testDatabase.url, keys.webhookSecrets);
  const temporalAddress = options.temporalAddress ?? inject("temporalAddress");
  const channels = {
    MINGDAN_CHANNEL_CITY_PLATFORM_URL: `${secondSite.url}/city-platform`,
    MINGDAN_CHANNEL_IMPLEMENTERS_URL: `${secondSite.url}/implementers`,
  };
  // Where the public reads the register, and the workers read it back.
  const port = await findFreePort();
  const publicUrl = `http://127.0.0.1:${String(port)}`;
  const env = { ...channels, MINGDAN_POINTS: pointsFile, PUBLIC_URL: publicUrl, ...options.env };
  const backend = await openBackend(folder, { testDatabase, temporalAddress, env });
  const register = options.serves === false ? null : await serveRegister(backend, port);
  const crew = crewOf(backend, options.dispatcher ?? false);
  if (options.workers !== "elsewhere") await crew.start();
  const { database, client } = backend;
  return {
    ...backend,
    ...storeOf(database, client),
    secondSite,
    get site() {
      return secondSite.site();
    },
    startWorkers: crew.start,
    stopWorkers: crew.stop,
    restartWorkers: async () => {
      await crew.stop();
      await crew.start();
    },
    openCase: (party = {}) => openTestCase(backend, party),
    moveClockTo: (moment, told) => moveClock(database, client, new Date(moment), told),
    letTimePassTo: (moment) => setClock(database, new Date(moment)),
    port,
    async stop() {
      await crew.stop();
      await register?.close();
      await secondSite.close();
      await backend.close();
    },
  };
}

/** Connection points as an installation names them, in its points file and in its keys file. */
export interface TestPoints {
  readonly connections: Readonly<Partial<Record<ChannelId, Connection>>>;
  readonly secrets: Readonly<
    Partial<Record<ChannelId | `measure-implementers/${string}`, readonly string[]>>
  >;
  /** Secrets of those who push records of lists that they decide, by list. */
  readonly sources?: Readonly<Record<string, readonly string[]>>;
}

const NO_POINTS: TestPoints = { connections: {}, secrets: {} };

function secretsOf({ secrets, sources }: TestPoints): object {
  return { pointSecrets: secrets, ...(sources === undefined ? {} : { sourceSecrets: sources }) };
}

/** Writes both files, and has the authority publish wherever something is connected. */
async function connectPoints(
  testDatabase: TestDatabase,
  folder: string,
  points: TestPoints,
): Promise<string> {
  const pointsFile = join(folder, "points.json");
  writeFileSync(pointsFile, JSON.stringify(points.connections));
  const keysFile = join(folder, "keys.json");
  createKeysFile(keysFile);
  const keys = JSON.parse(readFileSync(keysFile, "utf8")) as object; // written a line above
  writeFileSync(keysFile, JSON.stringify({ ...keys, ...secretsOf(points) }));
  const connected = Object.keys(points.connections).filter(isChannelId);
  if (connected.length === 0) return pointsFile;
  const database = openDatabase(testDatabase.url);
  const publicationChannels = [...new Set([...DEFAULT_CHANNELS, ...connected])];
  await database
    .update(authorities)
    .set({ profile: { ...COUNTY_AUTHORITY, publicationChannels } })
    .where(eq(authorities.authorityId, COUNTY_AUTHORITY.authorityId));
  await closeDatabase(database);
  return pointsFile;
}

async function prepare(testDatabase: TestDatabase, startOn: string): Promise<void> {
  const database = openDatabase(testDatabase.url);
  await ensureClockRow(database, "demo", startOn);
  await prepareLaw(database);
  await closeDatabase(database);
}

/** Serves pages and API beside the workers, as every installation does. */
async function serveRegister({ env, keys }: Backend, port: number): Promise<OpenedApp> {
  const logger = createLogger({ name: "tests", level: "silent" });
  const opened = await openApp(readSettings(env), keys, logger);
  await opened.app.listen({ host: "127.0.0.1", port });
  return opened;
}

interface Crew {
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

let bundle: ReturnType<typeof bundleWorkflows> | undefined;

/** The workers of a backend in this process, with the dispatcher if it is wanted. */
function crewOf(backend: Backend, dispatcher: boolean): Crew {
  const { native: connection, database, client, deps, settings } = backend;
  const { namespace } = settings.temporal;
  const logger = createLogger({ name: "tests", level: "silent" });
  let running: { workers: readonly Worker[]; done: Promise<unknown>; end: AbortController } | null =
    null;
  return {
    async start() {
      bundle ??= bundleWorkflows();
      const options = { connection, namespace, deps, logger, bundle: await bundle };
      const workers = await createWorkers(options);
      const end = new AbortController();
      const { law } = deps;
      const dispatch = { database, client, law, logger, everyMs: settings.retry.dispatchMs };
      const sending = dispatcher ? [runDispatcher(dispatch, end.signal)] : [];
      const done = Promise.all([...workers.map((worker) => worker.run()), ...sending]);
      running = { workers, done, end };
    },
    async stop() {
      running?.end.abort();
      running?.workers.forEach((worker) => {
        worker.shutdown();
      });
      await running?.done;
      running = null;
    },
  };
}
