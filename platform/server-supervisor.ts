import { setTimeout as pause } from "node:timers/promises";

import { explainFault } from "./fault-sentences.ts";

/** A server program that was started and can end by itself. */
interface StartedServer {
  readonly port: number;
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** A server that is started again, on the same port, whenever it ends without having been asked. */
export interface SupervisedServer<Server> {
  /** The server as it runs now, or as it last ran. */
  current(): Server;
  /** Ends it for good. */
  stop(): Promise<void>;
}

const LONGEST_WAIT_MS = 30_000;

/** Starts a server and keeps it running; its address never changes. A first start that fails is a fault. */
export async function superviseServer<Server extends StartedServer>(
  title: string,
  start: (port?: number) => Promise<Server>,
  log: (line: string) => void,
): Promise<SupervisedServer<Server>> {
  const state = { server: await start(), stopping: false };
  const watching = keepRunning(title, start, log, state);
  const stop = async (): Promise<void> => {
    state.stopping = true;
    await state.server.stop();
    await watching;
  };
  return { current: () => state.server, stop };
}

async function keepRunning<Server extends StartedServer>(
  title: string,
  start: (port?: number) => Promise<Server>,
  log: (line: string) => void,
  state: { server: Server; stopping: boolean },
): Promise<void> {
  let wait = 100;
  for (;;) {
    await state.server.ended;
    if (state.stopping) return;
    log(`! ${title} 意外结束，正在重新启动`);
    await pause(wait);
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    if (state.stopping) return;
    try {
      const server = await start(state.server.port);
      state.server = server;
      if (state.stopping) await server.stop();
      else log(`✓ ${title} 已重新启动`);
    } catch (error) {
      log(`! ${title}：${explainFault(error)}`);
    }
  }
}
