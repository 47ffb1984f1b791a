/** A place in a glyph, in units of its font. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** A parabola: where it begins, what pulls it, where it ends. */
export interface Curve {
  readonly begin: Place;
  readonly pull: Place;
  readonly end: Place;
}

/** Puts a coordinate on a raster. */
export function onStep(place: number, step: number): number {
  return Math.round(place / step) * step;
}

function between(a: Place, b: Place, share: number): Place {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}

/** The parabolas that points beside a curve stand for: they meet halfway between two of them. */
export function curvesOf(from: Place, beside: readonly Place[], to: Place): Curve[] {
  let begin = from;
  return beside.map((pull, i) => {
    const next = beside[i + 1];
    const curve = { begin, pull, end: next === undefined ? to : between(pull, next, 0.5) };
    begin = curve.end;
    return curve;
  });
}

/** Where fewer points beside a curve would have to lie: those of the one cubic curve that the old ones were most likely made from. */
export function fitFewer(
  from: Place,
  old: readonly Place[],
  to: Place,
  count: number,
): readonly Place[] | undefined {
  const [first, last] = [old[0] ?? from, old.at(-1) ?? to];
  if (count === 1) return meet(from, first, last, to);
  const reach = (old.length * 2) / 3;
  const cubic = { a: from, b: between(from, first, reach), c: between(to, last, reach), d: to };
  return Array.from({ length: count }, (_, i) => {
    const { a, b, c, d } = cut(cubic, i / count, (i + 1) / count);
    if (i === 0) return between(a, b, 1.5);
    if (i === count - 1) return between(d, c, 1.5);
    return between(between(a, b, 1.5), between(d, c, 1.5), 0.5);
  });
}

/** Where the directions in which a curve begins and ends cross, ahead of both. */
function meet(from: Place, first: Place, last: Place, to: Place): readonly Place[] | undefined {
  const [ax, ay] = [first.x - from.x, first.y - from.y];
  const [bx, by] = [to.x - last.x, to.y - last.y];
  const turn = ax * by - ay * bx;
  if (turn === 0) return undefined;
  const ahead = ((to.x - from.x) * by - (to.y - from.y) * bx) / turn;
  return ahead > 0 ? [{ x: from.x + ax * ahead, y: from.y + ay * ahead }] : undefined;
}

interface Cubic {
  readonly a: Place;
  readonly b: Place;
  readonly c: Place;
  readonly d: Place;
}

/** A stretch of a cubic curve, as a cubic curve. */
function cut(cubic: Cubic, from: number, until: number): Cubic {
  const [begin, end, part] = [follow(cubic, from), follow(cubic, until), until - from];
  return { a: begin.place, b: goOn(begin, part), c: goOn(end, -part), d: end.place };
}

interface Moving {
  readonly place: Place;
  /** A third of the speed there. */
  readonly ahead: Place;
}

function goOn({ place, ahead }: Moving, part: number): Place {
  return { x: place.x + ahead.x * part, y: place.y + ahead.y * part };
}

/** The place after a share of a cubic curve, and where it is going. */
function follow({ a, b, c, d }: Cubic, share: number): Moving {
  const middle = between(b, c, share);
  const left = between(between(a, b, share), middle, share);
  const right = between(middle, between(c, d, share), share);
  const ahead = { x: right.x - left.x, y: right.y - left.y };
  return { place: between(left, right, share), ahead };
}

/** Into how many straight pieces a new curve is cut, how many places of the old one are held against it, and how far to look around each. */
const [PIECES, PROBES, AROUND] = [16, 8, 3];

/** Whether new curves stay within a distance of old ones that begin and end at the same places. */
export function isNear(old: readonly Curve[], fewer: readonly Curve[], distance: number): boolean {
  const line = Array.from({ length: PIECES + 1 }, (_, i) => walk(fewer, i / PIECES));
  for (let i = 1; i < PROBES; i += 1) {
    const middle = (i * PIECES) / PROBES;
    const place = walk(old, i / PROBES);
    let isFound = false;
    const last = Math.min(PIECES, middle + AROUND);
    for (let at = Math.max(0, middle - AROUND); at < last && !isFound; at += 1) {
      const [a, b] = [line[at], line[at + 1]];
      isFound = a !== undefined && b !== undefined && squareTo(a, b, place) <= distance * distance;
    }
    if (!isFound) return false;
  }
  return true;
}

/** The place after a share of the way along curves. */
function walk(curves: readonly Curve[], share: number): Place {
  const way = share * curves.length;
  const index = Math.min(curves.length - 1, Math.floor(way));
  const curve = curves[index];
  if (curve === undefined) return { x: 0, y: 0 };
  const { begin, pull, end } = curve;
  const rest = way - index;
  return between(between(begin, pull, rest), between(pull, end, rest), rest);
}

/** The square of the distance of a place from a straight line between two others. */
function squareTo(a: Place, b: Place, { x, y }: Place): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((x - a.x) * dx + (y - a.y) * dy) / length;
  const share = Math.max(0, Math.min(1, along));
  const [offX, offY] = [x - a.x - share * dx, y - a.y - share * dy];
  return offX * offX + offY * offY;
}
