import { StartFault } from "./start-fault.ts";

/** Tells each step of a start in a line, with the time it took. */
export type StepRunner = <Result>(
  work: () => Promise<Result>,
  title: string | ((result: Result) => string),
) => Promise<Result>;

/** Makes a runner that prints `✓ what was done (0.9 s)` and gives up waiting when the start is called off. */
export function createStepRunner(log: (line: string) => void, signal?: AbortSignal): StepRunner {
  return async (work, title) => {
    if (signal?.aborted) throw calledOff();
    const startedAt = performance.now();
    const result = await (signal ? Promise.race([work(), whenCalledOff(signal)]) : work());
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    log(`✓ ${typeof title === "string" ? title : title(result)} (${seconds} s)`);
    return result;
  };
}

function whenCalledOff(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) =>
    signal.addEventListener("abort", () => reject(calledOff()), { once: true }),
  );
}

function calledOff(): StartFault {
  return new StartFault("启动已中断。");
}
