import { describe, expect, inject, it, onTestFinished } from "vitest";

import { readSettings, type Settings } from "../../platform/settings.ts";
import {
  connectTemporal,
  openTemporal,
  registerSearchAttributes,
  TASK_QUEUES,
} from "../../platform/temporal.ts";
import { connectWorker } from "../../platform/temporal-worker.ts";
import { findFreePort } from "../../platform/embedded/free-port.ts";

function makeSettings(env: NodeJS.ProcessEnv = {}): Settings {
  return readSettings({
    TEMPORAL_ADDRESS: inject("temporalAddress"),
    MINGDAN_RETRY_CONNECT_MS: "50",
    ...env,
  });
}

describe("the way to Temporal", () => {
  it("registers the search attributes once, however many do it at the same time", async () => {
    const access = await connectTemporal(makeSettings());
    onTestFinished(access.close);
    await Promise.all([1, 2, 3].map(() => registerSearchAttributes(access, "default")));
    await registerSearchAttributes(access, "default");
    const listed = await access.connection.operatorService.listSearchAttributes({
      namespace: "default",
    });
    expect(listed.customAttributes).toMatchObject({ CaseStage: 2, NextDeadline: 6 });
  });

  it("is open for workers too", async () => {
    const connection = await connectWorker(makeSettings());
    await connection.close();
    expect(Object.values(TASK_QUEUES)).toEqual([
      "listing-case",
      "papers",
      "publication",
      "messages",
      "imports",
    ]);
  });

  it("waits for a server that is away, says so once, and gives up when told to", async () => {
    const settings = makeSettings({ TEMPORAL_ADDRESS: `127.0.0.1:${await findFreePort()}` });
    let waits = 0;
    const attempt = connectTemporal(settings, {
      giveUpAfterMs: 300,
      onWaiting: () => (waits += 1),
    });
    await expect(attempt).rejects.toThrow("连接不上 Temporal 服务器");
    expect(waits).toBe(1);
  });

  it("does not wait for a namespace that is not there: that is a wrong setting", async () => {
    const attempt = connectTemporal(makeSettings({ TEMPORAL_NAMESPACE: "absent" }));
    await expect(attempt).rejects.toThrow("没有命名空间 absent");
  });

  it("can be opened while the server is away, for those who keep acts meanwhile", async () => {
    const settings = makeSettings({ TEMPORAL_ADDRESS: `127.0.0.1:${await findFreePort()}` });
    const access = openTemporal(settings);
    onTestFinished(access.close);
    const call = access.connection.withDeadline(Date.now() + 500, () =>
      access.client.workflow.count(),
    );
    await expect(call).rejects.toThrow();
  });
});
