import { spawn } from "node:child_process";

/** What must be clean before anything lands, each with the command that shows it. */
const CHECKS: readonly { readonly title: string; readonly command: readonly string[] }[] = [
  { title: "types", command: ["tsc", "--noEmit", "--project", "tsconfig.json"] },
  { title: "pure domain", command: ["tsc", "--noEmit", "--project", "domain/tsconfig.json"] },
  { title: "lint and import directions", command: ["eslint", "--max-warnings", "0", "."] },
  { title: "format", command: ["prettier", "--check", "--log-level", "warn", "."] },
  { title: "dead code", command: ["knip", "--no-progress"] },
  { title: "migrations match the tables", command: ["tsx", "tools/check-migrations.ts"] },
  { title: "rule index fresh", command: ["tsx", "tools/rule-index.ts", "--check"] },
  { title: "book of law fresh", command: ["tsx", "tools/law-book.ts", "--check"] },
  { title: "settings documented", command: ["tsx", "tools/settings-table.ts", "--check"] },
  { title: "every rule held by a test", command: ["tsx", "tools/check-rules.ts"] },
  { title: "words", command: ["tsx", "tools/check-words.ts"] },
];

/** Runs one command of an installed package and says whether it was clean. */
async function run(command: readonly string[]): Promise<boolean> {
  const child = spawn("npx", ["--no-install", ...command], { stdio: "inherit" });
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return code === 0;
}

const failed: string[] = [];
for (const { title, command } of CHECKS) {
  const startedAt = performance.now();
  const clean = await run(command);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${clean ? "✓" : "✗"} ${title} (${seconds} s)`);
  if (!clean) failed.push(title);
}
console.log(`${CHECKS.length - failed.length} passed, ${failed.length} failed`);
process.exit(failed.length === 0 ? 0 : 1);
