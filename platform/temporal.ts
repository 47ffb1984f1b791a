import { setTimeout as pause } from "node:timers/promises";

import { Client, Connection, isGrpcServiceError } from "@temporalio/client";
import proto from "@temporalio/proto";

import { machineNow } from "./clock.ts";
import type { Settings } from "./settings.ts";
import { StartFault } from "./start-fault.ts";
import { retryCalls } from "./temporal-retry.ts";

export { TASK_QUEUES } from "./task-queues.ts";

/** A way to Temporal for those who start workflows and send updates. */
export interface TemporalAccess {
  readonly client: Client;
  readonly connection: Connection;
  close(): Promise<void>;
}

export interface ConnectOptions {
  /** Told once when the server does not answer at the first attempt. */
  readonly onWaiting?: () => void;
  /** Gives up after this time; without it, waits as long as it takes. */
  readonly giveUpAfterMs?: number;
}

type TemporalPart = Pick<Settings, "temporal" | "retry">;

/** Connects, waiting until the server answers. */
export async function connectTemporal(
  settings: TemporalPart,
  options: ConnectOptions = {},
): Promise<TemporalAccess> {
  const startedAt = performance.now();
  for (let attempt = 1; ; attempt++) {
    const access = openTemporal(settings);
    try {
      const { namespace } = settings.temporal;
      await access.connection.withDeadline(
        machineNow().getTime() + Math.min(5_000, options.giveUpAfterMs ?? 5_000),
        () => access.connection.workflowService.describeNamespace({ namespace }),
      );
      return access;
    } catch (error) {
      await access.close();
      if (isWrongSetting(error)) throw new StartFault(explainRefusal(settings));
      if (attempt === 1) options.onWaiting?.();
      if (performance.now() - startedAt > (options.giveUpAfterMs ?? Infinity)) {
        throw new StartFault(`连接不上 Temporal 服务器 ${addressOf(settings)}：请确认它正在运行。`);
      }
    }
    await pause(settings.retry.connectMs);
  }
}

/** Opens without waiting: calls fail while the server is away and work again when it is back. */
export function openTemporal(settings: Pick<Settings, "temporal">): TemporalAccess {
  const connection = Connection.lazy({
    ...settings.temporal.connection,
    address: addressOf(settings),
    interceptors: [retryCalls()],
  });
  // Without an identity of our own, histories would tell the name of the machine.
  const { namespace } = settings.temporal;
  const client = new Client({ connection, namespace, identity: "mingdan-client" });
  return { client, connection, close: () => connection.close() };
}

/** The address that goes with the settings; without one the SDK's usual address. */
export function addressOf(settings: Pick<Settings, "temporal">): string {
  return settings.temporal.address ?? settings.temporal.connection.address ?? "127.0.0.1:7233";
}

const NOT_FOUND = 5;
const ALREADY_EXISTS = 6;
const PERMISSION_DENIED = 7;
const UNAUTHENTICATED = 16;

function isWrongSetting(error: unknown): boolean {
  return (
    isGrpcServiceError(error) &&
    [NOT_FOUND, PERMISSION_DENIED, UNAUTHENTICATED].includes(error.code)
  );
}

function explainRefusal(settings: TemporalPart): string {
  return (
    `Temporal 服务器 ${addressOf(settings)} 拒绝了连接，或没有命名空间 ${settings.temporal.namespace}：` +
    "请检查 TEMPORAL_NAMESPACE、TEMPORAL_API_KEY 与 TEMPORAL_TLS_… 各项设置。"
  );
}

const { IndexedValueType } = proto.temporal.api.enums.v1;

/** For operators: which cases are where, and what falls due next. Nothing about people. */
const SEARCH_ATTRIBUTES = {
  CaseStage: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
  NextDeadline: IndexedValueType.INDEXED_VALUE_TYPE_DATETIME,
};

/** Registers the search attributes; those that are there already stay as they are. */
export async function registerSearchAttributes(
  access: TemporalAccess,
  namespace: string,
): Promise<void> {
  const { operatorService } = access.connection;
  const { customAttributes } = await operatorService.listSearchAttributes({ namespace });
  const missing = Object.entries(SEARCH_ATTRIBUTES).filter(
    ([name]) => !(name in (customAttributes ?? {})),
  );
  if (missing.length === 0) return;
  try {
    await operatorService.addSearchAttributes({
      namespace,
      searchAttributes: Object.fromEntries(missing),
    });
  } catch (error) {
    // Another start was faster.
    if (!(isGrpcServiceError(error) && Number(error.code) === ALREADY_EXISTS)) throw error;
  }
}
