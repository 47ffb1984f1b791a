import { afterAll, beforeAll, expect, it } from "vitest";
import { signEverybodyIn } from "../../demo/life/people.ts";
import { playScenario } from "../../demo/life/scenario-s1.ts";
import { startWholeSystem, type WholeSystem } from "../support/whole-system.ts";

let system: WholeSystem;

beforeAll(async () => {
  system = await startWholeSystem("2026-03-02");
}, 240_000);
afterAll(async () => {
  await system.stop();
});

/** How many days, states and refusals the scenario looks at; fewer means that it did not come to its end. */
const LOOKED_AT = 28;

it(
  "S1 wage arrears, three parties: every date, refusal and receipt over the API of the whole system",
  { timeout: 300_000 },
  async () => {
    const people = await signEverybodyIn(system.url, system.dataFolder);
    const lines: string[] = [];
    const { differences, caseIds } = await playScenario(system.url, people, (line) => {
      lines.push(line);
    });
    expect(differences).toEqual([]);
    expect(lines.filter((line) => line.includes("核对  ✓"))).toHaveLength(LOOKED_AT);
    expect(caseIds).toHaveLength(3);
  },
);
