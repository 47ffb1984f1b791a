import { CancellationScope, isCancellation, sleep } from "@temporalio/workflow";

const DAY_MS = 86_400_000;
/** A case looks at itself at least this often, so that no timer outlives what it was set for. */
export const LONGEST_WAIT_MS = 30 * DAY_MS;
/** The database's clock decides what is due; waking a little later than this one spares a second look. */
const SKEW_MS = 250;

/** One timer that is kept until the moment it waits for changes. */
export interface Alarm {
  /** Sets the moment, in this process's time; null means that no clock runs and only the longest wait counts. */
  readonly set: (wakeAtMs: number | null) => void;
  readonly stop: () => void;
}

/** Makes the alarm of a case. It only wakes; what is due then is for the transaction to say. */
export function keepAlarm(ring: () => void): Alarm {
  let current: { readonly wakeAtMs: number | null; readonly scope: CancellationScope } | null =
    null;
  const stop = (): void => {
    current?.scope.cancel();
    current = null;
  };
  return {
    stop,
    set(wakeAtMs) {
      if (current !== null && current.wakeAtMs === wakeAtMs) return;
      stop();
      const scope = new CancellationScope();
      current = { wakeAtMs, scope };
      void scope
        .run(async () => {
          await sleep(waitFor(wakeAtMs));
          current = null;
          ring();
        })
        .catch(ignoreCancellation);
    },
  };
}

function waitFor(wakeAtMs: number | null): number {
  if (wakeAtMs === null) return LONGEST_WAIT_MS;
  return Math.min(LONGEST_WAIT_MS, Math.max(SKEW_MS, wakeAtMs - Date.now() + SKEW_MS));
}

function ignoreCancellation(error: unknown): void {
  if (!isCancellation(error)) throw error;
}
