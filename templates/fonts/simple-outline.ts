/** A point of an outline: on the curve, or pulling it from beside. */
export interface OutlinePoint {
  readonly x: number;
  readonly y: number;
  readonly on: boolean;
}

/** A closed line of points. */
export type Contour = readonly OutlinePoint[];

/** How a point is written: on the curve or not; x and y as one byte or two, or as before. */
const FLAG = { on: 1, shortX: 2, shortY: 4, repeat: 8, sameX: 16, sameY: 32 } as const;
const HEAD = 10;
/** As often as a flag can be said to come again. */
const MOST_REPEATS = 255;

/** Reads the points of a simple outline; null for an empty one and for one that is put together from others. */
export function readContours(outline: Uint8Array): readonly Contour[] | null {
  if (outline.length < HEAD) return null;
  const bytes = Buffer.from(outline.buffer, outline.byteOffset, outline.length);
  const count = bytes.readInt16BE(0);
  if (count <= 0) return null;
  const ends = Array.from({ length: count }, (_, i) => bytes.readUInt16BE(HEAD + 2 * i));
  const flagsAt = HEAD + 2 * count + 2 + bytes.readUInt16BE(HEAD + 2 * count);
  const { flags, end } = readFlags(bytes, flagsAt, (ends.at(-1) ?? -1) + 1);
  const xs = readPlaces(bytes, end, flags, FLAG.shortX, FLAG.sameX);
  const ys = readPlaces(bytes, xs.end, flags, FLAG.shortY, FLAG.sameY);
  const points = flags.map((flag, i): OutlinePoint => ({
    x: xs.places[i] ?? 0,
    y: ys.places[i] ?? 0,
    on: (flag & FLAG.on) !== 0,
  }));
  return ends.map((last, i) => points.slice(i === 0 ? 0 : (ends[i - 1] ?? 0) + 1, last + 1));
}

function readFlags(bytes: Buffer, from: number, count: number): { flags: number[]; end: number } {
  const flags: number[] = [];
  let at = from;
  while (flags.length < count) {
    const flag = bytes.readUInt8(at++);
    const times = (flag & FLAG.repeat) === 0 ? 1 : 1 + bytes.readUInt8(at++);
    for (let i = 0; i < times; i += 1) flags.push(flag);
  }
  return { flags, end: at };
}

function readPlaces(
  bytes: Buffer,
  from: number,
  flags: readonly number[],
  short: number,
  same: number,
): { places: number[]; end: number } {
  let [at, place] = [from, 0];
  const places = flags.map((flag) => {
    const isSame = (flag & same) !== 0;
    if ((flag & short) !== 0) place += (isSame ? 1 : -1) * bytes.readUInt8(at++);
    else if (!isSame) {
      place += bytes.readInt16BE(at);
      at += 2;
    }
    return place;
  });
  return { places, end: at };
}

/** Writes points as a simple outline without a hinting program, in as few bytes as the format allows. */
export function writeContours(contours: readonly Contour[]): Uint8Array {
  const points = contours.flat();
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const head = Buffer.alloc(HEAD + 2 * contours.length + 2);
  const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  head.writeInt16BE(contours.length, 0);
  box.forEach((edge, i) => head.writeInt16BE(edge, 2 + 2 * i));
  let last = -1;
  contours.forEach((contour, i) => head.writeUInt16BE((last += contour.length), HEAD + 2 * i));
  const [across, up] = [
    writePlaces(xs, FLAG.shortX, FLAG.sameX),
    writePlaces(ys, FLAG.shortY, FLAG.sameY),
  ];
  const flags = points.map(
    ({ on }, i) => (on ? FLAG.on : 0) | (across.flags[i] ?? 0) | (up.flags[i] ?? 0),
  );
  return Buffer.concat([
    head,
    ...[packFlags(flags), across.bytes, up.bytes].map((row) => Buffer.from(row)),
  ]);
}

function writePlaces(
  places: readonly number[],
  short: number,
  same: number,
): { flags: number[]; bytes: number[] } {
  const bytes: number[] = [];
  const flags = places.map((place, i) => {
    const step = place - (places[i - 1] ?? 0);
    if (step === 0) return same;
    if (Math.abs(step) <= 0xff) {
      bytes.push(Math.abs(step));
      return step > 0 ? short | same : short;
    }
    bytes.push((step >> 8) & 0xff, step & 0xff);
    return 0;
  });
  return { flags, bytes };
}

function packFlags(flags: readonly number[]): number[] {
  const packed: number[] = [];
  for (let i = 0; i < flags.length;) {
    const flag = flags[i] ?? 0;
    let end = i + 1;
    while (end < flags.length && flags[end] === flag && end - i <= MOST_REPEATS) end += 1;
    // Saying twice takes as many bytes as saying that it comes again.
    if (end - i > 2) packed.push(flag | FLAG.repeat, end - i - 1);
    else for (let k = i; k < end; k += 1) packed.push(flag);
    i = end;
  }
  return packed;
}
