import type { GrayPicture } from "./gray-png.ts";

/** Side of the squares whose gray is compared: about 4 mm of the page. */
const SQUARE = 5;
/** By how much the gray of a square may differ: another way of smoothing the same letters stays below. */
const GRAY_TOLERANCE = 22;
/** How many squares in a thousand may differ by more. */
const SQUARES_TOLERANCE = 2;

/** Says how a picture differs from its reference beyond the tolerance; null where it is the same to the eye. */
export function comparePictures(picture: GrayPicture, reference: GrayPicture): string | null {
  const { width, height } = picture;
  if (width !== reference.width || height !== reference.height) {
    return `大小为${String(width)}×${String(height)}，应为${String(reference.width)}×${String(reference.height)}`;
  }
  const [shown, wanted] = [graysOf(picture), graysOf(reference)];
  const different = shown.filter((gray, i) => Math.abs(gray - (wanted[i] ?? 0)) > GRAY_TOLERANCE);
  const thousandths = (different.length / shown.length) * 1000;
  return thousandths > SQUARES_TOLERANCE
    ? `与参照图不同的面积为${(thousandths / 10).toFixed(1)}%`
    : null;
}

/** The mean gray of each square, row by row. */
function graysOf({ width, height, gray }: GrayPicture): readonly number[] {
  const [columns, rows] = [Math.ceil(width / SQUARE), Math.ceil(height / SQUARE)];
  const sums = new Float64Array(columns * rows);
  const counts = new Float64Array(columns * rows);
  gray.forEach((value, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    const square = Math.floor(y / SQUARE) * columns + Math.floor(x / SQUARE);
    sums[square] = (sums[square] ?? 0) + value;
    counts[square] = (counts[square] ?? 0) + 1;
  });
  return Array.from(sums, (sum, square) => sum / (counts[square] ?? 1));
}
