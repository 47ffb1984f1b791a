import { Unzip, UnzipInflate, UnzipPassThrough } from "fflate";
import { FileFault } from "./file-fault.ts";
import type { StoredFile } from "./read-parts.ts";

/** A piece of one file of an archive, as it comes out. */
export interface ZipPiece {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Nothing more of this file follows. */
  readonly last: boolean;
}

/** More than any honest table of this size unpacks to. */
const MOST_UNPACKED_BYTES = 512 * 1024 * 1024;

/**
 * Unpacks chosen files of a ZIP archive on the way, in the order in which they lie in it. An archive that is broken, cut off or blows up
 * beyond all measure ends in a `FileFault`.
 */
export async function* readZip(
  file: StoredFile,
  isWanted: (name: string) => boolean,
): AsyncGenerator<ZipPiece> {
  const pieces: ZipPiece[] = [];
  const open = new Set<string>();
  let failed = false;
  const unzip = new Unzip((entry) => {
    if (!isWanted(entry.name)) return;
    open.add(entry.name);
    entry.ondata = (error, bytes, last) => {
      if (error !== null) failed = true;
      else pieces.push({ name: entry.name, bytes, last });
      if (last) open.delete(entry.name);
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  unzip.register(UnzipPassThrough);
  let unpacked = 0;
  for await (const step of inSteps(file)) {
    try {
      unzip.push(step.bytes, step.last);
    } catch {
      failed = true;
    }
    if (failed) throw brokenArchive();
    for (const piece of pieces.splice(0)) {
      unpacked += piece.bytes.length;
      if (unpacked > MOST_UNPACKED_BYTES) {
        throw new FileFault("文件解压后过大，不像正常的表格，已停止读取");
      }
      yield piece;
    }
  }
  if (open.size > 0) throw brokenArchive();
}

function brokenArchive(): FileFault {
  return new FileFault("XLSX 文件已损坏或者不完整，请重新保存后再上传");
}

async function* inSteps(
  file: StoredFile,
): AsyncGenerator<{ readonly bytes: Uint8Array; readonly last: boolean }> {
  for await (const bytes of file.read()) yield { bytes, last: false };
  yield { bytes: new Uint8Array(), last: true };
}
