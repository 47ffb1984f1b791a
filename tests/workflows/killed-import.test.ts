import { execFileSync } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { companyRow, csvOf, tableOf, xlsxOf } from "../support/penalty-files.ts";
import { startRunningApi, type Caller, type RunningApi } from "../support/running-api.ts";
import { startWorkerProcess, type WorkerProcess } from "../support/worker-process.ts";

const WORKER = new URL("../../activities/worker.ts", import.meta.url);
/** As large as a year of a whole city; in the encoding that most offices still use. */
const ROWS = 100_000;
const toGb18030 = (text: string): Buffer =>
  execFileSync("iconv", ["-f", "utf-8", "-t", "gb18030"], {
    ...{ input: text, maxBuffer: 64 * 1024 * 1024 },
  });

let api: RunningApi;
let officer: Caller;
let worker: WorkerProcess | null = null;

beforeAll(async () => {
  api = await startRunningApi("2026-03-13", { workers: "elsewhere" });
  officer = await api.as("case-officer");
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
    encoding: string | null;
    last_row: number;
    taken: number;
    duplicates: number;
  }>(sql`
    select state, encoding, last_row, taken, duplicates from lead_imports where import_id = ${importId}`);
  const [row] = rows;
  if (row === undefined) throw new Error("no import");
  return row;
}

/** Leads of an import, and how many rows of the file they come from. */
async function countLeads(importId: string): Promise<readonly [number, number]> {
  const { rows } = await api.cases.database.execute<{ leads: number; distinct_rows: number }>(sql`
    select count(*)::int as leads, count(distinct row_number)::int as distinct_rows
    from leads where import_id = ${importId}`);
  return [rows[0]?.leads ?? 0, rows[0]?.distinct_rows ?? 0];
}

async function waitUntil(
  importId: string,
  isSo: (row: Awaited<ReturnType<typeof readImport>>) => boolean,
) {
  for (let tries = 0; tries < 24_000; tries++) {
    const row = await readImport(importId);
    if (isSo(row)) return row;
    await pause(10);
  }
  throw new Error("it did not come to that");
}

/** Sends a file as a program does, over HTTP. */
async function send(fileName: string, bytes: Buffer): Promise<string> {
  const form = new FormData();
  form.set("file", new Blob([bytes]), fileName);
  const cookie = Object.entries(officer.cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join("; ");
  const url = `http://127.0.0.1:${String(api.cases.port)}/api/lead-imports`;
  const headers = { cookie, "x-csrf-token": officer.csrfToken };
  const answer = await fetch(url, { method: "POST", body: form, headers });
  expect(answer.status).toBe(202);
  return ((await answer.json()) as { importId: string }).importId;
}

it.each([
  ["csv", 2],
  ["xlsx", 1],
] as const)(
  "an import of 100,000 rows (%s) whose worker is killed in the middle, %i times, goes on where it was and takes nothing twice",
  { timeout: 300_000 },
  async (format, deaths) => {
    const count = ROWS;
    const first = format === "csv" ? 0 : ROWS;
    const numbers = Array.from({ length: count }, (_, index) => first + index + 1);
    const table = tableOf(numbers.map(companyRow));
    const bytes = format === "csv" ? toGb18030(csvOf(table)) : xlsxOf(table, { texts: "shared" });
    const importId = await send(`many.${format}`, bytes);
    let seen = 0;
    for (let death = 1; death <= deaths; death++) {
      worker = await startWorker();
      seen = (await waitUntil(importId, (row) => row.last_row > seen)).last_row;
      worker.child.kill("SIGKILL");
      await worker.ended;
    }
    const inTheMiddle = await readImport(importId);
    expect(inTheMiddle.state).toBe("running");
    expect(inTheMiddle.last_row).toBeLessThan(count);
    expect((await countLeads(importId))[0]).toBe(inTheMiddle.last_row - 1);
    worker = await startWorker();
    const end = await waitUntil(importId, (row) => row.state === "done");
    expect(end).toMatchObject({ last_row: count + 1, taken: count, duplicates: 0 });
    expect(end.encoding).toBe(format === "csv" ? "gb18030" : null);
    expect(await countLeads(importId)).toEqual([count, count]);
  },
);
