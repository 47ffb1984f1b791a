import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
} from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { chromium, type Browser } from "playwright-core";
import { userCacheFolder } from "../../platform/user-cache.ts";

/** Names under which systems install a browser that the tests can drive. */
const INSTALLED = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
];

const ARGS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A browser of our own for the length of a test file. A machine without any fails the test by name. */
export async function launchBrowser(): Promise<Browser> {
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: await findBrowser(),
    headless: true,
    chromiumSandbox: !isRoot,
    args: isRoot ? [...ARGS, "--no-sandbox"] : ARGS,
  });
}

/** Finds a browser: the one that `TEST_BROWSER` names, an installed one, or the one of the npm package. */
export async function findBrowser(): Promise<string> {
  const wanted = process.env["TEST_BROWSER"] ?? "";
  if (wanted === "npm") return unpackBrowser();
  if (wanted !== "") {
    if (existsSync(wanted)) return wanted;
    throw new Error(`TEST_BROWSER names ${wanted}, which does not exist`);
  }
  return findInstalled() ?? unpackBrowser();
}

function findInstalled(): string | null {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const paths = INSTALLED.flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.find((path) => existsSync(path)) ?? null;
}

/** Unpacks the browser of the npm package under a path that carries its version, once for all runs. */
async function unpackBrowser(): Promise<string> {
  const folder = dirname(
    dirname(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium"))),
  );
  const target = join(userCacheFolder(), "browsers", `chromium-${versionOf(folder)}`);
  if (existsSync(target)) return target;
  mkdirSync(dirname(target), { recursive: true });
  const unfinished = `${target}.${String(process.pid)}`;
  await pipeline(
    createReadStream(join(folder, "bin", "chromium.br")),
    createBrotliDecompress(),
    createWriteStream(unfinished, { mode: 0o755 }),
  );
  renameSync(unfinished, target);
  return target;
}

function versionOf(folder: string): string {
  const read: unknown = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  if (typeof read === "object" && read !== null && "version" in read) return String(read.version);
  throw new Error("the browser's package has no version");
}
