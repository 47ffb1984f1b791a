import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";

import { StartFault } from "../start-fault.ts";

/** The user under which the database server runs. PostgreSQL refuses to run as root. */
export interface ServerUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/**
 * Chooses that user: null (ourselves) when we are not root; else the owner of the cluster that is there already,
 * else `postgres`, else `nobody`. Nothing on the machine is changed.
 */
export function chooseServerUser(clusterFolder: string): ServerUser | null {
  if (process.getuid?.() !== 0) return null;
  const users = readUsers();
  const owner = statSync(clusterFolder, { throwIfNoEntry: false })?.uid ?? 0;
  const chosen =
    users.find((user) => owner !== 0 && user.uid === owner) ??
    users.find((user) => user.name === "postgres") ??
    users.find((user) => user.name === "nobody");
  if (chosen) return chosen;
  throw new StartFault(
    "PostgreSQL 不能以 root 运行，而本机 /etc/passwd 中没有 postgres 或 nobody 用户：请改用普通用户启动。",
  );
}

/** Says whether that user can enter a folder, parents included; tried, not guessed. */
export function canEnter(user: ServerUser | null, folder: string): boolean {
  const who = user ? { uid: user.uid, gid: user.gid } : {};
  return (
    spawnSync("/bin/sh", ["-c", 'cd -- "$1"', "sh", folder], { ...who, cwd: "/" }).status === 0
  );
}

function readUsers(): ServerUser[] {
  const lines = readFileSync("/etc/passwd", "utf8").split("\n");
  return lines.flatMap((line) => {
    const [name, , uid, gid] = line.split(":");
    if (!name || !Number(uid)) return [];
    return [{ name, uid: Number(uid), gid: Number(gid) }];
  });
}
