/** A file by its name. */
export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A place where files are left for a receiver and where its own files are found: a folder, here or on another machine. */
export interface FilePlace {
  /** Writes files one after the other, so that nobody ever sees half of one, or a later one without those before it. */
  readonly put: (files: readonly NamedFile[]) => Promise<void>;
  /** Reads a file; null when there is none. */
  readonly get: (name: string) => Promise<Buffer | null>;
}

/** What a receiver's file may weigh: a huge one is not read into memory. */
export const LARGEST_FILE_BYTES = 100_000_000;
