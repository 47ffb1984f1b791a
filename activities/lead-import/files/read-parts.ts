import { setImmediate as letOthersWork } from "node:timers/promises";
import type { BlobStore } from "../../../platform/blobs.ts";

/** A file that can be read from its beginning as often as it takes, in small steps. */
export interface StoredFile {
  readonly read: () => AsyncGenerator<Uint8Array>;
}

/** Small steps: what one of them unpacks to stays small, and others in this process get their turn. */
const STEP_BYTES = 64 * 1024;

/** Reads a file from the blob store; only one of its parts is in memory at a time. */
export function openStoredFile(blobs: BlobStore, parts: readonly string[]): StoredFile {
  return {
    async *read() {
      for (const part of parts) {
        const bytes = await blobs.get(part);
        for (let from = 0; from < bytes.length; from += STEP_BYTES) {
          yield bytes.subarray(from, from + STEP_BYTES);
          await letOthersWork();
        }
      }
    },
  };
}
