import { isPaperKind, isVolumeSheet, PAPER_KINDS, VOLUME_SHEETS } from "../domain/papers.ts";
import { checkCoverage } from "./fonts/check-coverage.ts";
import { type FontOptions, type Fonts, openFonts } from "./fonts/open-fonts.ts";
import type { FontSlot } from "./fonts/sources.ts";
import { allWords } from "./papers/fixed-words.ts";

/**
 * Opens the fonts of papers as a process does at its start: those that an operator named are checked for everything that papers print
 * in any case. A `FontError` says what is wrong with them.
 */
export async function openPaperFonts(options: FontOptions = {}): Promise<Fonts> {
  const fonts = await openFonts(options);
  checkCoverage(fonts, allFixedWords(), options.report ?? ((): void => undefined));
  return fonts;
}

/** What papers of every kind print whatever the case, by the face it is set in. */
function allFixedWords(): Record<FontSlot, string> {
  const kinds = [
    ...Object.keys(PAPER_KINDS).filter(isPaperKind),
    ...Object.keys(VOLUME_SHEETS).filter(isVolumeSheet),
  ].map(allWords);
  const of = (slot: FontSlot): string => kinds.map((words) => words[slot]).join("");
  return {
    title: of("title"),
    body: of("body"),
    heading: of("heading"),
    kai: of("kai"),
    song: of("song"),
  };
}
