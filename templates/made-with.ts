import type { Fonts } from "./fonts/open-fonts.ts";
import { PACK_VERSION } from "./fonts/pack.ts";
import type { FontSlot } from "./fonts/sources.ts";
import { RENDERER_VERSION } from "./papers/template.ts";

/** What besides data and template decides the bytes of a paper: kept with each one that is issued. */
export interface MadeWith {
  readonly renderer: string;
  /** Version of the form in which outlines were kept ready. */
  readonly packVersion: number;
  /** Name and content hash (SHA-256) of every font file. */
  readonly fonts: readonly string[];
  /** Slots that a font of the authority's own stood in. */
  readonly ownFonts: readonly FontSlot[];
  /** The library that compressed. */
  readonly zlib: string;
}

const known = new WeakMap<Fonts, MadeWith>();

/** What papers are made with here and now. */
export function describeMaking(fonts: Fonts): MadeWith {
  const found = known.get(fonts) ?? {
    renderer: RENDERER_VERSION,
    packVersion: PACK_VERSION,
    fonts: fonts.packs.map(({ header }) => `${header.postscriptName} ${header.sourceSha256}`),
    ownFonts: fonts.named,
    zlib: process.versions["zlib"] ?? "",
  };
  known.set(fonts, found);
  return found;
}

/** What a paper was made with that is another thing now. */
export type MakingDifference = "renderer" | "fonts" | "zlib";

/** Finds out why a paper that is made again could have other bytes; nothing where there is no reason. */
export function compareMaking(then: MadeWith, now: MadeWith): readonly MakingDifference[] {
  const isOther = (one: unknown, other: unknown): boolean =>
    JSON.stringify(one) !== JSON.stringify(other);
  return [
    ...(isOther([then.renderer, then.packVersion], [now.renderer, now.packVersion])
      ? (["renderer"] as const)
      : []),
    ...(isOther([then.fonts, then.ownFonts], [now.fonts, now.ownFonts])
      ? (["fonts"] as const)
      : []),
    ...(isOther(then.zlib, now.zlib) ? (["zlib"] as const) : []),
  ];
}
