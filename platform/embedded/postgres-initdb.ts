import { randomBytes } from "node:crypto";
import { chownSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { StartFault } from "../start-fault.ts";
import { makeOwnedFolder, removeUnfinished } from "./postgres-folder.ts";
import { runToEnd } from "./run-to-end.ts";
import type { ServerUser } from "./server-user.ts";

/** What making a new cluster needs. */
export interface NewCluster {
  readonly binaries: string;
  readonly user: ServerUser | null;
  /** The folder in which the cluster folder is made. */
  readonly home: string;
  readonly clusterFolder: string;
  readonly administratorPassword: string;
  /** For tests: nothing is forced to disk. */
  readonly fast: boolean;
}

/** Makes a new database cluster. It gets its name only when it is complete, so an interrupted start leaves no half of one. */
export async function initializeCluster(cluster: NewCluster): Promise<void> {
  removeUnfinished(cluster.home);
  const mark = randomBytes(4).toString("hex");
  const fresh = join(cluster.home, `unfinished-${mark}`);
  const passwordFile = join(cluster.home, `unfinished-password-${mark}`);
  makeOwnedFolder(fresh, cluster.user);
  writeFileSync(passwordFile, cluster.administratorPassword, { mode: 0o600 });
  if (cluster.user) chownSync(passwordFile, cluster.user.uid, cluster.user.gid);
  try {
    await runInitdb(cluster, fresh, passwordFile);
    renameSync(fresh, cluster.clusterFolder);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(fresh, { recursive: true, force: true });
  }
}

async function runInitdb(cluster: NewCluster, folder: string, passwordFile: string): Promise<void> {
  const options = [
    "-D",
    folder,
    "-U",
    "postgres",
    "-A",
    "scram-sha-256",
    `--pwfile=${passwordFile}`,
  ];
  // The character type decides whether trigram search sees Chinese at all: "C" makes it blind without an error.
  const locale = process.platform === "darwin" ? "en_US.UTF-8" : "C.UTF-8";
  options.push("--encoding=UTF8", `--locale=${locale}`, ...(cluster.fast ? ["--no-sync"] : []));
  const run = await runToEnd(join(cluster.binaries, "initdb"), options, {
    user: cluster.user,
    env: serverEnvironment(),
  });
  if (run.code !== 0) throw new StartFault(explainInitdb(run.output));
}

function explainInitdb(output: string): string {
  if (output.includes("No space left on device")) {
    return "磁盘空间不足，无法建立数据库：请腾出至少 500 MB，或用 MINGDAN_DATA 换一个文件夹。";
  }
  const lines = output
    .split("\n")
    .filter((line) => line.includes("error:") || line.includes("FATAL"));
  return `无法建立数据库：${lines[0]?.trim() ?? "initdb 没有说明原因"}。请检查数据文件夹的权限和磁盘，然后重新启动。`;
}

/** The few variables the server's processes get: none of ours, so that no setting or secret reaches them. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env["PATH"] ?? "/usr/bin:/bin", LANG: "C.UTF-8", TZ: "UTC" };
}
