import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";

import type { TestProject } from "vitest/node";

import { startPostgres } from "../../platform/embedded/postgres.ts";
import { findTemporalBinary } from "../../platform/embedded/temporal-binary.ts";
import { startTemporal } from "../../platform/embedded/temporal.ts";
import { isAlive } from "../../platform/process-identity.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** As whom test databases are made; may create databases. */
    readonly administratorUrl: string;
    /** As whom they are used: owner of the database, no superuser. Its database name is replaced. */
    readonly applicationUrl: string;
    readonly temporalAddress: string;
    readonly temporalBinary: string;
  }
}

/** One real PostgreSQL and one real Temporal server for the whole run. A server that cannot start fails the run. */
export default async function startServers(project: TestProject): Promise<() => Promise<void>> {
  removeAbandoned();
  const folder = mkdtempSync(join(tmpdir(), `mingdan-tests-${process.pid}-`));
  chmodSync(folder, 0o711);
  const [postgres, temporal] = await Promise.all([
    providePostgres(project, folder),
    provideTemporal(project, folder),
  ]);
  return async () => {
    await Promise.all([postgres.stop(), temporal.stop()]);
    rmSync(folder, { recursive: true, force: true });
  };
}

interface Stoppable {
  stop(): Promise<void>;
}

async function providePostgres(project: TestProject, folder: string): Promise<Stoppable> {
  const given = process.env["TEST_DATABASE_URL"];
  const server = given
    ? null
    : await startPostgres({ folder: join(folder, "postgres"), fast: true });
  project.provide("administratorUrl", server?.administratorUrl ?? given ?? "");
  project.provide("applicationUrl", server?.url ?? given ?? "");
  return { stop: async () => server?.stop() };
}

async function provideTemporal(project: TestProject, folder: string): Promise<Stoppable> {
  const env = { HOME: homedir(), ...process.env };
  const binary = await findTemporalBinary({ env, log: (line) => console.log(line) });
  const server = await startTemporal({ binary, folder: join(folder, "temporal"), inMemory: true });
  project.provide("temporalAddress", server.address);
  project.provide("temporalBinary", binary);
  return server;
}

/** Folders of runs that were killed. */
function removeAbandoned(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = /^mingdan-tests-(\d+)-/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid)))
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}
