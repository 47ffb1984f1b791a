import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";

/** A worker of the product in a process of its own. */
export interface WorkerProcess {
  readonly child: ChildProcess;
  /** Resolves with the signal that ended the process, or its exit code. */
  readonly ended: Promise<string | number | null>;
  /** Ends it as an operator would, and waits. */
  readonly stop: () => Promise<void>;
}

export interface WorkerProcessOptions {
  /** What is run; the product's own worker, or one that is broken on purpose. */
  readonly program: URL;
  readonly env: NodeJS.ProcessEnv;
  /** From where modules and settings are found; this project unless given. */
  readonly folder?: string;
}

/** Starts a worker process, and waits until it says that it is ready. */
export async function startWorkerProcess(options: WorkerProcessOptions): Promise<WorkerProcess> {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, ["--import", "tsx", options.program.pathname], {
    cwd: options.folder ?? new URL("../..", import.meta.url).pathname,
    env: { PATH, HOME, ...options.env },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const ended = once(child, "exit").then(
    ([code, signal]) => (signal ?? code) as string | number | null, // as Node hands them over
  );
  const ready = once(child, "message").then(() => "ready" as const);
  if ((await Promise.race([ready, ended])) !== "ready") {
    throw new Error("the worker process ended before it was ready");
  }
  const stop = async (): Promise<void> => {
    child.kill("SIGTERM");
    await ended;
  };
  return { child, ended, stop };
}
