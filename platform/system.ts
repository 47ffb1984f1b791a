import { resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { checkKeysBelong, lockFileIn, takeDataFolder, type DataFolder } from "./data-folder.ts";
import { isPortFree } from "./embedded/free-port.ts";
import { readHolder } from "./instance-lock.ts";
import { loadKeys } from "./keys.ts";
import { migrateDatabase } from "./migrations.ts";
import { addressFor, readSettings, type Settings } from "./settings.ts";
import { StartFault } from "./start-fault.ts";
import { createStepRunner, type StepRunner } from "./start-steps.ts";
import type { SupervisedProcess } from "./supervisor.ts";
import {
  checkEntries,
  choosePort,
  launchProcess,
  launchSecondSite,
  makeEnvironment,
  runSeed,
  SYSTEM_ENTRIES,
  type SystemEntries,
} from "./system-processes.ts";
import {
  providePostgres,
  provideTemporal,
  type ServerAccess,
  type ServerPlan,
} from "./system-servers.ts";
import { connectTemporal, registerSearchAttributes } from "./temporal.ts";

export interface SystemOptions {
  /** Everything that is kept goes here. */
  readonly dataFolder: string;
  /** Settings, as in the environment; `process.env` is not looked at. */
  readonly env: NodeJS.ProcessEnv;
  readonly log: (line: string) => void;
  readonly entries?: SystemEntries;
  readonly migrationsFolder?: string;
  /** Calls the start off. */
  readonly signal?: AbortSignal;
  /** For tests: nothing is forced to disk. */
  readonly fast?: boolean;
}

/** A whole system, running. */
export interface RunningSystem {
  readonly url: string;
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly settings: Settings;
  readonly processes: readonly SupervisedProcess[];
  /** Process numbers of the servers that are ours. */
  serverPids(): { postgres: number | null; temporal: number | null };
  /** Ends the processes, then Temporal, then PostgreSQL, and gives the data folder free. */
  stop(): Promise<void>;
}

/**
 * Starts a whole system in a data folder: servers, migrations, processes, demo data. This is what `npm start` runs;
 * tests, benchmarks and demonstrations start systems of their own with it. What a failed start had begun is ended.
 */
export async function startSystem(options: SystemOptions): Promise<RunningSystem> {
  const settings = readSettings({ ...options.env, MINGDAN_DATA: resolve(options.dataFolder) });
  if (settings.databaseUrl && settings.temporal.address) {
    throw new StartFault(
      "已设置 DATABASE_URL 和 TEMPORAL_ADDRESS，请分别运行 npm run migrate、npm run api 和 npm run worker；npm start 只用于内置服务器。",
    );
  }
  checkEntries(options.entries ?? SYSTEM_ENTRIES);
  const previous = readHolder(lockFileIn(settings.dataFolder));
  const folder = takeDataFolder(settings.dataFolder);
  const begun = new Begun(() => Promise.resolve(folder.lock.release()));
  try {
    if (previous) await waitForLeftover(previous.note["url"]);
    return await startAll(options, settings, folder, begun);
  } catch (error) {
    await begun.stopAll();
    throw error;
  }
}

/** What has been started so far, to be ended in the opposite order. */
class Begun {
  readonly #stops: (() => Promise<void>)[];
  #stopped: Promise<void> | null = null;

  constructor(last: () => Promise<void>) {
    this.#stops = [last];
  }

  add(stop: () => Promise<void>): void {
    this.#stops.push(stop);
  }

  stopAll(): Promise<void> {
    this.#stopped ??= this.#run();
    return this.#stopped;
  }

  /** One that cannot be ended does not keep the others from being ended. */
  async #run(): Promise<void> {
    const faults: unknown[] = [];
    for (const stop of this.#stops.reverse())
      await stop().catch((error: unknown) => faults.push(error));
    if (faults.length > 0) throw faults[0];
  }
}

async function startAll(
  options: SystemOptions,
  settings: Settings,
  folder: DataFolder,
  begun: Begun,
): Promise<RunningSystem> {
  const step = createStepRunner(options.log, options.signal);
  checkKeysBelong(folder.path, settings.keysFile);
  loadKeys(settings);
  const plan: ServerPlan = {
    settings,
    env: options.env,
    log: options.log,
    step,
    fast: options.fast ?? false,
  };
  const { postgres, temporal } = await startServers(plan, begun);
  await prepareServers(options, settings, postgres.address, temporal.address, step);
  const port = await choosePort(settings, options.log);
  const url = addressFor(settings.host, port);
  const addresses = { databaseUrl: postgres.address, temporalAddress: temporal.address, url, port };
  const env = makeEnvironment(options.env, settings, addresses);
  const processes = await startProcesses(options, settings, env, step, begun);
  folder.lock.tell({ url });
  const { seed } = options.entries ?? SYSTEM_ENTRIES;
  if (seed) await step(() => runSeed(seed, { settings, env, log: options.log }), "演示数据已就绪");
  return {
    url,
    databaseUrl: postgres.address,
    temporalAddress: temporal.address,
    settings,
    processes,
    serverPids: () => ({ postgres: postgres.pid(), temporal: temporal.pid() }),
    stop: () => begun.stopAll(),
  };
}

/** Both servers at the same time; when one fails, the other is ended too. */
async function startServers(
  plan: ServerPlan,
  begun: Begun,
): Promise<{ postgres: ServerAccess; temporal: ServerAccess }> {
  const [postgres, temporal] = await Promise.allSettled([
    providePostgres(plan),
    provideTemporal(plan),
  ]);
  if (postgres.status === "fulfilled") begun.add(postgres.value.stop);
  if (temporal.status === "fulfilled") begun.add(temporal.value.stop);
  if (postgres.status === "rejected") throw postgres.reason;
  if (temporal.status === "rejected") throw temporal.reason;
  return { postgres: postgres.value, temporal: temporal.value };
}

async function prepareServers(
  options: SystemOptions,
  settings: Settings,
  databaseUrl: string,
  temporalAddress: string,
  step: StepRunner,
): Promise<void> {
  await step(() => migrateDatabase(databaseUrl, options.migrationsFolder), "数据库结构已是最新");
  const temporal = { ...settings.temporal, address: temporalAddress };
  await step(async () => {
    const access = await connectTemporal({ ...settings, temporal }, { giveUpAfterMs: 30_000 });
    await registerSearchAttributes(access, temporal.namespace).finally(access.close);
  }, "Temporal 检索属性已登记");
}

async function startProcesses(
  options: SystemOptions,
  settings: Settings,
  env: NodeJS.ProcessEnv,
  step: StepRunner,
  begun: Begun,
): Promise<SupervisedProcess[]> {
  const entries = options.entries ?? SYSTEM_ENTRIES;
  const { log } = options;
  const started: SupervisedProcess[] = [];
  begun.add(() => Promise.all(started.map((process) => process.stop())).then(() => undefined));
  const keep = (process: SupervisedProcess): number => started.push(process);
  const { secondSite } = entries;
  if (secondSite) {
    const site = await step(
      () => launchSecondSite(secondSite, { settings, env, log }),
      "外部平台（演示）已启动",
    );
    keep(site.process);
    Object.assign(env, site.env);
  }
  const plan = { settings, env, log };
  const outcomes = await Promise.allSettled([
    step(
      () => launchProcess("办案后台", "worker", entries.worker, plan).then(keep),
      "办案后台已启动",
    ),
    step(
      () => launchProcess("网页与接口", "api", entries.api, plan).then(keep),
      "网页与接口已启动",
    ),
  ]);
  const failed = outcomes.find((outcome) => outcome.status === "rejected");
  if (failed) throw failed.reason;
  return started;
}

/** Processes of a start that was killed may still be ending and hold the port: they get a moment. */
async function waitForLeftover(url: string | undefined): Promise<void> {
  if (!url || !URL.canParse(url)) return;
  const { hostname, port } = new URL(url);
  for (
    let waited = 0;
    waited < 10_000 && !(await isPortFree(Number(port), hostname));
    waited += 100
  )
    await pause(100);
}
