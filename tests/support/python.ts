import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { userCacheFolder } from "../../platform/user-cache.ts";

const REQUIREMENTS = ["tools/verify/requirements.txt", "tests/python/requirements.txt"];

/**
 * A Python with the packages that the stand-alone verifier and the tests of the open data need, made once under the user's cache. Without
 * Python, or without a package index, it fails by name: nothing that it is needed for is passed over.
 */
export function ensurePython(): string {
  const texts = REQUIREMENTS.map((file) => readFileSync(file, "utf8"));
  const version = createHash("sha256").update(texts.join("\n")).digest("hex").slice(0, 16);
  const folder = join(userCacheFolder(), "python", version);
  const python = join(folder, "bin", "python");
  if (existsSync(python)) return python;
  const unfinished = `${folder}.${String(process.pid)}`;
  mkdirSync(join(userCacheFolder(), "python"), { recursive: true });
  run("python3", ["-m", "venv", "--copies", unfinished]);
  const files = REQUIREMENTS.flatMap((file) => ["-r", file]);
  const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...files];
  run(join(unfinished, "bin", "python"), pip);
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    // Another run was quicker.
    if (!existsSync(python)) throw error;
    rmSync(unfinished, { recursive: true, force: true });
  }
  return python;
}

function run(command: string, args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(command, args, { encoding: "utf8" });
  if (status === 0) return;
  throw new Error(`${command} ${args.join(" ")} failed: ${error?.message ?? stderr.slice(-2_000)}`);
}
