import type { Measure } from "./atoms.ts";
import type { PaperFrame } from "./blocks.ts";
import { drawLine } from "./flow.ts";
import { MM, PAGE } from "./grid.ts";
import type { Draw, Mark } from "./page-model.ts";
import { composeSingleLine, plainGrid } from "./single-line.ts";

const PAGE_NUMBER_GRID = plainGrid(14);
const WATERMARK_SIZE = 150;

/** Page number between dashes, 7 mm under the type area: odd pages right, even pages left, one character in. */
export function markPageNumber(index: number, measure: Measure): Mark {
  const grid = PAGE_NUMBER_GRID;
  const line = composeSingleLine(`— ${index + 1} —`, "song", grid, measure);
  const isOdd = index % 2 === 0;
  const left = isOdd ? PAGE.left + PAGE.typeWidth - grid.size - line.right : PAGE.left + grid.size;
  const y = PAGE.top + PAGE.typeHeight + 7 * MM + grid.size / 2;
  return { node: "artifact", draws: [drawLine(line, "song", grid, left, y)] };
}

/** The word 草稿 across the page, pale, under everything else. */
export function markDraft(frame: PaperFrame): Mark[] {
  if (!frame.draft) return [];
  const characters = Array.from(frame.draftMark);
  const slope = Math.SQRT1_2;
  const start = (characters.length * WATERMARK_SIZE * slope) / 2;
  const draws = characters.map((character, i): Draw => {
    const along = i * WATERMARK_SIZE * slope;
    return {
      kind: "turned",
      slot: "heading",
      size: WATERMARK_SIZE,
      color: [0.9, 0.9, 0.9],
      character,
      x: PAGE.width / 2 - start + along + WATERMARK_SIZE * 0.25,
      y: PAGE.height / 2 + start - along + WATERMARK_SIZE * 0.25,
      matrix: [slope, slope, -slope, slope],
    };
  });
  return [{ node: "artifact", draws }];
}
