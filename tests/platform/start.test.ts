import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import pg from "pg";
import { describe, expect, inject, it, onTestFinished } from "vitest";

import { findFreePort } from "../../platform/embedded/free-port.ts";
import { createKeysFile } from "../../platform/keys.ts";
import { readHolder } from "../../platform/instance-lock.ts";
import { TYPESCRIPT_LOADER } from "../../platform/supervisor.ts";
import { findProcessesOf, waitUntil } from "../support/processes.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";

const START = fileURLToPath(new URL("fixtures/start-fixture.ts", import.meta.url));

/** A start from a terminal. */
interface TerminalStart {
  readonly child: ChildProcess;
  readonly folder: string;
  output(): string;
  ready(): Promise<void>;
  exitCode(): Promise<number | null>;
}

function startIn(folder: string, env: NodeJS.ProcessEnv = {}): TerminalStart {
  const settings = {
    MINGDAN_DATA: folder,
    MINGDAN_TEMPORAL_CLI: inject("temporalBinary"),
    PORT: "0",
  };
  const child = spawn(process.execPath, [...TYPESCRIPT_LOADER, START], {
    cwd: "/",
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"], ...settings, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk) => (output += String(chunk)));
  const ended = once(child, "close") as Promise<[number | null]>; // code first
  const ready = (): Promise<void> =>
    waitUntil("the start was done", () => {
      if (child.exitCode !== null) throw new Error(`the start failed: ${output}`);
      return output.includes("按 Ctrl-C 停止");
    });
  return { child, folder, output: () => output, ready, exitCode: async () => (await ended)[0] };
}

function addressIn(output: string): string {
  return /名单系统已就绪：(\S+)/.exec(output)?.[1] ?? "";
}

/** What the small API tells about itself. */
async function ask(url: string): Promise<{ pid: number; settings: Record<string, string> }> {
  const answer = await fetch(url);
  return (await answer.json()) as { pid: number; settings: Record<string, string> }; // the fixture sends this
}

async function nothingIsLeft(folder: string): Promise<void> {
  await waitUntil("all processes ended", () => findProcessesOf(folder).length === 0);
}

describe("npm start", () => {
  it("starts everything, tells each step, and ends all of it on SIGTERM", async () => {
    const folder = join(makeTemporaryFolder(), ".mingdan");
    const start = startIn(folder);
    await start.ready();
    for (const step of [
      "PostgreSQL 18",
      "Temporal 已启动",
      "数据库结构",
      "外部平台",
      "办案后台",
      "网页与接口",
      "演示数据",
    ]) {
      expect(start.output()).toMatch(new RegExp(`✓ ${step}.* \\(\\d+\\.\\d s\\)`));
    }
    expect(start.output()).toMatch(/chengban\s+example-1\s+承办人 张示例/);
    const answer = await ask(addressIn(start.output()));
    expect(answer).toMatchObject({
      settings: { MINGDAN_MODE: "demo", PUBLIC_URL: addressIn(start.output()) },
    });
    expect(answer.settings["MINGDAN_CHANNEL_CITY_PLATFORM_URL"]).toMatch(
      /^http:\/\/127\.0\.0\.1:\d+\/city-platform$/,
    );

    const second = startIn(folder);
    expect(await second.exitCode()).toBe(1);
    expect(second.output()).toContain(`进程 ${start.child.pid}`);
    expect(second.output()).toContain(`请打开 ${addressIn(start.output())}`);

    start.child.kill("SIGTERM");
    expect(await start.exitCode()).toBe(0);
    await nothingIsLeft(folder);
    expect(readHolder(join(folder, "lock"))).toBeNull();
  });

  it("heals itself when PostgreSQL, Temporal or the API dies, without a change of address", async () => {
    const folder = join(makeTemporaryFolder(), ".mingdan");
    const start = startIn(folder);
    await start.ready();
    const url = addressIn(start.output());
    const before = await ask(url);
    const postgres = Number(
      readFileSync(join(folder, "postgres", "cluster", "postmaster.pid"), "utf8").split("\n")[0],
    );
    const temporal = readLeftover(join(folder, "temporal", "server.json"));
    for (const pid of [postgres, temporal, before.pid]) process.kill(pid, "SIGKILL");
    for (const title of ["PostgreSQL", "Temporal", "网页与接口"]) {
      await waitUntil(`${title} came back`, () =>
        new RegExp(`✓ ${title} ?已重新启动`).test(start.output()),
      );
    }
    const after = await ask(url);
    expect(after.settings).toEqual(before.settings);
    expect(after.pid).not.toBe(before.pid);
    const client = new pg.Client({ connectionString: after.settings["DATABASE_URL"] });
    await client.connect();
    await client.end();
    start.child.kill("SIGINT");
    expect(await start.exitCode()).toBe(0);
    await nothingIsLeft(folder);
  });

  it("leaves no process when it is killed itself, and the next start finds everything", async () => {
    const folder = join(makeTemporaryFolder(), ".mingdan");
    const port = String(await findFreePort());
    const first = startIn(folder, { PORT: port });
    await first.ready();
    const { settings } = await ask(addressIn(first.output()));
    const client = new pg.Client({ connectionString: settings["DATABASE_URL"] });
    await client.connect();
    await client.query("insert into notes values (1, '不能丢')");
    await client.end();
    first.child.kill("SIGKILL");
    await first.exitCode();
    const second = startIn(folder, { PORT: port });
    await second.ready();
    expect(addressIn(second.output())).toBe(addressIn(first.output()));
    const again = await ask(addressIn(second.output()));
    const reader = new pg.Client({ connectionString: again.settings["DATABASE_URL"] });
    await reader.connect();
    expect((await reader.query("select words from notes")).rows).toEqual([{ words: "不能丢" }]);
    await reader.end();
    second.child.kill("SIGKILL");
    await second.exitCode();
    await nothingIsLeft(folder);
  });

  it("takes another port when somebody has the one it wants", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    onTestFinished(() => void other.close());
    const address = other.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const start = startIn(join(makeTemporaryFolder(), ".mingdan"), { PORT: String(port) });
    await start.ready();
    expect(start.output()).toContain(`端口 ${port} 已被别的程序占用，改用 `);
    expect((await fetch(addressIn(start.output()))).ok).toBe(true);
    start.child.kill("SIGTERM");
    expect(await start.exitCode()).toBe(0);
  });

  it("ends what it had begun when a part cannot start", async () => {
    const folder = join(makeTemporaryFolder(), ".mingdan");
    const start = startIn(folder, { FIXTURE_API: "cannot-start.ts" });
    expect(await start.exitCode()).toBe(1);
    expect(start.output()).toContain(
      "✗ 网页与接口没有启动成功（✗ 缺少字体文件：请重新运行 npm ci。）",
    );
    expect(start.output()).not.toMatch(/^\s+at /m);
    await nothingIsLeft(folder);
    expect(readHolder(join(folder, "lock"))).toBeNull();
  });

  it("can be called off in the middle", async () => {
    const folder = join(makeTemporaryFolder(), ".mingdan");
    const start = startIn(folder);
    await waitUntil("it has begun", () => existsSync(join(folder, "lock")));
    start.child.kill("SIGINT");
    expect(await start.exitCode()).toBe(0);
    await nothingIsLeft(folder);
  });

  it.each([
    ["is a file", (folder: string) => writeFileSync(folder, ""), "✗ ", "该路径已被一个文件占用"],
    [
      "lies under a file",
      (folder: string) => writeFileSync(dirname(folder), ""),
      "✗ ",
      "不是文件夹",
    ],
    [
      "has a broken keys file",
      (folder: string) => put(folder, "keys.json", "{"),
      "✗ 密钥文件",
      "已损坏或不完整",
    ],
    [
      "lost its keys",
      (folder: string) => put(folder, "postgres/location", "/x"),
      "✗ 密钥文件",
      "不见了",
    ],
    [
      "has half a database",
      (folder: string) => put(folder, "postgres/cluster/PG_VERSION", "18"),
      "✗ ",
      "密码文件",
    ],
  ])("says in one sentence that the data folder %s", async (_, damage, beginning, sentence) => {
    const folder = join(makeTemporaryFolder(), "home", ".mingdan");
    mkdirSync(dirname(folder));
    if (sentence === "不是文件夹") rmSync(dirname(folder), { recursive: true });
    damage(folder);
    // Keys that were lost are the point of one case only.
    if (sentence === "密码文件") createKeysFile(join(folder, "keys.json"));
    const start = startIn(folder);
    expect(await start.exitCode()).toBe(1);
    const complaint = start
      .output()
      .split("\n")
      .filter((line) => line.startsWith("✗"));
    expect(complaint).toEqual([expect.stringContaining(sentence)]);
    expect(complaint[0]).toMatch(new RegExp(`^${beginning}`));
    expect(start.output()).not.toMatch(/^\s+at /m);
    await nothingIsLeft(folder);
  });

  it.each([
    [
      "both servers named",
      { DATABASE_URL: "postgres://u:p@h/d", TEMPORAL_ADDRESS: "t:7233", MINGDAN_MODE: "demo" },
      "npm run migrate",
    ],
    ["a bad setting", { PORT: "x" }, "设置 PORT 不正确"],
    [
      "no Temporal server to be found",
      { MINGDAN_TEMPORAL_SOURCES: "cache", XDG_CACHE_HOME: "/nowhere-to-be-found" },
      "没有找到 Temporal 服务器",
    ],
  ])("refuses politely: %s", async (_, env, sentence) => {
    const folder = join(makeTemporaryFolder(), ".mingdan");
    const cache = join(dirname(folder), "cache");
    const start = startIn(folder, {
      ...env,
      ...("XDG_CACHE_HOME" in env ? { XDG_CACHE_HOME: cache } : {}),
    });
    expect(await start.exitCode()).toBe(1);
    expect(start.output()).toContain(sentence);
    expect(start.output()).not.toMatch(/^\s+at /m);
    await nothingIsLeft(folder);
  });
});

function put(folder: string, name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text, { mode: 0o600 });
}

function readLeftover(file: string): number {
  const { pid } = JSON.parse(readFileSync(file, "utf8")) as { pid: number }; // written by the server's launcher
  return pid;
}
