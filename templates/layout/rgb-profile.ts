/**
 * The color space sRGB as an ICC profile (ISO 15076-1, version 4.2) of half a kilobyte: it says by formula what others say by tables.
 * Numbers of IEC 61966-2-1; primaries and white adapted from D65 to D50 by the matrix of Bradford, as profiles demand.
 */

const VERSION = 0x04200000;
const [HEADER, ENTRY] = [128, 12];
/** The white of the connection space (D50). */
const WHITE = [0.9642, 1, 0.8249];
const PRIMARIES = {
  rXYZ: [0.4360747, 0.2225045, 0.0139322],
  gXYZ: [0.3850649, 0.7168786, 0.0971045],
  bXYZ: [0.1430804, 0.0606169, 0.7141733],
};
const ADAPTATION = [
  ...[1.0478112, 0.0228866, -0.050127],
  ...[0.0295424, 0.9904844, -0.0170491],
  ...[-0.0092345, 0.0150436, 0.7521316],
];
/** Exponent, slope and offset of the curve, slope of its straight beginning, and where that ends. */
const CURVE = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045];
/** Which of the formulas of parametric curves has these five numbers. */
const CURVE_KIND = 3;

export function makeRgbProfile(): Buffer {
  const curve = Buffer.concat([startOf("para"), Buffer.from([0, CURVE_KIND, 0, 0]), fixed(CURVE)]);
  const tags: readonly (readonly [string, Buffer])[] = [
    ["desc", words("sRGB")],
    ["cprt", words("Public domain")],
    ["wtpt", places("XYZ ", WHITE)],
    ["chad", places("sf32", ADAPTATION)],
    ...Object.entries(PRIMARIES).map(([name, at]) => [name, places("XYZ ", at)] as const),
    ...["rTRC", "gTRC", "bTRC"].map((name) => [name, curve] as const),
  ];
  const bodies = [...new Set(tags.map(([, body]) => body))];
  const offsets = new Map<Buffer, number>();
  let end = HEADER + 4 + ENTRY * tags.length;
  for (const body of bodies) {
    offsets.set(body, end);
    end += body.length;
  }
  const table = Buffer.alloc(4 + ENTRY * tags.length);
  table.writeUInt32BE(tags.length, 0);
  tags.forEach(([name, body], i) => {
    table.write(name, 4 + ENTRY * i, "latin1");
    table.writeUInt32BE(offsets.get(body) ?? 0, 8 + ENTRY * i);
    table.writeUInt32BE(body.length, 12 + ENTRY * i);
  });
  return Buffer.concat([makeHeader(end), table, ...bodies]);
}

function makeHeader(length: number): Buffer {
  const header = Buffer.alloc(HEADER);
  header.writeUInt32BE(length, 0);
  header.writeUInt32BE(VERSION, 8);
  header.write("mntrRGB XYZ ", 12, "latin1"); // a display, its colors, the connection space
  [2026, 1, 1, 0, 0, 0].forEach((part, i) => header.writeUInt16BE(part, 24 + 2 * i));
  header.write("acsp", 36, "latin1");
  fixed(WHITE).copy(header, 68);
  return header;
}

function startOf(kind: string): Buffer {
  return Buffer.concat([Buffer.from(kind, "latin1"), Buffer.alloc(4)]);
}

/** Numbers with sixteen bits before and sixteen after the point. */
function fixed(numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * numbers.length);
  numbers.forEach((number, i) => bytes.writeInt32BE(Math.round(number * 0x10000), 4 * i));
  return bytes;
}

function places(kind: string, numbers: readonly number[]): Buffer {
  return Buffer.concat([startOf(kind), fixed(numbers)]);
}

/** A text in one language; every body ends on a word of four bytes. */
function words(text: string): Buffer {
  const units = Buffer.from(text, "utf16le").swap16();
  const head = Buffer.alloc(20);
  head.writeUInt32BE(1, 0); // one language, records of twelve bytes
  head.writeUInt32BE(ENTRY, 4);
  head.write("enUS", 8, "latin1");
  head.writeUInt32BE(units.length, 12);
  head.writeUInt32BE(28, 16);
  const padding = Buffer.alloc((4 - (units.length % 4)) % 4);
  return Buffer.concat([startOf("mluc"), head, units, padding]);
}
