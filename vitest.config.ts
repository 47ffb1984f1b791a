import { defineConfig } from "vitest/config";

// The Temporal SDK's native module crashes in worker threads, so every test file runs in a process of its own.
export default defineConfig({
  test: {
    pool: "forks",
    maxWorkers: 2,
    include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
    globalSetup: ["tests/support/global-setup.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
