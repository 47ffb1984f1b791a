/** What can be wrong or special about a made-up font. */
export interface TinyFontOptions {
  /** OS/2 permission to embed. */
  readonly fsType?: number;
  /** Leave a table out. */
  readonly without?: string;
  /** First four bytes; TrueType unless another kind of file is to be imitated. */
  readonly signature?: number;
}

/**
 * Builds a whole TrueType font of four glyphs: .notdef, 一 (a bar, with a hinting program), 口 (a box),
 * and 吅, a composite of two boxes that reaches glyph 2 twice.
 */
export function buildTinyFont(options: TinyFontOptions = {}): Uint8Array {
  const glyphs = [
    rectangle(100, 0, 900, 800),
    withHints(rectangle(50, 350, 950, 450)),
    rectangle(50, 0, 450, 800),
    pair(2, 500),
  ];
  const offsets = glyphs.reduce<number[]>(
    (all, glyph) => [...all, (all.at(-1) ?? 0) + glyph.length],
    [0],
  );
  const tables: Record<string, Buffer> = {
    "OS/2": os2(options.fsType ?? 0),
    cmap: cmap([
      [0x4e00, 1],
      [0x53e3, 2],
      [0x5405, 3],
    ]),
    glyf: Buffer.concat(glyphs),
    head: head(),
    hhea: words([1, 0, 880, -120 & 0xffff, 0, 1000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2]),
    hmtx: words([1000, 100, 1000, 50, 50, 50]),
    loca: longs(offsets),
    maxp: words([1, 0, 4, 8, 1, 8, 2, 1, 0, 0, 0, 0, 0, 2, 2, 1]),
    name: names("TinyTest"),
    post: Buffer.alloc(32),
  };
  if (options.without !== undefined) delete tables[options.without];
  return assemble(tables, options.signature ?? 0x00010000);
}

function assemble(tables: Record<string, Buffer>, signature: number): Uint8Array {
  const entries = Object.entries(tables);
  const directory = Buffer.alloc(12 + 16 * entries.length);
  directory.writeUInt32BE(signature, 0);
  directory.writeUInt16BE(entries.length, 4);
  const bodies: Buffer[] = [];
  let offset = directory.length;
  entries.forEach(([tag, bytes], i) => {
    const record = 12 + 16 * i;
    directory.write(tag.padEnd(4), record, "latin1");
    directory.writeUInt32BE(offset, record + 8);
    directory.writeUInt32BE(bytes.length, record + 12);
    const padded = Buffer.alloc(Math.ceil(bytes.length / 4) * 4);
    bytes.copy(padded);
    bodies.push(padded);
    offset += padded.length;
  });
  return Uint8Array.from(Buffer.concat([directory, ...bodies]));
}

function words(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(2 * values.length);
  values.forEach((value, i) => bytes.writeUInt16BE(value & 0xffff, 2 * i));
  return bytes;
}

function longs(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, i) => bytes.writeUInt32BE(value, 4 * i));
  return bytes;
}

/** A closed box: four points on the curve, no hinting program. */
function rectangle(left: number, bottom: number, right: number, top: number): Buffer {
  const start = words([1, left, bottom, right, top, 3, 0]);
  const flags = Buffer.from([1, 1, 1, 1]);
  const xs = words([left, 0, right - left, 0]);
  const ys = words([bottom, top - bottom, 0, bottom - top]);
  const glyph = Buffer.concat([start, flags, xs, ys]);
  return Buffer.concat([glyph, Buffer.alloc((4 - (glyph.length % 4)) % 4)]);
}

/** The same glyph with a hinting program of three bytes; readers of packs must never see it. */
function withHints(glyph: Buffer): Buffer {
  const copy = Buffer.concat([
    glyph.subarray(0, 14),
    Buffer.from([0xaa, 0xbb, 0xcc]),
    glyph.subarray(14),
  ]);
  copy.writeUInt16BE(3, 12);
  return Buffer.concat([copy, Buffer.alloc((4 - (copy.length % 4)) % 4)]);
}

/** A composite: one glyph where it is, and again moved to the right; it asks for a hinting program, too. */
function pair(glyph: number, shift: number): Buffer {
  const more = 0x0020 | 0x0001 | 0x0002;
  const last = 0x0001 | 0x0002 | 0x0100;
  const start = words([-1, 50, 0, 950, 800, more, glyph, 0, 0, last, glyph, shift, 0, 1]);
  return Buffer.concat([start, Buffer.from([0xdd, 0, 0, 0])]);
}

function head(): Buffer {
  const bytes = Buffer.alloc(54);
  bytes.writeUInt16BE(1000, 18);
  [0, -120, 1000, 880].forEach((value, i) => bytes.writeInt16BE(value, 36 + 2 * i));
  bytes.writeInt16BE(1, 50);
  return bytes;
}

function os2(fsType: number): Buffer {
  const bytes = Buffer.alloc(96);
  bytes.writeUInt16BE(4, 0);
  bytes.writeUInt16BE(fsType, 8);
  bytes.writeInt16BE(500, 86);
  bytes.writeInt16BE(730, 88);
  return bytes;
}

/** A character map in the old 16-bit form, one segment for each character. */
function cmap(pairs: readonly (readonly [number, number])[]): Buffer {
  const ends = [...pairs.map(([code]) => code), 0xffff];
  const deltas = [...pairs.map(([code, glyph]) => glyph - code), 1];
  const table = words([
    4,
    16 + 8 * ends.length,
    0,
    2 * ends.length,
    0,
    0,
    0,
    ...ends,
    0,
    ...ends,
    ...deltas,
    ...ends.map(() => 0),
  ]);
  return Buffer.concat([words([0, 1, 3, 1, 0, 12]), table]);
}

function names(postscript: string): Buffer {
  const text = Buffer.from(postscript, "utf16le").swap16();
  return Buffer.concat([words([0, 1, 18, 3, 1, 0x409, 6, text.length, 0]), text]);
}
