import type { FontSlot } from "../fonts/sources.ts";
import type { Measure } from "./atoms.ts";
import { type ComposedLine, composeParagraph } from "./compose-lines.ts";
import type { Grid } from "./grid.ts";

/** A raster without squeezing or stretching, for text that stands by itself. */
export function plainGrid(size: number): Grid {
  return { size, cell: size, row: size };
}

/** Sets a text as one line of its natural width. */
export function composeSingleLine(
  text: string,
  slot: FontSlot,
  grid: Grid,
  measure: Measure,
): ComposedLine {
  const style = { slot, grid, width: Number.MAX_SAFE_INTEGER, firstIndent: 0, restIndent: 0 };
  const [line] = composeParagraph(text, style, measure);
  return line ?? { text: "", glyphs: [], right: 0, forced: false };
}

/** Moves a line to the right. */
export function shiftLine(line: ComposedLine, by: number): ComposedLine {
  const glyphs = line.glyphs.map((glyph) => ({ ...glyph, x: glyph.x + by }));
  return { ...line, glyphs, right: line.right + by };
}

/** Sets a text as centered lines of about the same length, as few as fit. */
export function composeBalanced(
  text: string,
  slot: FontSlot,
  grid: Grid,
  width: number,
  measure: Measure,
): ComposedLine[] {
  const natural = composeSingleLine(text, slot, grid, measure).right;
  const count = Math.max(1, Math.ceil(natural / width));
  const narrow = count === 1 ? width : Math.min(width, natural / count + grid.cell);
  const style = { slot, grid, width: narrow, firstIndent: 0, restIndent: 0 };
  return composeParagraph(text, style, measure).map((line) =>
    shiftLine(line, (width - line.right) / 2),
  );
}
