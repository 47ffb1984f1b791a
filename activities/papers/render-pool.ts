import { availableParallelism } from "node:os";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { FontOptions } from "../../templates/fonts/open-fonts.ts";
import type { RenderedPaper } from "../../templates/render.ts";
import type { PaperRenderer, RenderAnswer, RenderJob } from "./paper-renderer.ts";
import { prepareThreadFile } from "./thread-file.ts";

/** How the pool is set up. */
export interface PoolOptions {
  /** One fewer than the machine has cores, and never more than four, unless said otherwise. */
  readonly threads?: number;
  readonly fonts?: Omit<FontOptions, "report">;
}

interface OpenJob {
  readonly job: RenderJob;
  /** The code of the thread that makes it. */
  readonly file: string;
  readonly done: (paper: RenderedPaper) => void;
  readonly failed: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  open: OpenJob | null;
}

const MOST_THREADS = 4;

/**
 * Makes papers in threads of their own, so that however many are to be made, acts are never held up. Threads start with the first
 * paper; one that dies takes only the paper it was at with it, and the next paper gets a new one.
 */
export function openRenderPool(options: PoolOptions = {}): PaperRenderer {
  const size = options.threads ?? Math.min(MOST_THREADS, Math.max(1, availableParallelism() - 1));
  const threads = new Set<Thread>();
  const waiting: OpenJob[] = [];
  let lastId = 0;
  let isClosed = false;
  const prepare = prepareOnce();

  const start = (file: string): Thread => {
    // The file needs none of what this process was started with to read TypeScript.
    const worker = new Worker(pathToFileURL(file), {
      workerData: options.fonts ?? {},
      execArgv: [],
    });
    const thread: Thread = { worker, open: null };
    threads.add(thread);
    worker.on("message", (answer: RenderAnswer) => {
      settle(thread, answer);
      next();
    });
    const lose = (error: Error): void => {
      threads.delete(thread);
      thread.open?.failed(error);
      thread.open = null;
      if (!isClosed) next();
    };
    worker.once("error", lose);
    worker.once("exit", () => {
      lose(new Error("a thread that makes papers has ended"));
    });
    worker.unref();
    return thread;
  };

  const next = (): void => {
    for (let [first] = waiting; first !== undefined; [first] = waiting) {
      const idle = [...threads].find((thread) => thread.open === null);
      const thread = idle ?? (threads.size < size ? start(first.file) : null);
      const open = thread === null ? undefined : waiting.shift();
      if (thread === null || open === undefined) return;
      thread.open = open;
      thread.worker.ref(); // a process with a paper to make does not end
      thread.worker.postMessage(open.job);
    }
  };

  return {
    async render(kind, data, renderOptions) {
      const file = await prepare();
      if (isClosed) throw new Error("the pool that makes papers is closed");
      return new Promise((done, failed) => {
        lastId += 1;
        const job = { jobId: lastId, kind, data, options: renderOptions };
        waiting.push({ job, file, done, failed });
        next();
      });
    },
    async close() {
      isClosed = true;
      for (const { failed } of waiting.splice(0)) failed(new Error("the pool was closed"));
      await Promise.all([...threads].map(({ worker }) => worker.terminate()));
    },
  };
}

/** The code of threads, made or found at once, so that the first paper finds it done; where that fails the next paper tries again. */
function prepareOnce(): () => Promise<string> {
  let preparing: Promise<string> | null = null;
  const prepare = (): Promise<string> => {
    preparing ??= prepareThreadFile();
    preparing.catch(() => (preparing = null));
    return preparing;
  };
  void prepare();
  return prepare;
}

function settle(thread: Thread, answer: RenderAnswer): void {
  const { open } = thread;
  if (open?.job.jobId !== answer.jobId) return;
  thread.open = null;
  thread.worker.unref();
  if ("paper" in answer) open.done(answer.paper);
  else {
    const { name, message } = answer.fault;
    open.failed(Object.assign(new Error(message), { name }));
  }
}
