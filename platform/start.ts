import { readDemoAccounts } from "./demo-accounts.ts";
import { runToExit } from "./run-to-exit.ts";
import { readSettings } from "./settings.ts";
import { startSystem, type RunningSystem } from "./system.ts";

// npm start: everything in one command; Ctrl-C ends all of it.

const callOff = new AbortController();
let system: RunningSystem | null = null;
let endings = 0;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void end());

await runToExit(async () => {
  const { dataFolder } = readSettings(process.env);
  console.log(`名单系统正在启动，数据文件夹 ${dataFolder}`);
  system = await startSystem({
    dataFolder,
    env: process.env,
    log: console.log,
    signal: callOff.signal,
  });
  if (callOff.signal.aborted) return;
  tellWhatToDo(system);
});
// Half-begun work must not keep a start alive that failed or was called off; the watchdogs end what it had begun.
if (callOff.signal.aborted) process.exit(0);
if (process.exitCode) process.exit();

async function end(): Promise<void> {
  endings += 1;
  // Whoever presses Ctrl-C a second time does not want to wait; the watchdogs end what is left.
  if (endings > 1) process.exit(1);
  callOff.abort();
  if (!system) return;
  console.log("\n正在停止…");
  await runToExit(() => system?.stop() ?? Promise.resolve());
  console.log("✓ 已全部停止");
  process.exit();
}

function tellWhatToDo(running: RunningSystem): void {
  const accounts = readDemoAccounts(running.settings.dataFolder);
  console.log(`\n名单系统已就绪：${running.url}`);
  console.log("先用浏览器打开上面的网址，以下列演示账号登录（人物和案件均为虚构，标有“示例”）：\n");
  for (const { account, password, who } of accounts)
    console.log(`  ${account.padEnd(16)} ${password.padEnd(20)} ${who}`);
  console.log("\n按 Ctrl-C 停止。");
}
