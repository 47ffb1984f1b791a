import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import pg from "pg";
import { inject } from "vitest";

import { MIGRATIONS_FOLDER, migrateDatabase } from "../../platform/migrations.ts";

/** A database of its own for one test file. */
export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** Makes a migrated, empty database in some milliseconds, by copying a template that is migrated once in a run. */
export async function createTestDatabase(
  migrationsFolder: string = MIGRATIONS_FOLDER,
): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await asAdministrator(async (client) => {
    const template = await ensureTemplate(client, migrationsFolder);
    await client.query(
      `create database ${name} template ${template} strategy file_copy owner ${ownerName()}`,
    );
  });
  const drop = (): Promise<void> =>
    asAdministrator((client) =>
      client.query(`drop database if exists ${name} with (force)`).then(() => undefined),
    );
  return { url: urlOf(name), drop };
}

/** Makes an empty database without any migration. */
export async function createBareDatabase(options = ""): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await asAdministrator((client) =>
    client.query(`create database ${name} owner ${ownerName()} ${options}`),
  );
  const drop = (): Promise<void> =>
    asAdministrator((client) =>
      client.query(`drop database if exists ${name} with (force)`).then(() => undefined),
    );
  return { url: urlOf(name), drop };
}

async function asAdministrator<Result>(
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: inject("administratorUrl") });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The template bears the hash of the migrations, so one from an older state of the files is never used. */
async function ensureTemplate(client: pg.Client, migrationsFolder: string): Promise<string> {
  const template = `template_${hashFolder(migrationsFolder)}`;
  await client.query("select pg_advisory_lock(hashtext($1))", [template]);
  try {
    const found = await client.query("select 1 from pg_database where datname = $1", [template]);
    if (found.rowCount === 0) await makeTemplate(client, template, migrationsFolder);
  } finally {
    await client.query("select pg_advisory_unlock(hashtext($1))", [template]);
  }
  return template;
}

/** It gets its name when it is complete: a run that was interrupted leaves no half of one. */
async function makeTemplate(
  client: pg.Client,
  template: string,
  migrationsFolder: string,
): Promise<void> {
  const unfinished = `${template}_unfinished`;
  await client.query(`drop database if exists ${unfinished} with (force)`);
  await client.query(`create database ${unfinished} owner ${ownerName()}`);
  await migrateDatabase(urlOf(unfinished), migrationsFolder);
  await client.query(`alter database ${unfinished} rename to ${template}`);
}

function hashFolder(folder: string): string {
  const hash = createHash("sha256");
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).sort(byPath)) {
    if (entry.isFile())
      hash.update(entry.name).update(readFileSync(join(entry.parentPath, entry.name)));
  }
  return hash.digest("hex").slice(0, 16);
}

function byPath(
  a: { parentPath: string; name: string },
  b: { parentPath: string; name: string },
): number {
  return join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1;
}

function urlOf(database: string): string {
  const url = new URL(inject("applicationUrl"));
  url.pathname = `/${database}`;
  return url.toString();
}

function ownerName(): string {
  return `"${decodeURIComponent(new URL(inject("applicationUrl")).username)}"`;
}
