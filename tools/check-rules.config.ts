import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// The tests of the rules alone: no servers, and with the rule named in MINGDAN_RULE_OFF switched off.
export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    pool: "forks",
    maxWorkers: 1,
    include: ["tests/domain/rules/**/*.test.ts"],
    setupFiles: ["tests/support/switch-off-rule.ts"],
  },
});
