/** A place where files are left for a receiver and where its own files are found: a folder, here or on another machine. */
export interface FilePlace {
  /** Writes a file so that nobody ever sees half of one. */
  readonly put: (name: string, bytes: Uint8Array) => Promise<void>;
  /** Reads a file; null when there is none. */
  readonly get: (name: string) => Promise<Buffer | null>;
}

/** What a receiver's file may weigh: a huge one is not read into memory. */
export const LARGEST_FILE_BYTES = 100_000_000;
