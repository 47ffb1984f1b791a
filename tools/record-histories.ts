import { spawn } from "node:child_process";

/**
 * Records anew the histories that the replay test goes by: the stories are played on a real server, and every run of their
 * workflows is written to tests/histories. Needed only when a workflow is changed on purpose and no case of the old code is left.
 */
const STORIES = [
  "tests/workflows/stories-to-the-end.test.ts",
  "tests/workflows/more-stories.test.ts",
];

const child = spawn("npx", ["--no-install", "vitest", "run", ...STORIES], {
  stdio: "inherit",
  env: { ...process.env, MINGDAN_RECORD_HISTORIES: "1" },
});
process.exitCode = await new Promise<number>((resolve) => {
  child.once("close", (code) => {
    resolve(code ?? 1);
  });
});
