import type { FontPack } from "../fonts/pack.ts";

/** Widths that differ from the full one, run by run; `isOpen` when the last run can still go on. */
export interface Widths {
  readonly text: string;
  readonly isOpen: boolean;
}

/** Writes the widths of glyphs that are numbered from `first` on, after those that were written before. */
export function writeWidths(
  pack: FontPack,
  order: readonly number[],
  first: number,
  before: Widths = { text: "", isOpen: false },
): Widths {
  let { text, isOpen } = before;
  for (let i = 0; i < order.length; i += 1) {
    const width = Math.round(pack.advanceOf(order[i] ?? 0) * 1000) / 1000;
    if (width === 1000) {
      if (isOpen) text += "]";
      isOpen = false;
      continue;
    }
    text += isOpen ? ` ${width}` : ` ${first + i} [${width}`;
    isOpen = true;
  }
  return { text, isOpen };
}

/** The finished array as it stands in the file. */
export function closeWidths({ text, isOpen }: Widths): string {
  return `[${text.trimStart()}${isOpen ? "]" : ""}]`;
}
