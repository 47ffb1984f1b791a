import { homedir } from "node:os";
import { join } from "node:path";
import { FontError } from "./font-error.ts";
import type { FontPack } from "./pack.ts";
import { loadPack } from "./pack-cache.ts";
import {
  type BundledFace,
  FALLBACKS,
  type FontSlot,
  SLOT_NAMES,
  bundledSource,
} from "./sources.ts";

/** Where the packs are kept and which files replace the bundled faces. */
export interface FontOptions {
  /** Folder of the packs; the user's cache when left out. */
  readonly cacheFolder?: string;
  /** Font files (TrueType or WOFF2) an operator puts in place of a bundled face, e.g. a licensed 仿宋 as body. */
  readonly files?: Partial<Record<FontSlot, string>>;
  /** Told about long work (building packs at first use). */
  readonly report?: (message: string) => void;
}

/** The faces of a slot in the order in which they are asked for a character. */
export type FontChain = readonly FontPack[];

/** All fonts, ready to set papers with. Safe to share between papers. */
export interface Fonts {
  readonly slots: Readonly<Record<FontSlot, FontChain>>;
  /** Every face of the slots, once; its place in the list is its name in the files. */
  readonly packs: readonly FontPack[];
  /** The slots in which a file of the operator comes first. */
  readonly named: readonly FontSlot[];
  /** Content hashes of the sources, to be stored with a paper. */
  readonly sourceHashes: readonly string[];
}

/** The user's cache, outside every clone. */
export function defaultFontCache(): string {
  const base = process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache");
  return join(base, "mingdan", "fonts");
}

const SLOTS = Object.keys(FALLBACKS) as readonly FontSlot[]; // written with exactly these names

/** Opens the fonts, building the packs at first use. */
export async function openFonts(options: FontOptions = {}): Promise<Fonts> {
  const folder = options.cacheFolder ?? defaultFontCache();
  const report = options.report ?? ((): void => undefined);
  const bundled: Record<BundledFace, FontPack> = {
    serif: await loadPack(bundledSource("serif"), folder, report),
    "serif-bold": await loadPack(bundledSource("serif-bold"), folder, report),
    sans: await loadPack(bundledSource("sans"), folder, report),
    kai: await loadPack(bundledSource("kai"), folder, report),
  };
  const chainOf = async (slot: FontSlot): Promise<FontChain> => {
    const chain = FALLBACKS[slot].map((face) => bundled[face]);
    const named = options.files?.[slot];
    if (named === undefined) return chain;
    return [await loadNamed(slot, named, folder, report), ...chain];
  };
  const slots = {
    body: await chainOf("body"),
    title: await chainOf("title"),
    heading: await chainOf("heading"),
    kai: await chainOf("kai"),
    song: await chainOf("song"),
  };
  const packs = [...new Set(Object.values(slots).flat())];
  const hashes = packs.map((pack) => pack.header.sourceSha256);
  const named = SLOTS.filter((slot) => options.files?.[slot] !== undefined);
  return { slots, packs, named, sourceHashes: [...new Set(hashes)] };
}

async function loadNamed(
  slot: FontSlot,
  path: string,
  folder: string,
  report: (message: string) => void,
): Promise<FontPack> {
  const label = `指定的字体文件（${SLOT_NAMES[slot]}）`;
  try {
    return await loadPack({ label, path, sha256: null, mayBeLightened: false }, folder, report);
  } catch (error) {
    if (!(error instanceof FontError) || error.message.startsWith(label)) throw error;
    throw new FontError(`${label} ${path}：${error.message}`);
  }
}

/** The face that sets a character in a slot; undefined when none has it. */
export function pickPack(chain: FontChain, codePoint: number): FontPack | undefined {
  return chain.find((pack) => pack.glyphOf(codePoint) !== 0);
}
