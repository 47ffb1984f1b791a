import { condition, setHandler, workflowInfo } from "@temporalio/workflow";
import { clockMovedSignal, publishSignal } from "./messages.ts";

/** A little behind a day's beginning the database's clock agrees that the day before is over. */
export const SKEW_MS = 250;
const LONGEST_PAUSE_MS = 86_400_000;
const LONGEST_HISTORY = 500;

/** What goes on for long and waits by the clock of the cases (长期任务): until its moment comes, something is asked for, or the clock is moved. */
export interface LongDuty {
  /** By how many milliseconds the demo clock is ahead, as it was last heard. */
  readonly offsetMs: () => number;
  /** Whether something was asked for since the work was last begun. */
  readonly isWanted: () => boolean;
  /** The work begins: it answers to everything that was asked for until now. */
  readonly begin: () => void;
  readonly isPast: (moment: number) => boolean;
  /** Waits for a moment of the case clock; whoever asks for something, or moves the clock, ends the pause. */
  readonly waitUntil: (moment: number, skewMs?: number) => Promise<void>;
  /** Whether the next run of the chain should go on. */
  readonly isLong: () => boolean;
}

/** Listens to what is asked for and to the clock. Something is wanted from the start. */
export function openLongDuty(clockOffsetMs: number): LongDuty {
  let [offsetMs, wanted, clockMoved] = [clockOffsetMs, true, false];
  setHandler(publishSignal, () => {
    wanted = true;
  });
  setHandler(clockMovedSignal, (move) => {
    offsetMs = Math.max(offsetMs, move.offsetMs);
    clockMoved = true;
  });
  return {
    offsetMs: () => offsetMs,
    isWanted: () => wanted,
    begin() {
      wanted = false;
    },
    isPast: (moment) => moment - offsetMs <= Date.now(),
    async waitUntil(moment, skewMs = 0) {
      clockMoved = false;
      const pause = moment - offsetMs - Date.now() + skewMs;
      const least = Math.max(1, skewMs);
      await condition(
        () => wanted || clockMoved,
        Math.min(LONGEST_PAUSE_MS, Math.max(least, pause)),
      );
    },
    isLong: () =>
      workflowInfo().continueAsNewSuggested || workflowInfo().historyLength > LONGEST_HISTORY,
  };
}
