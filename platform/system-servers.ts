import { join } from "node:path";

import { startPostgres } from "./embedded/postgres.ts";
import { findTemporalBinary } from "./embedded/temporal-binary.ts";
import { startTemporal } from "./embedded/temporal.ts";
import { superviseServer } from "./server-supervisor.ts";
import type { Settings } from "./settings.ts";
import type { StepRunner } from "./start-steps.ts";

/** What the servers of a system need to start. */
export interface ServerPlan {
  readonly settings: Settings;
  readonly env: NodeJS.ProcessEnv;
  readonly log: (line: string) => void;
  readonly step: StepRunner;
  /** For tests: nothing is forced to disk. */
  readonly fast: boolean;
}

/** A server by its address, ours or somebody else's. */
export interface ServerAccess {
  readonly address: string;
  stop(): Promise<void>;
  pid(): number | null;
}

/** PostgreSQL: the one that was named, or one of our own in the data folder. */
export async function providePostgres(plan: ServerPlan): Promise<ServerAccess> {
  const { settings } = plan;
  if (settings.databaseUrl) return makeForeign(settings.databaseUrl);
  const folder = join(settings.dataFolder, "postgres");
  const binaries = settings.postgresBinaries ? { binaries: settings.postgresBinaries } : {};
  const start = (port?: number) =>
    startPostgres({
      folder,
      fast: plan.fast,
      ...binaries,
      ...(port === undefined ? {} : { port }),
    });
  const server = await plan.step(
    () => superviseServer("PostgreSQL", start, plan.log),
    (started) => `PostgreSQL ${started.current().version} 已启动`,
  );
  const { url, clusterFolder } = server.current();
  if (!clusterFolder.startsWith(settings.dataFolder))
    plan.log(`  数据库放在 ${clusterFolder}（数据文件夹只有 root 能进入）`);
  return { address: url, stop: server.stop, pid: () => server.current().pid };
}

/** Temporal: the one that was named, or a development server of our own. */
export async function provideTemporal(plan: ServerPlan): Promise<ServerAccess> {
  const { settings } = plan;
  if (settings.temporal.address) return makeForeign(settings.temporal.address);
  const binary = await plan.step(
    () => findTemporalBinary({ env: plan.env, log: (line) => plan.log(`  ${line}`) }),
    "Temporal 程序已就绪",
  );
  const folder = join(settings.dataFolder, "temporal");
  const start = (port?: number) =>
    startTemporal({ binary, folder, ...(port === undefined ? {} : { port }) });
  const server = await plan.step(
    () => superviseServer("Temporal", start, plan.log),
    "Temporal 已启动",
  );
  return { address: server.current().address, stop: server.stop, pid: () => server.current().pid };
}

function makeForeign(address: string): ServerAccess {
  return { address, stop: () => Promise.resolve(), pid: () => null };
}
