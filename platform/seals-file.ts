import { mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { randomUUID } from "node:crypto";
import { Type, type Static } from "typebox";
import { Check } from "typebox/value";
import { SealError } from "./seal-error.ts";

const DAY = Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" });
const ENTRY = Type.Object({
  authorityId: Type.String({ minLength: 1 }),
  /** The name on the seal: the full name of the authority. */
  name: Type.String({ minLength: 1 }),
  /** First and last day of papers on which it is used; null: until further notice. */
  from: DAY,
  until: Type.Union([DAY, Type.Null()]),
  /** PEM files beside the register: the own certificate first, then those that vouch for it. */
  certificates: Type.String({ minLength: 1 }),
  privateKey: Type.String({ minLength: 1 }),
  passphrase: Type.Optional(Type.String()),
});
const FILE = Type.Object({ seals: Type.Array(ENTRY) });

/** A seal as the register names it. */
export type SealEntry = Static<typeof ENTRY>;

/** The register of seals: one JSON file, keys and certificates beside it. Nobody but its owner may read it. */
export interface SealsFile {
  readonly folder: string;
  read(): Promise<readonly SealEntry[]>;
  readCertificates(entry: SealEntry): Promise<string>;
  readPrivateKey(entry: SealEntry): Promise<string>;
  /** Adds a seal; the file is replaced as a whole. */
  add(entry: SealEntry): Promise<void>;
}

/** Opens the register; a file that is not there yet holds no seals. */
export function openSealsFile(path: string): SealsFile {
  const folder = dirname(path);
  const read = async (): Promise<readonly SealEntry[]> => {
    const text = await readClosed(path).catch((error: unknown) => {
      if (isMissing(error)) return null;
      throw error;
    });
    return text === null ? [] : parse(text);
  };
  return {
    folder,
    read,
    readCertificates: (entry) => readNamed(resolve(folder, entry.certificates), readFileText),
    readPrivateKey: (entry) => readNamed(resolve(folder, entry.privateKey), readClosed),
    async add(entry) {
      const seals = [...(await read()), entry];
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const beside = join(folder, `${randomUUID()}.new`);
      await writeFile(beside, `${JSON.stringify({ seals }, null, 2)}\n`, { mode: 0o600 });
      await rename(beside, path);
    },
  };
}

function parse(text: string): readonly SealEntry[] {
  try {
    const parsed: unknown = JSON.parse(text);
    if (Check(FILE, parsed)) return parsed.seals;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new SealError("file-unreadable");
}

/** Reads a file that others must not be able to read. */
async function readClosed(path: string): Promise<string> {
  if (((await stat(path)).mode & 0o077) !== 0) throw new SealError("file-unreadable");
  return readFileText(path);
}

function readFileText(path: string): Promise<string> {
  return readFile(path, "utf8");
}

/** A file that the register names and that is not there is a fault of the register. */
async function readNamed(path: string, read: (path: string) => Promise<string>): Promise<string> {
  try {
    return await read(path);
  } catch (error) {
    if (isMissing(error)) throw new SealError("file-unreadable");
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
