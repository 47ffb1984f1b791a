import { loadClientConnectConfig, type ClientConnectConfig } from "@temporalio/envconfig";

import type { CheckedEnvironment } from "./settings-table.ts";
import { StartFault } from "./start-fault.ts";

export type TemporalConnectionOptions = ClientConnectConfig["connectionOptions"];

/** What must hold between settings. A production start takes nothing for granted. */
export function checkTogether(checked: CheckedEnvironment, mode: "demo" | "production"): void {
  const faults: string[] = [];
  if (mode === "production") {
    for (const name of [
      "DATABASE_URL",
      "TEMPORAL_ADDRESS",
      "MINGDAN_KEYS",
      "MINGDAN_SEALS",
      "PUBLIC_URL",
    ] as const) {
      if (!checked[name])
        faults.push(`正式运行（production）必须设置 ${name} (required in production)。`);
    }
  }
  if (checked.MINGDAN_RETRY_FIRST_MS > checked.MINGDAN_RETRY_LONGEST_MS) {
    faults.push("MINGDAN_RETRY_FIRST_MS 不能大于 MINGDAN_RETRY_LONGEST_MS (must not be longer)。");
  }
  if (faults.length > 0) throw new StartFault(faults.join("\n"));
}

/**
 * Address, TLS and API key as the SDK's own variables give them. Its configuration file is read only when one is named:
 * a developer's personal profile must not decide where cases go.
 */
export function readTemporalConnection(env: NodeJS.ProcessEnv): TemporalConnectionOptions {
  const named = Boolean(env["TEMPORAL_CONFIG_FILE"] || env["TEMPORAL_PROFILE"]);
  const set = Object.entries(env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  try {
    return loadClientConnectConfig({
      disableFile: !named,
      overrideEnvVars: Object.fromEntries(set),
    }).connectionOptions;
  } catch {
    throw new StartFault(
      "Temporal 的连接设置不正确：请检查 TEMPORAL_… 各项环境变量及其所指的文件 (the TEMPORAL_… variables cannot be understood)。",
    );
  }
}
