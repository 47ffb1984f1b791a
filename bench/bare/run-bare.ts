import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import type { Client } from "@temporalio/client";
import { DefaultLogger, NativeConnection, Runtime, Worker } from "@temporalio/worker";
import { bareUpdate } from "./workflow.ts";

/** A bare workflow, warm, with a worker of its own. */
export interface BareWorkflow {
  readonly update: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts the bare workflow on the same server. */
export async function runBare(client: Client, address: string): Promise<BareWorkflow> {
  Runtime.install({ logger: new DefaultLogger("ERROR") });
  const connection = await NativeConnection.connect({ address });
  const taskQueue = `bare-${randomUUID()}`;
  const worker = await Worker.create({
    connection,
    taskQueue,
    workflowsPath: fileURLToPath(new URL("./workflow.ts", import.meta.url)),
    activities: { doNothing: () => Promise.resolve() },
  });
  const running = worker.run();
  const handle = await client.workflow.start("bare", { workflowId: taskQueue, taskQueue });
  return {
    update: () => handle.executeUpdate(bareUpdate),
    async stop() {
      await handle.terminate();
      worker.shutdown();
      await running;
      await connection.close();
    },
  };
}
