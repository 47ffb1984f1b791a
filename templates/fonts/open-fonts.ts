import { homedir } from "node:os";
import { join } from "node:path";
import type { FontPack } from "./pack.ts";
import { loadPack } from "./pack-cache.ts";
import { type BundledFace, FALLBACKS, type FontSlot, bundledSource } from "./sources.ts";

/** Where the packs are kept and which files replace the bundled faces. */
export interface FontOptions {
  /** Folder of the packs; the user's cache when left out. */
  readonly cacheFolder?: string;
  /** TrueType files an operator puts in place of a bundled face, e.g. a licensed 仿宋 as body. */
  readonly files?: Partial<Record<FontSlot, string>>;
  /** Told about long work (building packs at first use). */
  readonly report?: (message: string) => void;
}

/** The faces of a slot in the order in which they are asked for a character. */
export type FontChain = readonly FontPack[];

/** All fonts, ready to set papers with. Safe to share between papers. */
export interface Fonts {
  readonly slots: Readonly<Record<FontSlot, FontChain>>;
  /** Content hashes of the sources, to be stored with a paper. */
  readonly sourceHashes: readonly string[];
}

/** The user's cache, outside every clone. */
export function defaultFontCache(): string {
  const base = process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache");
  return join(base, "mingdan", "fonts");
}

/** Opens the fonts, building the packs at first use. */
export async function openFonts(options: FontOptions = {}): Promise<Fonts> {
  const folder = options.cacheFolder ?? defaultFontCache();
  const report = options.report ?? ((): void => undefined);
  const bundled: Record<BundledFace, FontPack> = {
    serif: await loadPack(bundledSource("serif"), folder, report),
    "serif-bold": await loadPack(bundledSource("serif-bold"), folder, report),
    sans: await loadPack(bundledSource("sans"), folder, report),
  };
  const chainOf = async (slot: FontSlot): Promise<FontChain> => {
    const chain = FALLBACKS[slot].map((face) => bundled[face]);
    const named = options.files?.[slot];
    if (named === undefined) return chain;
    const source = { label: `指定的字体文件（${slot}）`, path: named, sha256: null };
    return [await loadPack(source, folder, report), ...chain];
  };
  const body = await chainOf("body");
  const slots = {
    body,
    title: await chainOf("title"),
    heading: await chainOf("heading"),
    kai: options.files?.kai === undefined ? body : await chainOf("kai"),
  };
  const hashes = Object.values(slots).flatMap((chain) =>
    chain.map((pack) => pack.header.sourceSha256),
  );
  return { slots, sourceHashes: [...new Set(hashes)] };
}

/** The face that sets a character in a slot; undefined when none has it. */
export function pickPack(chain: FontChain, codePoint: number): FontPack | undefined {
  return chain.find((pack) => pack.glyphOf(codePoint) !== 0);
}
