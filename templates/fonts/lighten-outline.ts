import { type Curve, curvesOf, fitFewer, isNear, onStep } from "./fit-curve.ts";
import { type Contour, type OutlinePoint, readContours, writeContours } from "./simple-outline.ts";

/**
 * Points are put on a raster of this share of the type size, and a curve may move by as much when it is drawn with fewer points: at
 * the size of text a hundredth of a millimetre, far below what printers and eyes can tell. It saves a fifth of a font's bytes.
 */
const FINENESS = 500;

/** Draws an outline with fewer points; one that is put together from others, or empty, stays as it is. */
export function lightenOutline(outline: Uint8Array, unitsPerEm: number): Uint8Array {
  const step = Math.floor(unitsPerEm / FINENESS);
  const contours = step < 2 ? null : readContours(outline);
  if (contours === null) return outline;
  const lighter = contours
    .map((contour) => dropNeedless(drawWithFewer(onRaster(contour, step), step), step / 2))
    .filter((contour) => contour.length > 2);
  const written = lighter.length === 0 ? outline : writeContours(lighter);
  return written.length < outline.length ? written : outline;
}

function onRaster(contour: Contour, step: number): Contour {
  return contour.map(({ x, y, on }) => ({ x: onStep(x, step), y: onStep(y, step), on }));
}

/** Each curve between two points that lie on it is drawn anew with as few points beside it as come near enough. */
function drawWithFewer(contour: Contour, step: number): Contour {
  const start = contour.findIndex(({ on }) => on);
  const first = contour[start];
  if (first === undefined) return contour;
  const round = [...contour.slice(start), ...contour.slice(0, start), first];
  const drawn: OutlinePoint[] = [];
  let from = 0;
  for (let at = 1; at < round.length; at += 1) {
    const [begin, end] = [round[from], round[at]];
    if (begin === undefined || end?.on !== true) continue;
    drawn.push(begin, ...redraw(begin, round.slice(from + 1, at), end, step));
    from = at;
  }
  return drawn;
}

/** The points beside a curve: the fewest whose curve stays within a step of the old one. */
function redraw(
  begin: OutlinePoint,
  beside: readonly OutlinePoint[],
  end: OutlinePoint,
  step: number,
): readonly OutlinePoint[] {
  if (beside.length < 2) return beside;
  const old: readonly Curve[] = curvesOf(begin, beside, end);
  for (let count = 1; count < beside.length; count += 1) {
    const points = fitFewer(begin, beside, end, count)?.map(({ x, y }) => ({
      ...{ x: onStep(x, step), y: onStep(y, step) },
      on: false,
    }));
    if (points !== undefined && isNear(old, curvesOf(begin, points, end), step)) return points;
  }
  return beside;
}

/** Leaves out points that change nothing: twice the same, halfway between two that pull, and on a straight line between two others. */
function dropNeedless(contour: Contour, distance: number): Contour {
  const kept: OutlinePoint[] = [];
  contour.forEach((point, i) => {
    const before = kept.at(-1);
    const after = contour[i + 1] ?? contour[0];
    if (before === undefined || after === undefined || !isNeedless(before, point, after, distance))
      kept.push(point);
  });
  return kept;
}

function isNeedless(
  before: OutlinePoint,
  point: OutlinePoint,
  after: OutlinePoint,
  distance: number,
): boolean {
  if (before.x === point.x && before.y === point.y && before.on === point.on) return true;
  if (!before.on && point.on && !after.on) {
    const [x, y] = [(before.x + after.x) / 2, (before.y + after.y) / 2];
    return Math.abs(point.x - x) <= distance && Math.abs(point.y - y) <= distance;
  }
  if (!before.on || !after.on) return false;
  const [dx, dy] = [after.x - before.x, after.y - before.y];
  const [px, py] = [point.x - before.x, point.y - before.y];
  const along = px * dx + py * dy;
  if (along < 0 || along > dx * dx + dy * dy) return false;
  return Math.abs(px * dy - py * dx) <= distance * Math.hypot(dx, dy);
}
