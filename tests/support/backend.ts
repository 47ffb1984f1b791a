import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Client, Connection } from "@temporalio/client";
import { DefaultLogger, NativeConnection, Runtime } from "@temporalio/worker";
import { assembleDeps } from "../../activities/assemble-deps.ts";
import type { ActivityDeps } from "../../activities/index.ts";
import { openBlobStore } from "../../platform/blobs.ts";
import { closeDatabase, openDatabase, type Database } from "../../platform/database.ts";
import { createFieldEncryption } from "../../platform/encryption.ts";
import { loadKeys, type Keys } from "../../platform/keys.ts";
import { readSettings, type Settings } from "../../platform/settings.ts";
import {
  openTemporal,
  registerSearchAttributes,
  type TemporalAccess,
} from "../../platform/temporal.ts";
import type { TestDatabase } from "./database.ts";

/** Connections to a real database and a real Temporal server, each with a space of its own. */
export interface Backend {
  readonly settings: Settings;
  /** What a process of the product is started with, to work on the same data. */
  readonly env: NodeJS.ProcessEnv;
  readonly keys: Keys;
  readonly database: Database;
  readonly connection: Connection;
  readonly native: NativeConnection;
  readonly client: Client;
  readonly deps: ActivityDeps;
  readonly close: () => Promise<void>;
}

/** Where the servers are, and the addresses that publications go to. */
export interface BackendParts {
  readonly testDatabase: TestDatabase;
  readonly temporalAddress: string;
  readonly env: NodeJS.ProcessEnv;
}

/** A folder for one backend's keys and files; removed by `close`. */
export function makeDataFolder(): string {
  return mkdtempSync(join(tmpdir(), "mingdan-cases-"));
}

/** Opens everything. Each backend gets a Temporal namespace of its own, so that none works on another one's cases. */
export async function openBackend(folder: string, parts: BackendParts): Promise<Backend> {
  installRuntime();
  const namespace = `test-${randomUUID()}`;
  const env = {
    MINGDAN_MODE: "demo",
    MINGDAN_DATA: folder,
    MINGDAN_LOG_LEVEL: "silent",
    DATABASE_URL: parts.testDatabase.url,
    TEMPORAL_ADDRESS: parts.temporalAddress,
    TEMPORAL_NAMESPACE: namespace,
    MINGDAN_RETRY_DISPATCH_MS: "300",
    ...parts.env,
  };
  const settings = readSettings(env);
  const keys = loadKeys(settings);
  const database = openDatabase(parts.testDatabase.url);
  const access = openTemporal(settings);
  const { client, connection } = access;
  await makeNamespace(access, namespace);
  const native = await NativeConnection.connect({ address: parts.temporalAddress });
  const encryption = createFieldEncryption(keys);
  const blobs = openBlobStore(join(folder, "blobs"), encryption);
  const deps = await assembleDeps({ settings, keys, database, encryption, blobs, client });
  const close = async (): Promise<void> => {
    await deps.renderer.close();
    await native.close();
    await access.close();
    await closeDatabase(database);
    await parts.testDatabase.drop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { settings, env, keys, database, connection, native, client, deps, close };
}

async function makeNamespace(access: TemporalAccess, namespace: string): Promise<void> {
  const seconds = 86_400 as unknown as Long; // the generated type wants its own 64-bit number; a plain one is encoded the same
  await access.connection.workflowService.registerNamespace({
    namespace,
    workflowExecutionRetentionPeriod: { seconds },
  });
  await registerSearchAttributes(access, namespace);
}

type Registration = Parameters<Connection["workflowService"]["registerNamespace"]>[0];
type Long = NonNullable<NonNullable<Registration["workflowExecutionRetentionPeriod"]>["seconds"]>;

let installed = false;

/** The SDK's runtime exists once in a process. */
function installRuntime(): void {
  if (installed) return;
  Runtime.install({ logger: new DefaultLogger("ERROR"), shutdownSignals: [] });
  installed = true;
}
