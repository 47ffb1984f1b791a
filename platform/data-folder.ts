import { accessSync, constants, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { tryLock, type HeldLock } from "./instance-lock.ts";
import { StartFault } from "./start-fault.ts";

/** The folder for everything a start keeps, held by this process alone. */
export interface DataFolder {
  readonly path: string;
  readonly lock: HeldLock;
}

/** Makes the data folder when it is missing, proves that it can be written to, and takes it for this process. */
export function takeDataFolder(path: string): DataFolder {
  // As root the database runs under another user, who must be able to pass through; the files inside stay closed.
  mkdirSync(path, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  proveWritable(path);
  const attempt = tryLock(lockFileIn(path));
  if ("held" in attempt) return { path, lock: attempt.held };
  const { pid, note } = attempt.holder;
  const where = note["url"] ? `请打开 ${note["url"]}` : "它正在启动";
  throw new StartFault(
    `名单系统已经在运行（进程 ${pid}，数据文件夹 ${path}）：${where}；要另外运行一个，请用 MINGDAN_DATA 指定别的数据文件夹。`,
  );
}

/** The file that names the process to which a data folder belongs. */
export function lockFileIn(path: string): string {
  return join(path, "lock");
}

function proveWritable(path: string): void {
  accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  const probe = join(path, `probe-${process.pid}`);
  try {
    // As root access is always granted; a full or read-only disk shows only when something is written.
    writeFileSync(probe, "probe", { flush: true });
  } finally {
    rmSync(probe, { force: true });
  }
}

/** Refuses to make new keys beside data that was written with others: that data could never be read again. */
export function checkKeysBelong(path: string, keysFile: string): void {
  const postgres = join(path, "postgres");
  const hasData = existsSync(join(postgres, "cluster")) || existsSync(join(postgres, "location"));
  if (!hasData || existsSync(keysFile)) return;
  throw new StartFault(
    `密钥文件 ${keysFile} 不见了，而数据库中已有用它加密的数据：请从备份恢复该文件，或换一个空的数据文件夹。`,
  );
}
