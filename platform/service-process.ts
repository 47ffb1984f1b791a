import { explainFault } from "./fault-sentences.ts";

/** A part of the system that runs in a process of its own: API, worker, the demo's second site. */
export interface RunningService {
  /** Where it can be reached, if it listens. */
  readonly url?: string;
  /** Finishes what is under way and closes everything. */
  stop(): Promise<void>;
}

const STOP_WITHIN_MS = 20_000;

/**
 * Runs a service until it is told to end: by SIGTERM or SIGINT, or because the process that started it is gone. A
 * service that fails to start ends with a sentence and code 1.
 */
export async function runService(start: () => Promise<RunningService>): Promise<void> {
  const wish = listenForEnd();
  try {
    const service = await start();
    announceReady(service.url);
    await wish;
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    await service.stop();
    process.exit(0);
  } catch (error) {
    console.error(`✗ ${explainFault(error)}`);
    process.exit(1);
  }
}

/** Signals that come before the service is ready count too. */
function listenForEnd(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => resolve());
    process.once("disconnect", () => resolve());
  });
}

function announceReady(url: string | undefined): void {
  const message = url === undefined ? { ready: true } : { ready: true, url };
  if (process.send) process.send(message);
  else if (url) console.log(`✓ ${url}`);
}
