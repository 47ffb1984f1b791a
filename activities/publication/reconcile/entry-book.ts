import type { Expectation } from "../../../domain/publication/reconcile/holding.ts";
import type { Transaction } from "../../../platform/database.ts";
import type { ReadBack, ReadingDays } from "../read-back/read-back.ts";

/** One entry in one channel: its newest version, and when the channel proved that it has it. */
export interface Entry {
  readonly entryId: string;
  readonly version: number;
  readonly repairs: number;
  /** The seal that went along with it, where there is one. */
  readonly sealSignature: string | null;
  /** By which entered basis its receiver was told who a person is. */
  readonly sharingBasisId: string | null;
  /** When the channel proved that it has it; null while it has not. */
  readonly receivedAt: Date | null;
}

/** Every entry that was ever on its way to a channel; those not looked at since they were last proven; or those of these ids. */
export type WhichEntries = "all" | "new" | readonly string[];

/** How and when a receiver was asked. */
export interface Asked {
  readonly readBack: ReadBack;
  readonly days: ReadingDays;
}

/** Entries of one kind that a channel holds (台账): what it is to show of them, and how they are sent anew. */
export interface EntryBook {
  readonly readEntries: (tx: Transaction, which: WhichEntries) => Promise<readonly Entry[]>;
  readonly readExpectations: (
    tx: Transaction,
    asked: Asked,
    entries: readonly Entry[],
  ) => Promise<readonly Expectation[]>;
  /** Sends an entry anew: the newest version in another parcel, which puts a copy right that the receiver has altered or lost. */
  readonly sendAnew: (tx: Transaction, entry: Entry, now: Date) => Promise<void>;
  /** Entries that the channel shows as they are: nobody needs to look at them again until something changes. */
  readonly markVerified: (tx: Transaction, entries: readonly Entry[]) => Promise<void>;
  /** Sets going what is sent anew. */
  readonly wake: (entryIds: readonly string[]) => Promise<void>;
}

/** So many entries are read or marked at a time. */
export const ENTRIES_AT_ONCE = 500;

/** Cuts entries into runs of a size that a statement can take. */
export function inRuns(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const count = Math.ceil(entries.length / ENTRIES_AT_ONCE);
  return Array.from({ length: count }, (_, at) =>
    entries.slice(at * ENTRIES_AT_ONCE, (at + 1) * ENTRIES_AT_ONCE),
  );
}
