import { TooManyTriesError } from "./faults.ts";

/** Counts failed tries in this process, by what was tried. */
export interface Tries {
  /** Throws `TooManyTriesError` while a key is locked. */
  readonly check: (key: string) => void;
  readonly fail: (key: string) => void;
  readonly succeed: (key: string) => void;
}

/** After so many failures a key is locked for a while. */
export const MOST_TRIES = 5;
export const LOCKED_FOR_MS = 15 * 60_000;
const MOST_KEYS = 10_000;

interface Count {
  readonly failed: number;
  readonly lockedUntil: number;
}

/** Makes a counter of failed tries; it goes by the machine's time, as everything that guards the door. */
export function countTries(nowMs: () => number = () => performance.now()): Tries {
  const counts = new Map<string, Count>();
  return {
    check(key) {
      const until = counts.get(key)?.lockedUntil ?? 0;
      const left = until - nowMs();
      if (left > 0) throw new TooManyTriesError(Math.ceil(left / 1_000));
    },
    fail(key) {
      const failed = (counts.get(key)?.failed ?? 0) + 1;
      const isLocked = failed >= MOST_TRIES;
      counts.delete(key);
      counts.set(key, {
        failed: isLocked ? 0 : failed,
        lockedUntil: isLocked ? nowMs() + LOCKED_FOR_MS : 0,
      });
      const oldest = counts.keys().next().value;
      if (counts.size > MOST_KEYS && oldest !== undefined) counts.delete(oldest);
    },
    succeed(key) {
      counts.delete(key);
    },
  };
}
