import { existsSync, writeFileSync } from "node:fs";
import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { Client, Connection } from "@temporalio/client";
import { describe, expect, inject, it, onTestFinished } from "vitest";

import { startTemporal, type EmbeddedTemporal } from "../../../platform/embedded/temporal.ts";
import { isAlive } from "../../../platform/process-identity.ts";
import { TYPESCRIPT_LOADER } from "../../../platform/supervisor.ts";
import { findProcessesOf, waitUntil } from "../../support/processes.ts";
import { makeTemporaryFolder } from "../../support/temporary-folder.ts";

const OWNER = fileURLToPath(new URL("../fixtures/owns-temporal.ts", import.meta.url));

async function start(folder: string): Promise<EmbeddedTemporal> {
  const server = await startTemporal({ binary: inject("temporalBinary"), folder });
  onTestFinished(server.stop);
  return server;
}

async function withClient<Result>(
  address: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const connection = await Connection.connect({ address });
  try {
    return await work(new Client({ connection }));
  } finally {
    await connection.close();
  }
}

describe("the embedded Temporal server", () => {
  it("keeps its workflows over a stop and over being killed", async () => {
    const folder = join(makeTemporaryFolder(), "temporal");
    const first = await start(folder);
    await withClient(first.address, (client) =>
      client.workflow.start("listingCase", {
        workflowId: "listing-case/1",
        taskQueue: "listing-case",
      }),
    );
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);
    const second = await start(folder);
    process.kill(second.pid, "SIGKILL");
    await second.ended;
    const third = await start(folder);
    const found = await withClient(third.address, (client) =>
      client.workflow.getHandle("listing-case/1").describe(),
    );
    expect(found.status.name).toBe("RUNNING");
  });

  it("ends with the process that started it, and a new one finds its workflows", async () => {
    const folder = join(makeTemporaryFolder(), "temporal");
    const owner = fork(OWNER, [inject("temporalBinary"), folder], { execArgv: TYPESCRIPT_LOADER });
    const [{ pid }] = (await once(owner, "message")) as [{ pid: number }]; // the fixture sends this
    owner.kill("SIGKILL");
    const next = await start(folder);
    expect(isAlive(pid)).toBe(false);
    await next.stop();
    await waitUntil("all processes ended", () => findProcessesOf(folder).length === 0);
  });

  it("makes its database anew when the first start was cut short", async () => {
    const folder = join(makeTemporaryFolder(), "temporal");
    await (await start(folder)).stop();
    expect(existsSync(join(folder, "ready"))).toBe(true);
    const unfinished = makeTemporaryFolder();
    writeFileSync(join(unfinished, "temporal.db"), "half a database");
    const server = await start(unfinished);
    await expect(
      withClient(server.address, (client) => client.workflow.count()),
    ).resolves.toHaveProperty("count", 0);
  });

  it("says in a sentence when its database is damaged", async () => {
    const folder = makeTemporaryFolder();
    writeFileSync(join(folder, "ready"), "");
    writeFileSync(
      join(folder, "temporal.db"),
      "not a database at all, but of some length".repeat(200),
    );
    const attempt = startTemporal({ binary: inject("temporalBinary"), folder });
    await expect(attempt).rejects.toThrow(/^Temporal 没有启动成功：请查看 .*server\.log/);
  });
});
