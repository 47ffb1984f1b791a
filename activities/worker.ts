import { join } from "node:path";
import { DefaultLogger, Runtime } from "@temporalio/worker";
import { loadKeys } from "../platform/keys.ts";
import { openBlobStore } from "../platform/blobs.ts";
import { closeDatabase, openDatabase } from "../platform/database.ts";
import { createFieldEncryption } from "../platform/encryption.ts";
import { createLogger } from "../platform/logger.ts";
import { runService, type RunningService } from "../platform/service-process.ts";
import { readSettings } from "../platform/settings.ts";
import { connectWorker } from "../platform/temporal-worker.ts";
import { openTemporal, registerSearchAttributes } from "../platform/temporal.ts";
import { prepareDatabase } from "../records/prepare-database.ts";
import { runDispatcher } from "./dispatch.ts";
import { assembleDeps } from "./assemble-deps.ts";
import { createWorkers } from "./create-workers.ts";

/** Puts the worker process together: the only place here that knows where everything comes from. */
async function startWorker(): Promise<RunningService> {
  const settings = readSettings(process.env);
  const keys = loadKeys(settings);
  const logger = createLogger({ name: "worker", level: settings.logLevel });
  Runtime.install({ logger: new DefaultLogger("ERROR"), shutdownSignals: [] });
  if (settings.databaseUrl === null) throw new Error("the worker needs DATABASE_URL");
  const database = openDatabase(settings.databaseUrl);
  await prepareDatabase(database, settings);
  const encryption = createFieldEncryption(keys);
  const temporal = openTemporal(settings);
  const connection = await connectWorker(settings);
  await registerSearchAttributes(temporal, settings.temporal.namespace);
  const blobs = openBlobStore(join(settings.dataFolder, "blobs"), encryption);
  const deps = await assembleDeps({
    settings,
    keys,
    database,
    encryption,
    blobs,
    client: temporal.client,
    report: (message) => {
      logger.info(message);
    },
  });
  const { namespace } = settings.temporal;
  const workers = await createWorkers({ connection, namespace, deps, logger });
  const stopping = new AbortController();
  const { client } = temporal;
  const dispatcher = runDispatcher(
    { database, client, law: deps.law, logger, everyMs: settings.retry.dispatchMs },
    stopping.signal,
  );
  const running = Promise.all(workers.map((worker) => worker.run()));
  running.catch((error: unknown) => {
    logger.fatal({ err: error }, "a worker ended by itself");
    process.exit(1);
  });
  return {
    async stop() {
      stopping.abort();
      for (const worker of workers) worker.shutdown();
      await Promise.allSettled([running, dispatcher]);
      await deps.renderer.close();
      await connection.close();
      await temporal.close();
      await closeDatabase(database);
    },
  };
}

await runService(startWorker);
