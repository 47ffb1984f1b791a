import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { describe, expect, it, onTestFinished } from "vitest";

import { findFreePort } from "../../platform/embedded/free-port.ts";
import { isAlive } from "../../platform/process-identity.ts";
import {
  superviseProcess,
  TYPESCRIPT_LOADER,
  type SupervisedProcess,
} from "../../platform/supervisor.ts";
import { findProcessesOf, waitUntil } from "../support/processes.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";

const FIXTURES = fileURLToPath(new URL("fixtures", import.meta.url));

async function supervise(
  file: string,
): Promise<{ child: SupervisedProcess; lines: string[]; folder: string }> {
  const folder = makeTemporaryFolder();
  const lines: string[] = [];
  const child = await superviseProcess({
    title: "办案后台",
    file: join(FIXTURES, file),
    env: { ...process.env, PORT: String(await findFreePort()), SUPERVISED_IN: folder },
    logFile: join(folder, "logs", "worker.log"),
    log: (line) => lines.push(line),
    restartFirstMs: 50,
  });
  onTestFinished(child.stop);
  return { child, lines, folder };
}

describe("a supervised process", () => {
  it("is ready when it says so, and ends when it is asked to", async () => {
    const { child, folder } = await supervise("service.ts");
    expect(await (await fetch(child.url ?? "")).json()).toMatchObject({ pid: child.pid() });
    await child.stop();
    expect(child.pid()).toBeNull();
    await waitUntil("nothing is left", () => findProcessesOf(folder).length === 0);
  });

  it("is started again when it dies, by its own hand or another's, and this is told", async () => {
    const { child, lines } = await supervise("service.ts");
    const first = child.pid() ?? 0;
    await fetch(`${child.url}/die`).catch(() => undefined);
    await waitUntil("the second one is there", () => child.pid() !== null && child.pid() !== first);
    await waitUntil("the second one is ready", () => lines.length === 2);
    const second = child.pid() ?? 0;
    process.kill(second, "SIGKILL");
    await waitUntil("the third one is ready", () => lines.length === 4);
    expect(await (await fetch(child.url ?? "")).json()).toMatchObject({ pid: child.pid() });
    expect(lines).toEqual([
      expect.stringMatching(/^! 办案后台意外结束（code 7），0\.1 秒后重新启动；日志见 /),
      "✓ 办案后台已重新启动",
      expect.stringMatching(/^! 办案后台意外结束（SIGKILL），0\.1 秒后重新启动/),
      "✓ 办案后台已重新启动",
    ]);
  });

  it("that cannot start is a fault, in the words it said itself", async () => {
    await expect(supervise("cannot-start.ts")).rejects.toThrow(
      /办案后台没有启动成功（✗ 缺少字体文件：请重新运行 npm ci。）/,
    );
  });

  it("ends when the process that supervises it is killed, and is made to when it will not", async () => {
    const folder = makeTemporaryFolder();
    const options = { execArgv: TYPESCRIPT_LOADER, env: { ...process.env, SUPERVISED_IN: folder } };
    const owner = fork(join(FIXTURES, "owns-processes.ts"), [join(folder, "log")], options);
    const [pids] = (await once(owner, "message")) as [[number, number]]; // the fixture sends this
    expect(pids.map(isAlive)).toEqual([true, true]);
    owner.kill("SIGKILL");
    await waitUntil("the willing one ended", () => !isAlive(pids[0]), 10_000);
    await waitUntil("the stubborn one ended", () => !isAlive(pids[1]), 10_000);
    await waitUntil("nothing is left", () => findProcessesOf(folder).length === 0);
  });
});
