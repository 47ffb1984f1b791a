import { spawn } from "node:child_process";

/**
 * `npm run simulate`: ten years with five hundred cases on a real PostgreSQL and a real Temporal server, by the demo clock, and a
 * report of what came of it. SIMULATION_YEARS, SIMULATION_CASES and SIMULATION_SEED change its size and its chance.
 */
const SIZE = {
  SIMULATION_YEARS: "10",
  SIMULATION_CASES: "500",
  SIMULATION_REPORT: "simulation-report.txt",
};

const child = spawn("npx", ["--no-install", "vitest", "run", "tests/simulation"], {
  stdio: "inherit",
  env: { ...SIZE, ...process.env },
});
process.exitCode = await new Promise<number>((resolve) => {
  child.once("close", (code) => {
    resolve(code ?? 1);
  });
});
