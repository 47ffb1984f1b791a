import { type Fonts, pickPack } from "../fonts/open-fonts.ts";
import type { FontPack } from "../fonts/pack.ts";
import type { FontSlot } from "../fonts/sources.ts";
import { type GlyphBlock, makeGlyphBlock } from "./glyph-block.ts";

/** The words that every paper of a kind has, by the face they are set in. The same object stands for the same words. */
export type FixedWords = Readonly<Record<FontSlot, string>>;

type Blocks = Map<FontPack, GlyphBlock>;
const known = new WeakMap<Fonts, WeakMap<FixedWords, Blocks>>();

/** The glyphs of a kind's fixed words in one font; made when a paper of the kind first needs them. */
export function findBlock(fonts: Fonts, words: FixedWords, pack: FontPack): GlyphBlock {
  const ofFonts = known.get(fonts) ?? new WeakMap<FixedWords, Blocks>();
  known.set(fonts, ofFonts);
  const blocks: Blocks = ofFonts.get(words) ?? new Map<FontPack, GlyphBlock>();
  ofFonts.set(words, blocks);
  const block = blocks.get(pack) ?? makeGlyphBlock(pack, findCharacters(fonts, words, pack));
  blocks.set(pack, block);
  return block;
}

function findCharacters(fonts: Fonts, words: FixedWords, pack: FontPack): Set<number> {
  const found = new Set<number>();
  for (const [slot, chain] of Object.entries(fonts.slots)) {
    for (const character of words[slot as FontSlot]) {
      const codePoint = character.codePointAt(0) ?? 0;
      if (pickPack(chain, codePoint) === pack) found.add(codePoint);
    }
  }
  return found;
}
