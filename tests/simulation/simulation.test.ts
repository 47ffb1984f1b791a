import { writeFileSync } from "node:fs";
import { asc, eq, isNull, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findChainFaults } from "../../records/verify-chain.ts";
import { caseEvents, caseFiles, commands } from "../../schema/index.ts";
import { findShownTooLong, findWrongs } from "../model/statements.ts";
import { finish } from "../model/walk.ts";
import { activatePack } from "../support/open-test-case.ts";
import { startRunningCases, type RunningCases } from "../support/running-cases.ts";
import { reportOf } from "./report.ts";
import {
  countCases,
  countShownTooLong,
  readEvents,
  SIMULATED_PACK,
  SIMULATED_WORLD,
  simulate,
} from "./simulate.ts";

const SIZE = {
  years: Number(process.env["SIMULATION_YEARS"] ?? 1),
  cases: Number(process.env["SIMULATION_CASES"] ?? 10),
  seed: Number(process.env["SIMULATION_SEED"] ?? 20_260_302),
};
const REPORT = process.env["SIMULATION_REPORT"];
/** The short run of every test run takes one to two minutes; a long one is watched by who started it. */
const LONGEST_MS = REPORT === undefined ? 900_000 : 43_200_000;

let cases: RunningCases;

beforeAll(async () => {
  cases = await startRunningCases("2026-03-13", { dispatcher: true });
  await activatePack(cases.database, SIMULATED_PACK);
});
afterAll(async () => {
  await cases.stop();
});

it(
  `${String(SIZE.years)} years with ${String(SIZE.cases)} cases on real servers, seed ${String(SIZE.seed)}: every record is lawful`,
  async () => {
    const wrongs: string[] = [];
    let year = "";
    await simulate(cases, SIZE, async (day) => {
      const late = await countShownTooLong(cases);
      if (late > 0) wrongs.push(`${String(late)} entries shown past their last day on ${day}`);
      if (day.slice(0, 4) === year) return;
      year = day.slice(0, 4);
      console.log(`${day}: ${String(await countCases(cases))} cases`);
    });
    wrongs.push(...(await findWrongRecords()), ...(await findRefusedThatChanged()));
    const report = await reportOf(cases.database, SIZE.years * 365);
    for (const line of report) console.log(line);
    if (REPORT !== undefined) writeFileSync(REPORT, `${report.join("\n")}\n`);
    expect(wrongs).toEqual([]);
    expect(await countCases(cases)).toBe(SIZE.cases);
    const [open] = await cases.database
      .select()
      .from(commands)
      .where(isNull(commands.verdict))
      .limit(1);
    expect(open).toBeUndefined();
  },
  LONGEST_MS,
);

/** The row of every case is what its events amount to, its chain holds, and the statements of the model are true of it. */
async function findWrongRecords(): Promise<readonly string[]> {
  const wrongs: string[] = [];
  const rows = await cases.database.select().from(caseFiles);
  for (const row of rows) {
    const links = await cases.database
      .select()
      .from(caseEvents)
      .where(eq(caseEvents.caseId, row.caseId))
      .orderBy(asc(caseEvents.seq));
    const events = await readEvents(cases, row.caseId);
    wrongs.push(...findChainFaults(row.caseId, links, row).map(String));
    wrongs.push(...findWrongs(events, row.state));
    const last = events.at(-1)?.at.slice(0, 10) ?? "";
    wrongs.push(...findShownTooLong(row.state, last as Parameters<typeof findShownTooLong>[1])); // a day off an ISO moment
    const unmade = row.state.papers.filter((paper) => paper.fileHash === null);
    wrongs.push(...unmade.map((paper) => `${paper.kind} was never made`));
    const { stage } = finish({ world: SIMULATED_WORLD, events, file: row.state }).file;
    if (stage !== "closed") wrongs.push(`a case that cannot end, from ${row.state.stage}`);
  }
  return wrongs;
}

/** A refused act leaves nothing in the record of its case. */
async function findRefusedThatChanged(): Promise<readonly string[]> {
  const { rows } = await cases.database.execute<{ kind: string }>(sql`
    select c.kind from commands c join case_events e
      on e.case_id = c.case_id and e.body::jsonb ->> 'actId' = c.command_id
    where c.verdict ->> 'outcome' = 'refused'`);
  return rows.map(({ kind }) => `a refused ${kind} changed its case`);
}
