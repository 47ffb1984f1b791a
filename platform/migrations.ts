import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";

import { StartFault } from "./start-fault.ts";

/** The reviewed SQL files, in order. */
export const MIGRATIONS_FOLDER = fileURLToPath(new URL("../schema/migrations", import.meta.url));

// Any number will do, as long as every version of the product uses the same one.
const LOCK_KEY = 7_351_904_112;
const OLDEST_VERSION = 150_000;

/** Brings a database up to date. Several starts at once are no harm: one migrates, the others wait and find it done. */
export async function migrateDatabase(
  url: string,
  folder: string = MIGRATIONS_FOLDER,
): Promise<void> {
  if (!existsSync(join(folder, "meta", "_journal.json"))) {
    throw new StartFault(`没有找到数据库迁移文件 ${folder}：请重新获取完整的程序。`);
  }
  const client = new pg.Client({ connectionString: url, application_name: "mingdan-migrate" });
  client.on("error", () => undefined); // the query that is under way reports it
  await client.connect();
  try {
    await checkServer(client);
    await client.query("select pg_advisory_lock($1)", [LOCK_KEY]);
    await client.query("create extension if not exists pg_trgm");
    await checkChineseSearch(client);
    await migrate(drizzle({ client }), { migrationsFolder: folder });
  } finally {
    // The lock ends with the connection.
    await client.end();
  }
}

async function checkServer(client: pg.Client): Promise<void> {
  const query =
    "select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding";
  const { rows } = await client.query<{ version: number; encoding: string }>(query);
  const server = rows[0];
  if (!server || server.version < OLDEST_VERSION) {
    throw new StartFault("PostgreSQL 版本太旧：需要 15 或更新的版本。");
  }
  if (server.encoding !== "UTF8") {
    throw new StartFault(
      `数据库编码是 ${server.encoding}：请用 UTF8 编码重新建立数据库（create database … encoding 'UTF8'）。`,
    );
  }
}

/** With the character type "C" trigram search finds nothing in Chinese, and says nothing about it. */
async function checkChineseSearch(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ sees: boolean }>(
    "select coalesce(cardinality(show_trgm('中文')), 0) > 0 as sees",
  );
  if (rows[0]?.sees) return;
  throw new StartFault(
    "数据库的字符类型（lc_ctype）不认识汉字，按名称检索会失效：请用 lc_ctype 为 C.UTF-8 或 zh_CN.UTF-8 的数据库。",
  );
}
