import { createHash } from "node:crypto";
import { closeSync, existsSync, fstatSync, openSync, readSync } from "node:fs";
import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { buildPack } from "./build-pack.ts";
import { FontError } from "./font-error.ts";
import { type FontPack, PACK_VERSION, openPack } from "./pack.ts";
import type { FontSource } from "./sources.ts";
import { listCommonCharacters } from "./standard-characters.ts";

/** Opens the pack of a font file, building it first when the cache has none. */
export async function loadPack(
  source: FontSource,
  folder: string,
  report: (message: string) => void,
): Promise<FontPack> {
  const sha256 = await rememberHash(source, folder);
  if (source.sha256 !== null && source.sha256 !== sha256) {
    throw new FontError(`${source.label}的字体文件与登记的版本不符；请重新安装依赖`);
  }
  const kind = source.mayBeLightened ? "light" : "whole";
  const path = join(folder, sha256, `pack-${PACK_VERSION}-${kind}.bin`);
  const cached = readPack(path);
  if (cached) return cached;
  report(`正在准备字体：${source.label}（只在第一次使用时进行）`);
  const lightened = source.mayBeLightened ? listCommonCharacters() : undefined;
  await writeAtomically(path, buildPack(await readPieces(source), sha256, lightened));
  const built = readPack(path);
  if (!built)
    throw new FontError(`${source.label}的字体包写入后无法读取；请检查缓存目录的剩余空间`);
  return built;
}

/** The content hash of a font file, remembered by place, size and time, so that a start does not read 40 MB again. */
async function rememberHash(source: FontSource, folder: string): Promise<string> {
  const { size, mtimeMs } = await stat(source.path).catch(() => {
    throw new FontError(`${source.label}的字体文件不存在或者无法读取：${source.path}`);
  });
  const key = createHash("sha256").update(`${source.path}\0${size}\0${mtimeMs}`).digest("hex");
  const path = join(folder, "sources", key.slice(0, 32));
  const known = await readFile(path, "utf8").catch(() => "");
  if (/^[0-9a-f]{64}$/.test(known)) return known;
  const hash = createHash("sha256");
  for (const piece of await readPieces(source)) hash.update(piece);
  const sha256 = hash.digest("hex");
  await writeAtomically(path, Buffer.from(sha256));
  return sha256;
}

/** The files of a font: one, or those that its style sheet lists. */
async function readPieces({ path }: FontSource): Promise<readonly Uint8Array[]> {
  if (!path.endsWith(".css")) return [await readFile(path)];
  const names = (await readFile(path, "utf8")).matchAll(/url\("\.\/([^"/]+)"\)/g);
  return Promise.all(Array.from(names, ([, name = ""]) => readFile(join(dirname(path), name))));
}

/** The file stays open as long as the process runs: outlines are read from it when a paper first needs them. */
function readPack(path: string): FontPack | undefined {
  if (!existsSync(path)) return undefined;
  const file = openSync(path, "r");
  const pack = openPack({
    size: fstatSync(file).size,
    read: (offset, length) => {
      const bytes = new Uint8Array(length);
      const got = readSync(file, bytes, 0, length, offset);
      if (got !== length) throw new FontError("字体包读取不完整；请删除缓存目录后重试");
      return bytes;
    },
  });
  if (!pack) closeSync(file);
  return pack;
}

/** Writes beside and renames: two processes that build at the same time both end with a whole file. */
async function writeAtomically(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(join(path, ".."), { recursive: true });
  const beside = `${path}.${process.pid}.${Math.trunc(performance.now() * 1000)}`;
  try {
    await writeFile(beside, bytes);
    await rename(beside, path);
  } finally {
    await rm(beside, { force: true });
  }
}
