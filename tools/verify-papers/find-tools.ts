import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { userCacheFolder } from "../../platform/user-cache.ts";

/** Programs that others made, each with the Debian package that has it. */
const PROGRAMS = {
  java: "default-jre-headless",
  qpdf: "qpdf",
  pdftotext: "poppler-utils",
  pdfinfo: "poppler-utils",
  pdfdetach: "poppler-utils",
  pdfsig: "poppler-utils",
  pdftoppm: "poppler-utils",
  mutool: "mupdf-tools",
  openssl: "openssl",
} as const;

const VERAPDF = {
  version: "1.30.2",
  sha256: "287cc9c9757f99dcff4a2d39b68268245b48103fb6af443162d5a29df2afa332",
};

/** What was found of the programs, and what to do about those that are missing. */
export interface FoundTools {
  readonly veraPdf: string;
  readonly missing: readonly string[];
}

/** Looks for every program; fetches veraPDF into the user's cache when it is not there yet. */
export async function findTools(): Promise<FoundTools> {
  const missing = Object.entries(PROGRAMS)
    .filter(([program]) => !isThere(program))
    .map(([program, debian]) => `${program}（apt-get install ${debian}）`);
  const veraPdf = join(userCacheFolder(), "tools", `verapdf-cli-${VERAPDF.version}.jar`);
  const problem = await provideVeraPdf(veraPdf);
  return { veraPdf, missing: problem === null ? missing : [...missing, problem] };
}

function isThere(program: string): boolean {
  return spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;
}

async function provideVeraPdf(path: string): Promise<string | null> {
  if (existsSync(path) && isRight(readFileSync(path))) return null;
  const name = `cli-${VERAPDF.version}.jar`;
  const address = `https://repo1.maven.org/maven2/org/verapdf/apps/cli/${VERAPDF.version}/${name}`;
  const bytes = (await download(address)) ?? copyWithMaven();
  if (bytes === null || !isRight(bytes)) return `veraPDF ${VERAPDF.version}（${address}）`;
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(`${path}.${process.pid}`, bytes);
  renameSync(`${path}.${process.pid}`, path);
  return null;
}

async function download(address: string): Promise<Buffer | null> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(60_000) });
    return response.ok ? Buffer.from(await response.arrayBuffer()) : null;
  } catch {
    return null; // without a direct way out, Maven may know a mirror
  }
}

function copyWithMaven(): Buffer | null {
  const folder = join(userCacheFolder(), "tools");
  mkdirSync(folder, { recursive: true });
  const artifact = `org.verapdf.apps:cli:${VERAPDF.version}`;
  const goal = ["-B", "-q", "dependency:copy", `-Dartifact=${artifact}`, "-DoutputDirectory=."];
  const done = spawnSync("mvn", goal, { cwd: folder, timeout: 180_000 });
  const copied = join(folder, `cli-${VERAPDF.version}.jar`);
  return done.status === 0 && existsSync(copied) ? readFileSync(copied) : null;
}

function isRight(bytes: Uint8Array): boolean {
  return createHash("sha256").update(bytes).digest("hex") === VERAPDF.sha256;
}
