import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import pg from "pg";
import { describe, expect, it, onTestFinished } from "vitest";

import { migrateDatabase } from "../../platform/database.ts";
import { createBareDatabase } from "../support/database.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";

const MIGRATIONS = fileURLToPath(new URL("fixtures/migrations", import.meta.url));

async function makeDatabase(options?: string): Promise<string> {
  const place = await createBareDatabase(options);
  onTestFinished(place.drop);
  return place.url;
}

async function readOne(url: string, query: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return Object.values((await client.query<Record<string, unknown>>(query)).rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

describe("migrating", () => {
  it("runs each file once, however many start at the same time and how often", async () => {
    const url = await makeDatabase();
    await Promise.all([1, 2, 3].map(() => migrateDatabase(url, MIGRATIONS)));
    await migrateDatabase(url, MIGRATIONS);
    expect(await readOne(url, "select count(*)::int from clock_offset")).toBe(1);
    expect(await readOne(url, "select count(*)::int from drizzle.__drizzle_migrations")).toBe(1);
  });

  it("leaves the database as it was when a file fails", async () => {
    const url = await makeDatabase();
    const folder = join(makeTemporaryFolder(), "migrations");
    cpSync(MIGRATIONS, folder, { recursive: true });
    const file = join(folder, "0000_start.sql");
    writeFileSync(file, `${readFileSync(file, "utf8")}\n--> statement-breakpoint\nselect 1 / 0;`);
    await expect(migrateDatabase(url, folder)).rejects.toThrow();
    expect(await readOne(url, "select to_regclass('notes')::text")).toBeNull();
    await migrateDatabase(url, MIGRATIONS);
    expect(await readOne(url, "select to_regclass('notes')::text")).toBe("notes");
  });

  it("says when the files are not there", async () => {
    const folder = join(makeTemporaryFolder(), "empty");
    mkdirSync(folder);
    await expect(migrateDatabase(await makeDatabase(), folder)).rejects.toThrow(
      "没有找到数据库迁移文件",
    );
  });

  it("refuses a database whose encoding is not UTF-8", async () => {
    const url = await makeDatabase(
      "encoding 'SQL_ASCII' lc_collate 'C' lc_ctype 'C' template template0",
    );
    await expect(migrateDatabase(url, MIGRATIONS)).rejects.toThrow("数据库编码是 SQL_ASCII");
  });

  it("refuses a database in which search by name would not see Chinese", async () => {
    const url = await makeDatabase(
      "encoding 'UTF8' lc_collate 'C' lc_ctype 'C' template template0",
    );
    await expect(migrateDatabase(url, MIGRATIONS)).rejects.toThrow("不认识汉字");
  });
});
