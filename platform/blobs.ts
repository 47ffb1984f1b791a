import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";

import { DiskFull, isDiskFull } from "./disk-full.ts";
import type { FieldEncryption } from "./encryption.ts";

/** Files (evidence, issued papers), kept by what they contain and encrypted on disk. */
export interface BlobStore {
  /**
   * Keeps bytes and returns their name: the SHA-256 of the plain bytes, in hex. Keeping them twice is no harm. Where the disk takes no more
   * it throws `DiskFull`, and nothing half-written stays.
   */
  put(bytes: Uint8Array): Promise<string>;
  /** Returns the bytes, proven to be the ones that were kept; throws `BlobMissing` when there are none. */
  get(hash: string): Promise<Buffer>;
  has(hash: string): Promise<boolean>;
}

/** There is no file with this name. */
export class BlobMissing extends Error {
  override readonly name = "BlobMissing";
}

/** Opens the store in a folder. A file gets its name only when all of it is on the disk. */
export function openBlobStore(folder: string, encryption: FieldEncryption): BlobStore {
  const read = async (hash: string): Promise<Buffer> => {
    const plain = encryption.decryptBytes(await readStored(pathOf(folder, hash), hash));
    if (hashOf(plain) !== hash) throw new Error(`stored file ${hash} has been changed`);
    return plain;
  };
  const has = (hash: string): Promise<boolean> =>
    read(hash).then(
      () => true,
      (error: unknown) => {
        if (error instanceof BlobMissing) return false;
        throw error;
      },
    );
  const put = async (bytes: Uint8Array): Promise<string> => {
    const hash = hashOf(bytes);
    // A copy that was damaged meanwhile is replaced by the good one.
    const isIntact = await read(hash).then(Boolean, () => false);
    if (!isIntact) await write(pathOf(folder, hash), encryption.encryptBytes(bytes));
    return hash;
  };
  return { put, get: read, has };
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function pathOf(folder: string, hash: string): string {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new BlobMissing("not the name of a stored file");
  return join(folder, hash.slice(0, 2), hash.slice(2));
}

async function readStored(path: string, hash: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") {
      throw new BlobMissing(`stored file ${hash} is missing`);
    }
    throw error;
  }
}

async function write(path: string, bytes: Buffer): Promise<void> {
  const folder = dirname(path);
  const fresh = `${path}.${randomUUID()}.new`;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeToDisk(fresh, bytes);
    await rename(fresh, path);
  } catch (error) {
    throw isDiskFull(error) ? new DiskFull("the disk of the files takes no more") : error;
  } finally {
    await rm(fresh, { force: true });
  }
  // The names too must survive a power cut: of the file, and of the folder that may be new.
  await syncFolder(folder);
  await syncFolder(dirname(folder));
}

async function writeToDisk(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
