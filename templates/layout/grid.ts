/** Points per millimeter. */
export const MM = 72 / 25.4;

/** Page geometry after GB/T 9704-2012: A4, a type area of 156 × 225 mm, 22 rows of 28 characters. */
export const PAGE = {
  width: 595.28,
  height: 841.89,
  left: 28 * MM,
  top: 37 * MM,
  typeWidth: 156 * MM,
  typeHeight: 225 * MM,
  columns: 28,
  rows: 22,
} as const;

/** A raster of equal rows and cells that text is set on. */
export interface Grid {
  /** Type size in points. */
  readonly size: number;
  /** Width of one full-width character. */
  readonly cell: number;
  /** Height of one row. */
  readonly row: number;
}

/** 3号 (16 pt) on 22 rows of 28 characters: the text of every letter. */
export const BODY_GRID: Grid = {
  size: 16,
  cell: PAGE.typeWidth / PAGE.columns,
  row: PAGE.typeHeight / PAGE.rows,
};

/** 小四 (12 pt): the note at the foot of the last page. */
export const SMALL_GRID: Grid = { size: 12, cell: 12, row: 18 };

/** 小四 on closer rows: the cells of a ruled form. */
export const FORM_GRID: Grid = { size: 12, cell: 12, row: 16 };

/** Distance from the top of a row to the baseline: type centered in the row, baseline at 0.88 em for every face. */
export function baselineIn(grid: Grid): number {
  return (grid.row - grid.size) / 2 + 0.88 * grid.size;
}
