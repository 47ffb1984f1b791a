import { Readable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { parse } from "csv-parse";
import { eq } from "drizzle-orm";
import pg from "pg";
import { makeUpUscc } from "../../demo/life/made-up-parties.ts";
import type { Database } from "../../platform/database.ts";
import { leadImports } from "../../schema/index.ts";

const COLUMNS = [
  ...["CF_XDR_MC", "CF_XDR_LB", "CF_XDR_SHXYM", "CF_WSH", "CF_SY", "CF_NR_FK"],
  ...["CF_JDRQ", "CF_CFJG"],
];
const ROWS_AT_ONCE = 1_000;

export interface ImportTiming {
  readonly rows: number;
  readonly ms: number;
  /** The same file read and put into a table of eight texts, without checking, sealing or indexing anything. */
  readonly bareMs: number;
}

/** 【示例】 a file of so many penalty records, nothing wrong with any. */
export function makeFile(rows: number): string {
  const lines = [COLUMNS.join(",")];
  for (let serial = 1; serial <= rows; serial += 1) {
    const number = String(serial);
    lines.push(
      `【示例】第${number}示例公司,法人及非法人组织,${makeUpUscc(serial)},苍市监罚〔2026〕${number}号,"【示例】违法事实，含逗号,和“引号”",0.2,2026-03-02,【示例】苍梧县市场监督管理局`,
    );
  }
  return `${lines.join("\r\n")}\r\n`;
}

/** Hands the file in over HTTP and waits until its last row is dealt with. */
export async function timeImport(
  database: Database,
  upload: (name: string, bytes: Uint8Array) => Promise<string>,
  databaseUrl: string,
  rows: number,
): Promise<ImportTiming> {
  const file = makeFile(rows);
  const startedAt = performance.now();
  const importId = await upload("bench.csv", Buffer.from(file));
  for (;;) {
    const [row] = await database
      .select()
      .from(leadImports)
      .where(eq(leadImports.importId, importId));
    if (row?.state === "failed") throw new Error(`the import failed: ${row.fault ?? ""}`);
    if (row?.state === "done") {
      if (row.taken !== rows) throw new Error(`only ${String(row.taken)} rows were taken`);
      break;
    }
    await pause(50);
  }
  const ms = performance.now() - startedAt;
  return { rows, ms, bareMs: await timeBare(databaseUrl, file) };
}

async function timeBare(databaseUrl: string, file: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`create temp table bare (${COLUMNS.map((each) => `${each} text`).join()})`);
  const startedAt = performance.now();
  let waiting: string[][] = [];
  const insert = async (): Promise<void> => {
    const places = waiting.map(
      (_row, at) =>
        `(${COLUMNS.map((_c, column) => `$${String(at * COLUMNS.length + column + 1)}`).join()})`,
    );
    await client.query(`insert into bare values ${places.join()}`, waiting.flat());
    waiting = [];
  };
  for await (const line of Readable.from([file]).pipe(parse({ from_line: 2 }))) {
    waiting.push(line as string[]); // the parser yields rows of texts
    if (waiting.length === ROWS_AT_ONCE) await insert();
  }
  if (waiting.length > 0) await insert();
  const ms = performance.now() - startedAt;
  await client.end();
  return ms;
}
