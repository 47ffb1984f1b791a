import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, realpathSync } from "node:fs";
import { readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { StartFault } from "../start-fault.ts";
import { canEnter, type ServerUser } from "./server-user.ts";

/** Passwords of the embedded server's two roles. */
export interface PostgresPasswords {
  /** Superuser `postgres`: makes the database and the role below, nothing else. */
  readonly administrator: string;
  /** Role `mingdan`: owns the database, is bound by row level security. */
  readonly application: string;
}

/**
 * Makes the folder in which the database cluster is to lie, and says where that is: in the data folder, or, when the
 * server's user cannot enter that one (a private home of root), in a folder of its own under /var/lib/mingdan. The
 * choice is kept in the data folder, so that the next start finds the same cluster.
 */
export function prepareHome(folder: string, user: ServerUser | null): string {
  mkdirSync(folder, { recursive: true, mode: user ? 0o711 : 0o700 });
  const pointer = join(folder, "location");
  if (existsSync(pointer)) return ensureHome(readFileSync(pointer, "utf8").trim());
  if (user) chmodSync(folder, statSync(folder).mode | 0o011);
  if (existsSync(join(folder, "cluster")) || canEnter(user, folder)) return folder;
  const elsewhere = join("/var/lib/mingdan", `postgres-${randomBytes(6).toString("hex")}`);
  ensureHome(elsewhere);
  if (!canEnter(user, elsewhere)) {
    throw new StartFault(
      `数据库用户 ${user?.name} 进不了数据文件夹 ${folder}：请用 MINGDAN_DATA 指定一个别人也能进入的文件夹，或改用普通用户启动。`,
    );
  }
  writeFileSync(pointer, `${elsewhere}\n`, { mode: 0o600 });
  return elsewhere;
}

function ensureHome(home: string): string {
  mkdirSync(home, { recursive: true, mode: 0o711 });
  return realpathSync(home);
}

/** Reads the passwords, or makes them when there is no cluster yet. */
export function readPasswords(folder: string, clusterFolder: string): PostgresPasswords {
  const file = join(folder, "passwords.json");
  if (existsSync(file)) return parsePasswords(readFileSync(file, "utf8"), file);
  if (existsSync(clusterFolder)) {
    throw new StartFault(
      `数据库的密码文件 ${file} 不见了：请从备份恢复该文件；没有备份时只能换一个空的数据文件夹。`,
    );
  }
  const fresh = { administrator: makePassword(), application: makePassword() };
  writeFileSync(file, JSON.stringify(fresh), { mode: 0o600, flush: true });
  return fresh;
}

function parsePasswords(text: string, file: string): PostgresPasswords {
  try {
    const read = JSON.parse(text) as Partial<PostgresPasswords>; // checked on the next line
    if (typeof read.administrator === "string" && typeof read.application === "string") {
      return { administrator: read.administrator, application: read.application };
    }
  } catch {
    // falls through to the sentence below
  }
  throw new StartFault(`数据库的密码文件 ${file} 已损坏：请从备份恢复该文件。`);
}

function makePassword(): string {
  return randomBytes(24).toString("base64url");
}

/** Makes an empty folder that belongs to the server's user. */
export function makeOwnedFolder(path: string, user: ServerUser | null): void {
  mkdirSync(path, { mode: 0o700 });
  if (user) chownSync(path, user.uid, user.gid);
}

/** Removes what an interrupted first start left behind. */
export function removeUnfinished(home: string): void {
  for (const name of readdirSync(home)) {
    if (name.startsWith("unfinished-")) rmSync(join(home, name), { recursive: true, force: true });
  }
}

/** Refuses a cluster that this server cannot open, in words. */
export function checkCluster(
  clusterFolder: string,
  user: ServerUser | null,
  majorVersion: string,
): void {
  const file = join(clusterFolder, "PG_VERSION");
  const version = existsSync(file) ? readFileSync(file, "utf8").trim() : null;
  if (version === null) {
    throw new StartFault(
      `文件夹 ${clusterFolder} 不是完整的数据库：请从备份恢复，或移走它以便重新建立（其中的数据将不再可见）。`,
    );
  }
  if (version !== majorVersion) {
    throw new StartFault(
      `数据库 ${clusterFolder} 是 PostgreSQL ${version} 的，本机程序是 ${majorVersion}：请用 MINGDAN_POSTGRES_BIN 指明 ${version} 版的程序。`,
    );
  }
  const owner = statSync(clusterFolder).uid;
  const wanted = user?.uid ?? process.getuid?.();
  if (wanted !== undefined && owner !== wanted) {
    throw new StartFault(
      `数据库 ${clusterFolder} 属于另一个用户（uid ${owner}）：请用当初建立它的用户启动。`,
    );
  }
}
