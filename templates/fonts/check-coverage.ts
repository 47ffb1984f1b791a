import { FontError } from "./font-error.ts";
import { printCodePoint } from "./missing-glyphs.ts";
import type { Fonts } from "./open-fonts.ts";
import { type FontSlot, SLOT_NAMES } from "./sources.ts";
import { readStandardCharacters } from "./standard-characters.ts";

/** How many characters a message names. */
const NAMED = 8;

/**
 * Checks the fonts that an operator named: each must have every character of the fixed words of its slot, or a paper's own wording would be
 * set in two faces. Of the standard characters it may lack some; these come from the fonts that come along, and the operator is told.
 */
export function checkCoverage(
  fonts: Fonts,
  words: Readonly<Record<FontSlot, string>>,
  report: (message: string) => void,
): void {
  for (const slot of fonts.named) {
    const lacking = findLacking(fonts, slot, words[slot]);
    const name = SLOT_NAMES[slot];
    if (lacking.length > 0) {
      const list = lacking.slice(0, NAMED).map(printCodePoint).join("、");
      throw new FontError(
        `指定的字体文件（${name}）缺少文书固定用字 ${lacking.length} 个：${list}${lacking.length > NAMED ? "等" : ""}`,
      );
    }
    const rare = findLacking(fonts, slot, readStandardCharacters()).length;
    if (rare > 0) {
      report(
        `指定的字体文件（${name}）缺少 8105 个通用规范汉字中的 ${rare} 个，这些字用随附的字体印出`,
      );
    }
  }
}

function findLacking(fonts: Fonts, slot: FontSlot, text: string): number[] {
  const [named] = fonts.slots[slot];
  const codePoints = new Set(Array.from(text, (character) => character.codePointAt(0) ?? 0));
  return [...codePoints].filter((codePoint) => named?.glyphOf(codePoint) === 0);
}
