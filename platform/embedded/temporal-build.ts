import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

import { runToEnd } from "./run-to-end.ts";
import { startServerProcess } from "./server-process.ts";
import { TEMPORAL_VERSION } from "./temporal-version.ts";

/** The pinned module files: every dependency with its hash. */
export const MODULE_FOLDER = fileURLToPath(new URL("../../tools/temporal", import.meta.url));

const PACKAGE = "github.com/temporalio/cli/cmd/temporal";
const REPORT_EVERY_MS = 15_000;

/** Builds Temporal with `go` in a copy of the pinned module files, telling every now and then how far it is. */
export async function buildWithGo(
  env: NodeJS.ProcessEnv,
  moduleFolder: string,
  log: (line: string) => void,
): Promise<Uint8Array> {
  if ((await runToEnd("go", ["version"], { env, timeoutMs: 20_000 })).code !== 0)
    throw new Error("没有 go");
  const folder = mkdtempSync(join(tmpdir(), "mingdan-go-"));
  try {
    for (const name of ["go.mod", "go.sum"])
      copyFileSync(join(moduleFolder, name), join(folder, name));
    const target = join(folder, "temporal");
    await compile(folder, target, env, log);
    return readFileSync(target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function compile(
  folder: string,
  target: string,
  env: NodeJS.ProcessEnv,
  log: (line: string) => void,
): Promise<void> {
  const logFile = join(folder, "build.log");
  const stamp = `-X github.com/temporalio/cli/internal/temporalcli.Version=${TEMPORAL_VERSION}`;
  const build = await startServerProcess({
    program: "go",
    args: [
      "-C",
      folder,
      "build",
      "-v",
      "-trimpath",
      `-ldflags=-s -w ${stamp}`,
      "-o",
      target,
      PACKAGE,
    ],
    env: { ...env, CGO_ENABLED: "0" },
    user: null,
    logFile,
    ending: { firstSignal: "INT", graceSeconds: 5, lastSignal: "KILL" },
  });
  log("正在用 go 编译 Temporal（首次约需 5–6 分钟，之后使用缓存）…");
  for (let minutes = 0; !build.hasEnded();) {
    await Promise.race([build.ended, pause(REPORT_EVERY_MS, undefined, { ref: true })]);
    minutes += REPORT_EVERY_MS / 60_000;
    if (!build.hasEnded())
      log(`  … 已编译 ${countPackages(logFile)} 个包，${minutes.toFixed(1)} 分钟`);
  }
  if (!existsSync(target))
    throw new Error(readFileSync(logFile, "utf8").trim().split("\n").at(-1)?.slice(0, 200));
}

function countPackages(logFile: string): number {
  return readFileSync(logFile, "utf8")
    .split("\n")
    .filter((line) => line.includes("/") && !line.startsWith("go:")).length;
}
