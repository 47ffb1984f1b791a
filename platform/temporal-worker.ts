import { setTimeout as pause } from "node:timers/promises";

import { NativeConnection } from "@temporalio/worker";

import type { Settings } from "./settings.ts";
import { addressOf, type ConnectOptions } from "./temporal.ts";

/** Connects a worker, waiting until the server answers. Apart from `temporal.ts`, so that the API loads no native code. */
export async function connectWorker(
  settings: Pick<Settings, "temporal" | "retry">,
  options: Pick<ConnectOptions, "onWaiting"> = {},
): Promise<NativeConnection> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await NativeConnection.connect({
        ...settings.temporal.connection,
        address: addressOf(settings),
      });
    } catch {
      if (attempt === 1) options.onWaiting?.();
    }
    await pause(settings.retry.connectMs);
  }
}
