import { readDemoAccounts } from "./demo-accounts.ts";
import { explainFault } from "./fault-sentences.ts";
import { runToExit } from "./run-to-exit.ts";
import { readSettings } from "./settings.ts";
import { startSystem, type RunningSystem, type SystemOptions } from "./system.ts";

/** Starts a system from the terminal and ends it on Ctrl-C, on SIGTERM, and when the terminal is closed. */
export async function runStart(
  parts: Pick<SystemOptions, "entries" | "migrationsFolder"> = {},
): Promise<void> {
  // A reader that went away (`npm start | head`, a closed terminal) must not end the system.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
  const callOff = new AbortController();
  let system: RunningSystem | null = null;
  let wishes = 0;
  let isBroken = false;
  const end = async (): Promise<void> => {
    wishes += 1;
    // Whoever presses Ctrl-C a second time does not want to wait; the watchdogs end what is left.
    if (wishes > 1) process.exit(1);
    callOff.abort();
    if (system) await stopAndExit(system, isBroken);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => void end());
  }
  process.on("uncaughtException", (error) => {
    console.error(`✗ ${explainFault(error)}`);
    isBroken = true;
    void end();
  });
  await runToExit(async () => {
    const { dataFolder } = readSettings(process.env);
    console.log(`名单系统正在启动，数据文件夹 ${dataFolder}`);
    const log = (line: string): void => console.log(line);
    system = await startSystem({
      ...parts,
      dataFolder,
      env: process.env,
      log,
      signal: callOff.signal,
    });
    if (callOff.signal.aborted) await stopAndExit(system, isBroken);
    tellWhatToDo(system);
  });
  // Half-begun work must not keep a start alive that failed or was called off; the watchdogs end what it had begun.
  if (callOff.signal.aborted) process.exit(isBroken ? 1 : 0);
  if (process.exitCode) process.exit();
}

async function stopAndExit(system: RunningSystem, isBroken: boolean): Promise<void> {
  console.log("\n正在停止…");
  await runToExit(() => system.stop());
  console.log("✓ 已全部停止");
  process.exit(isBroken ? 1 : undefined);
}

function tellWhatToDo(running: RunningSystem): void {
  console.log(`\n名单系统已就绪：${running.url}`);
  const accounts = readDemoAccounts(running.settings.dataFolder);
  if (accounts.length > 0) {
    console.log(
      "先用浏览器打开上面的网址，以下列演示账号登录（人物和案件均为虚构，标有“示例”）：\n",
    );
  }
  for (const { account, password, who } of accounts)
    console.log(`  ${account.padEnd(16)} ${password.padEnd(20)} ${who}`);
  console.log("\n按 Ctrl-C 停止。");
}
