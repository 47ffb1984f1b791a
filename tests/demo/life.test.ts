import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { TYPESCRIPT_LOADER } from "../../platform/supervisor.ts";
import { findProcessesOf } from "../support/processes.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";

it("demo:life carries the scenario through its whole life, with every date as it must be", async () => {
  const folder = makeTemporaryFolder();
  const program = fileURLToPath(new URL("../../demo/life.ts", import.meta.url));
  const child = spawn(process.execPath, [...TYPESCRIPT_LOADER, program], {
    cwd: folder,
    env: { ...process.env, TMPDIR: folder },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (text: Buffer) => (output += text.toString("utf8")));
  }
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  expect(code, output).toBe(0);
  expect(output).toContain("2029-03-28");
  expect(output).not.toContain("✗");
  const papers = ["employer", "legal-representative", "responsible-manager"].map(
    (role) => readdirSync(join(folder, "demo-life", role)).length,
  );
  expect(Math.min(...papers)).toBeGreaterThan(2);
  expect(findProcessesOf(folder)).toEqual([]);
}, 240_000);
