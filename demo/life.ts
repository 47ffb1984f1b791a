import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { explainFault } from "../platform/fault-sentences.ts";
import { startSystem, type RunningSystem } from "../platform/system.ts";
import { readCase } from "./life/case-acts.ts";
import { signEverybodyIn, type People } from "./life/people.ts";
import { playScenario } from "./life/scenario-s1.ts";

/** `npm run demo:life`: a whole life over the HTTP API, on a system of its own whose clock starts on the first day. */
async function runLife(): Promise<number> {
  const dataFolder = mkdtempSync(join(tmpdir(), "mingdan-life-"));
  const out = resolve("demo-life");
  const system = await startSystem({
    dataFolder,
    env: {
      ...process.env,
      PORT: "0",
      MINGDAN_CLOCK_START: "2026-03-02",
      MINGDAN_DEMO_CASES: "no",
    },
    log: (line) => console.log(line),
  });
  try {
    const people = await signEverybodyIn(system.url, system.settings.dataFolder);
    const result = await playScenario(system.url, people, (line) => console.log(line));
    const count = await writePapers(people, result.caseIds, out);
    console.log(`\n${String(count)}份文书已放在 ${out}`);
    for (const difference of result.differences) console.error(`✗ ${difference}`);
    const isRight = result.differences.length === 0;
    console.log(isRight ? "✓ 全部日期和结果相符" : "✗ 有日期或者结果不相符");
    return isRight ? 0 : 1;
  } finally {
    await stopAndRemove(system, dataFolder);
  }
}

async function writePapers(
  people: People,
  caseIds: readonly string[],
  out: string,
): Promise<number> {
  let count = 0;
  for (const caseId of caseIds) {
    const file = await readCase(people.officer, caseId);
    const folder = join(out, file.partyRole);
    mkdirSync(folder, { recursive: true });
    for (const [index, paper] of file.papers.entries()) {
      const path = `/api/papers/${encodeURIComponent(paper.paperId)}/file?copy=file`;
      const name = `${String(index + 1).padStart(2, "0")}-${paper.kind}.pdf`;
      writeFileSync(join(folder, name), await people.officer.getBytes(path));
      count += 1;
    }
  }
  return count;
}

async function stopAndRemove(system: RunningSystem, folder: string): Promise<void> {
  await system.stop();
  rmSync(folder, { recursive: true, force: true });
}

try {
  process.exitCode = await runLife();
} catch (error) {
  console.error(`✗ ${explainFault(error)}`);
  process.exitCode = 1;
}
