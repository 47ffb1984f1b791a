import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { isDiskFull } from "../../../platform/disk-full.ts";
import { DeliveryFailed } from "./channel.ts";
import { LARGEST_FILE_BYTES, type FilePlace, type NamedFile } from "./file-place.ts";

/** A folder on this machine, such as a mounted share. A full disk or a share that is away is a failed delivery. */
export function folderPlace(path: string): FilePlace {
  return {
    async put(files) {
      for (const file of files) await write(path, file);
    },
    async get(name) {
      try {
        const { size } = await stat(join(path, name));
        if (size > LARGEST_FILE_BYTES) throw new DeliveryFailed("bad-receipt");
        return await readFile(join(path, name));
      } catch (error) {
        if (error instanceof DeliveryFailed) throw error;
        if (isMissing(error)) return null;
        throw new DeliveryFailed("unreachable");
      }
    },
  };
}

async function write(path: string, { name, bytes }: NamedFile): Promise<void> {
  const unfinished = join(path, `.${name}.part`);
  try {
    await mkdir(path, { recursive: true });
    const file = await open(unfinished, "w");
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, join(path, name));
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw new DeliveryFailed(isDiskFull(error) ? "no-space" : "unreachable");
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
