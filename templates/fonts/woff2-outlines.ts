import { FontError } from "./font-error.ts";
import { walkComponents } from "./outlines.ts";

/** Reads one stretch of bytes from front to back. */
class Stream {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  byte(): number {
    this.#at += 1;
    return this.#bytes[this.#at - 1] ?? 0;
  }

  /** 16 bits with their sign. */
  short(): number {
    return ((this.byte() << 24) >> 16) | this.byte();
  }

  take(length: number): Uint8Array {
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  /** All that is left, without going on. */
  rest(): Uint8Array {
    return this.#bytes.subarray(this.#at);
  }

  /** A number up to 65,535 in one to three bytes. */
  number(): number {
    const first = this.byte();
    if (first === 253) return this.short() & 0xffff;
    if (first === 254) return 506 + this.byte();
    return first === 255 ? 253 + this.byte() : first;
  }
}

/** The seven streams into which WOFF2 sorts the outlines. */
interface Streams {
  readonly contours: Stream;
  readonly points: Stream;
  readonly flags: Stream;
  readonly glyphs: Stream;
  readonly composites: Stream;
  readonly boxes: Stream;
  readonly hasBox: (glyph: number) => boolean;
}

/** Rebuilds the tables `glyf` and `loca` (long form) of a font from the form in which WOFF2 keeps them. */
export function readOutlines(table: Uint8Array): { glyf: Buffer; loca: Buffer } {
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  const count = view.getUint16(4);
  const streams = openStreams(table, view, count);
  const loca = Buffer.alloc(4 * (count + 1));
  const outlines: Uint8Array[] = [];
  let at = 0;
  for (let glyph = 0; glyph < count; glyph += 1) {
    const outline = readOutline(streams, glyph);
    const padding = (4 - (outline.length % 4)) % 4;
    outlines.push(outline, new Uint8Array(padding));
    at += outline.length + padding;
    loca.writeUInt32BE(at, 4 * (glyph + 1));
  }
  const { points, flags, glyphs, composites, boxes } = streams;
  if ([points, flags, glyphs, composites, boxes].some((stream) => stream.rest().length > 0)) {
    throw new FontError("WOFF2 字体文件的轮廓已损坏；请重新取得该文件");
  }
  return { glyf: Buffer.concat(outlines, at), loca };
}

function openStreams(table: Uint8Array, view: DataView, count: number): Streams {
  let at = 36;
  const [contours, points, flags, glyphs, composites] = [8, 12, 16, 20, 24].map((place) => {
    const from = at;
    at += view.getUint32(place);
    return new Stream(table.subarray(from, at));
  }) as [Stream, Stream, Stream, Stream, Stream]; // five places give five streams
  const bitmap = at;
  const boxes = new Stream(table.subarray(bitmap + 4 * Math.ceil(count / 32)));
  const hasBox = (glyph: number): boolean =>
    ((table[bitmap + (glyph >> 3)] ?? 0) & (0x80 >> (glyph & 7))) !== 0;
  return { contours, points, flags, glyphs, composites, boxes, hasBox };
}

function readOutline(streams: Streams, glyph: number): Uint8Array {
  const contours = streams.contours.short();
  if (contours === 0) return new Uint8Array(0);
  if (contours < 0) return readComposite(streams);
  return readSimple(streams, contours, streams.hasBox(glyph));
}

/** A composite's records are kept as they are; its box is always told. */
function readComposite(streams: Streams): Uint8Array {
  const rest = streams.composites.rest();
  const probe = new Uint8Array(10 + rest.length);
  probe[0] = 0x80; // fewer than no contours: a composite
  probe.set(rest, 10);
  const components = walkComponents(probe);
  const length = (components.at(-1)?.end ?? 10) - 10;
  if (components.some(({ flags }) => (flags & 0x0100) !== 0)) streams.glyphs.number();
  const outline = Buffer.alloc(10 + length);
  outline.writeInt16BE(-1, 0);
  outline.set(streams.boxes.take(8), 2);
  outline.set(streams.composites.take(length), 10);
  return outline;
}

const [ON_CURVE, X_SHORT, Y_SHORT, X_SAME, Y_SAME] = [0x01, 0x02, 0x04, 0x10, 0x20];

function readSimple(streams: Streams, contours: number, isBoxTold: boolean): Uint8Array {
  const ends: number[] = [];
  let count = 0;
  for (let i = 0; i < contours; i += 1) ends.push((count += streams.points.number()) - 1);
  // Everything is written at once; the longest form of a point takes five bytes.
  const outline = Buffer.alloc(12 + 2 * contours + 5 * count);
  const flagsAt = 12 + 2 * contours;
  const xs = Buffer.alloc(2 * count);
  const ys = Buffer.alloc(2 * count);
  let [xLength, yLength, x, y] = [0, 0, 0, 0];
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < count; i += 1) {
    const flag = streams.flags.byte();
    const [dx, dy] = readStep(flag & 0x7f, streams.glyphs);
    x += dx;
    y += dy;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < bottom) bottom = y;
    if (y > top) top = y;
    const forX = writeStep(xs, xLength, dx, X_SHORT, X_SAME);
    const forY = writeStep(ys, yLength, dy, Y_SHORT, Y_SAME);
    xLength += forX.length;
    yLength += forY.length;
    outline[flagsAt + i] = (flag & 0x80 ? 0 : ON_CURVE) | forX.flag | forY.flag;
  }
  streams.glyphs.number(); // length of the hinting program, which lies elsewhere and is left out
  outline.writeInt16BE(contours, 0);
  if (isBoxTold) outline.set(streams.boxes.take(8), 2);
  else [left, bottom, right, top].forEach((edge, i) => outline.writeInt16BE(edge, 2 + 2 * i));
  ends.forEach((end, i) => outline.writeUInt16BE(end, 10 + 2 * i));
  outline.set(xs.subarray(0, xLength), flagsAt + count);
  outline.set(ys.subarray(0, yLength), flagsAt + count + xLength);
  return outline.subarray(0, flagsAt + count + xLength + yLength);
}

function writeStep(
  into: Buffer,
  at: number,
  step: number,
  short: number,
  same: number,
): { length: number; flag: number } {
  if (step === 0) return { length: 0, flag: same };
  if (Math.abs(step) > 255) {
    into.writeInt16BE(step, at);
    return { length: 2, flag: 0 };
  }
  into[at] = Math.abs(step);
  return { length: 1, flag: step > 0 ? short | same : short };
}

/** The step from one point to the next: WOFF2 keeps both directions in one to four bytes, as the kind of the point says. */
function readStep(kind: number, from: Stream): readonly [number, number] {
  const first = from.byte();
  if (kind < 10) return [0, signed(kind, ((kind & 14) << 7) + first)];
  if (kind < 20) return [signed(kind, (((kind - 10) & 14) << 7) + first), 0];
  if (kind < 84) {
    const size = kind - 20;
    return [
      signed(kind, 1 + (size & 0x30) + (first >> 4)),
      signed(kind >> 1, 1 + ((size & 0x0c) << 2) + (first & 0x0f)),
    ];
  }
  const second = from.byte();
  if (kind < 120) {
    const size = kind - 84;
    return [
      signed(kind, 1 + (Math.floor(size / 12) << 8) + first),
      signed(kind >> 1, 1 + (((size % 12) >> 2) << 8) + second),
    ];
  }
  const third = from.byte();
  if (kind < 124) {
    return [
      signed(kind, (first << 4) + (second >> 4)),
      signed(kind >> 1, ((second & 0x0f) << 8) + third),
    ];
  }
  return [signed(kind, (first << 8) + second), signed(kind >> 1, (third << 8) + from.byte())];
}

function signed(bit: number, size: number): number {
  return bit & 1 ? size : -size;
}
