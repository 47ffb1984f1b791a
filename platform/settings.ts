import { join, resolve } from "node:path";

import {
  checkTogether,
  readTemporalConnection,
  type TemporalConnectionOptions,
} from "./settings-rules.ts";
import { readEnvironment, type CheckedEnvironment } from "./settings-table.ts";

export { describeSettings } from "./settings-table.ts";

/** Everything that can be set from outside, read once at the start and passed on from there. */
export interface Settings {
  /** Demo: the clock can be moved, made-up accounts exist. Production refuses both. */
  readonly mode: "demo" | "production";
  /** Null when PostgreSQL is to be started by ourselves. */
  readonly databaseUrl: string | null;
  /** As whom migrations run; the same as `databaseUrl` unless set. */
  readonly databaseOwnerUrl: string | null;
  readonly temporal: TemporalSettings;
  /** Absolute path of the folder for everything that is kept outside a database. */
  readonly dataFolder: string;
  readonly host: string;
  readonly port: number;
  /** Under which address people reach us, without a slash at its end; it is printed on papers. */
  readonly publicUrl: string;
  readonly keysFile: string;
  /** The register of the authorities' electronic seals; keys and certificates lie beside it. */
  readonly sealsFile: string;
  /** The file that says which font files of the authority papers are set in; null: only those that come along. */
  readonly fontsFile: string | null;
  /** A folder with PostgreSQL's programs, instead of the npm package. */
  readonly postgresBinaries: string | null;
  readonly testBrowser: string | null;
  readonly logLevel: "fatal" | "error" | "warn" | "info" | "debug" | "trace" | "silent";
  /** The day on which a new demo database starts; null: today. */
  readonly clockStart: string | null;
  readonly demoCases: boolean;
  readonly channels: ChannelSettings;
  /** The file that says how each connection point is reached; null: only the addresses above. */
  readonly pointsFile: string | null;
  readonly retry: RetrySettings;
}

export interface TemporalSettings {
  /** Null when the Temporal server is to be started by ourselves. */
  readonly address: string | null;
  readonly namespace: string;
  /** Address, TLS, API key, as the SDK takes them. */
  readonly connection: TemporalConnectionOptions;
}

/** Where publications are pushed to; null: this channel is not connected. */
export interface ChannelSettings {
  readonly cityPlatformUrl: string | null;
  readonly implementersUrl: string | null;
}

/** How long things wait when something outside is away. */
export interface RetrySettings {
  /** First wait before a failed delivery is tried again; it doubles from there. */
  readonly firstMs: number;
  /** The longest such wait. */
  readonly longestMs: number;
  /** How often kept acts that were not yet ruled are sent again. */
  readonly dispatchMs: number;
  /** Wait between two attempts to reach the database or Temporal at the start. */
  readonly connectMs: number;
}

/** Reads and checks the settings; a `StartFault` names every bad one in a sentence of its own. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const checked = readEnvironment(env);
  const mode = checked.MINGDAN_MODE ?? (checked.DATABASE_URL ? "production" : "demo");
  checkTogether(checked, mode);
  const dataFolder = resolve(checked.MINGDAN_DATA);
  return {
    mode,
    dataFolder,
    databaseUrl: checked.DATABASE_URL ?? null,
    databaseOwnerUrl: checked.DATABASE_OWNER_URL ?? checked.DATABASE_URL ?? null,
    temporal: readTemporal(checked, env),
    host: checked.HOST,
    port: checked.PORT,
    publicUrl: (checked.PUBLIC_URL ?? addressFor(checked.HOST, checked.PORT)).replace(/\/+$/, ""),
    keysFile: checked.MINGDAN_KEYS ? resolve(checked.MINGDAN_KEYS) : join(dataFolder, "keys.json"),
    sealsFile: resolve(checked.MINGDAN_SEALS ?? join(dataFolder, "seals", "seals.json")),
    fontsFile: checked.MINGDAN_FONTS ? resolve(checked.MINGDAN_FONTS) : null,
    postgresBinaries: checked.MINGDAN_POSTGRES_BIN ?? null,
    testBrowser: checked.TEST_BROWSER ?? null,
    logLevel: checked.MINGDAN_LOG_LEVEL,
    clockStart: checked.MINGDAN_CLOCK_START ?? null,
    demoCases: checked.MINGDAN_DEMO_CASES === "yes",
    channels: readChannels(checked),
    pointsFile: checked.MINGDAN_POINTS ? resolve(checked.MINGDAN_POINTS) : null,
    retry: readRetry(checked),
  };
}

function readTemporal(checked: CheckedEnvironment, env: NodeJS.ProcessEnv): TemporalSettings {
  return {
    address: checked.TEMPORAL_ADDRESS ?? null,
    namespace: checked.TEMPORAL_NAMESPACE,
    connection: readTemporalConnection(env),
  };
}

function readChannels(checked: CheckedEnvironment): ChannelSettings {
  return {
    cityPlatformUrl: checked.MINGDAN_CHANNEL_CITY_PLATFORM_URL ?? null,
    implementersUrl: checked.MINGDAN_CHANNEL_IMPLEMENTERS_URL ?? null,
  };
}

function readRetry(checked: CheckedEnvironment): RetrySettings {
  return {
    firstMs: checked.MINGDAN_RETRY_FIRST_MS,
    longestMs: checked.MINGDAN_RETRY_LONGEST_MS,
    dispatchMs: checked.MINGDAN_RETRY_DISPATCH_MS,
    connectMs: checked.MINGDAN_RETRY_CONNECT_MS,
  };
}

/** Where a server is reached from this machine; one that listens everywhere is still visited by a name. */
export function addressFor(host: string, port: number): string {
  if (host === "0.0.0.0" || host === "::") return `http://127.0.0.1:${port}`;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}
