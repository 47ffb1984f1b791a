import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { keepLeadImport } from "../../api/use-cases/keep-lead-import.ts";
import { companyRow, csvOf, tableOf, xlsxOf } from "../support/penalty-files.ts";
import { startRunningApi, type RunningApi } from "../support/running-api.ts";
import { OFFICER } from "../support/running-cases.ts";
import { startWorkerProcess, type WorkerProcess } from "../support/worker-process.ts";

const WORKER = new URL("../../activities/worker.ts", import.meta.url);
const ROWS = 20_000;

let api: RunningApi;
let worker: WorkerProcess | null = null;

beforeAll(async () => {
  api = await startRunningApi("2026-03-13", { workers: "elsewhere" });
});
afterEach(async () => {
  await worker?.stop();
});
afterAll(async () => {
  await api.stop();
});

const startWorker = () => startWorkerProcess({ program: WORKER, env: api.cases.env });

async function readImport(importId: string) {
  const { rows } = await api.cases.database.execute<{
    state: string;
    last_row: number;
    taken: number;
    duplicates: number;
    leads: number;
    distinct_rows: number;
  }>(sql`
    select state, last_row, taken, duplicates,
      (select count(*)::int from leads l where l.import_id = i.import_id) as leads,
      (select count(distinct row_number)::int from leads l where l.import_id = i.import_id) as distinct_rows
    from lead_imports i where import_id = ${importId}`);
  const [row] = rows;
  if (row === undefined) throw new Error("no import");
  return row;
}

async function waitUntil(
  importId: string,
  isSo: (row: Awaited<ReturnType<typeof readImport>>) => boolean,
) {
  for (let tries = 0; tries < 6_000; tries++) {
    const row = await readImport(importId);
    if (isSo(row)) return row;
    await pause(10);
  }
  throw new Error("it did not come to that");
}

it.each(["csv", "xlsx"] as const)(
  "an import (%s) whose worker is killed in the middle, twice, goes on where it was and takes nothing twice",
  { timeout: 120_000 },
  async (format) => {
    const first = format === "csv" ? 0 : ROWS;
    const numbers = Array.from({ length: ROWS }, (_, index) => first + index + 1);
    const table = tableOf(numbers.map(companyRow));
    const bytes = format === "csv" ? Buffer.from(csvOf(table)) : xlsxOf(table, { texts: "inline" });
    const { importId } = await keepLeadImport(api.deps, OFFICER, {
      fileName: `many.${format}`,
      bytes: (async function* () {
        yield await Promise.resolve(bytes);
      })(),
    });
    let seen = 0;
    for (let death = 1; death <= 2; death++) {
      worker = await startWorker();
      seen = (await waitUntil(importId, (row) => row.last_row > seen)).last_row;
      worker.child.kill("SIGKILL");
      await worker.ended;
    }
    const inTheMiddle = await readImport(importId);
    expect(inTheMiddle.state).toBe("running");
    expect(inTheMiddle.last_row).toBeLessThan(ROWS);
    expect(inTheMiddle.leads).toBe(inTheMiddle.last_row - 1);
    worker = await startWorker();
    const end = await waitUntil(importId, (row) => row.state === "done");
    expect(end).toMatchObject({ last_row: ROWS + 1, taken: ROWS, duplicates: 0 });
    expect([end.leads, end.distinct_rows]).toEqual([ROWS, ROWS]);
  },
);
