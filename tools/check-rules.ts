import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readRuleBook, type RuleEntry } from "./rule-book.ts";

/** What came of a run of tests. */
interface TestRun {
  readonly total: number;
  readonly failed: number;
}

const AT_ONCE = 2;
const folder = mkdtempSync(join(tmpdir(), "mingdan-rules-"));

/** Runs tests with one rule switched off; with none where the id is empty. */
async function runWithout(ruleId: string, testFile: string): Promise<TestRun> {
  const report = join(folder, `${ruleId === "" ? "all" : ruleId}.json`);
  const child = spawn(
    "npx",
    [
      ...["--no-install", "vitest", "run", testFile, "--config", "tools/check-rules.config.ts"],
      ...["--reporter", "json", "--outputFile", report],
    ],
    { stdio: "ignore", env: { ...process.env, MINGDAN_RULE_OFF: ruleId } },
  );
  await new Promise((resolve) => child.once("close", resolve));
  const { numTotalTests, numFailedTests } = JSON.parse(readFileSync(report, "utf8")) as {
    numTotalTests: number;
    numFailedTests: number;
  }; // the reporter's own format
  return { total: numTotalTests, failed: numFailedTests };
}

/** Says for one rule whether its tests notice when it is gone. */
async function isHeld({ rule, testFile }: RuleEntry): Promise<boolean> {
  const { total, failed } = await runWithout(rule.id, testFile);
  const verdict = failed > 0 ? "✓" : "✗";
  const count = `${String(failed)} of ${String(total)} tests fail without it`;
  console.log(`${verdict} ${rule.id} ${rule.title}: ${count}`);
  return failed > 0;
}

async function checkAll(): Promise<number> {
  const whole = await runWithout("", "tests/domain/rules");
  if (whole.total === 0 || whole.failed > 0) {
    console.error(
      `✗ with every rule in force ${String(whole.failed)} tests fail: mend those first`,
    );
    return 1;
  }
  const entries = readRuleBook();
  const open = [...entries];
  const unheld: string[] = [];
  const takeNext = async (): Promise<void> => {
    for (let entry = open.shift(); entry !== undefined; entry = open.shift()) {
      if (!(await isHeld(entry))) unheld.push(entry.rule.id);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, takeNext));
  console.log(
    `${String(entries.length - unheld.length)} of ${String(entries.length)} rules are held by a test`,
  );
  return unheld.length === 0 ? 0 : 1;
}

try {
  process.exitCode = await checkAll();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
