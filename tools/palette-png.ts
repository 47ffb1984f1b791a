import { crc32, deflateSync } from "node:zlib";

/** A picture as poppler hands it out: three bytes a pixel. */
interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Buffer;
}

/** What every PNG begins with. */
export const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Ten grays and six reds: what a paper with a red head and a red seal is made of. */
const PALETTE: readonly (readonly [number, number, number])[] = [
  ...Array.from({ length: 10 }, (_, i) => Math.round((i * 255) / 9)).map(
    (gray) => [gray, gray, gray] as const,
  ),
  ...[20, 60, 100, 140, 180, 220].map((shade) => [228, shade, shade] as const),
];

/** Turns a portable pixmap (P6) into a small PNG of sixteen colors. */
export function encodePalettePng(pixmap: Buffer): Buffer {
  const { width, height, data } = readPixmap(pixmap);
  const rowBytes = Math.ceil(width / 2);
  const rows = Buffer.alloc((rowBytes + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 3;
      const color = nearest(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0);
      const place = y * (rowBytes + 1) + 1 + (x >> 1);
      rows[place] = (rows[place] ?? 0) | (x % 2 === 0 ? color << 4 : color);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Four bits a pixel, by palette, no interlacing.
  head.set([4, 3, 0, 0, 0], 8);
  return Buffer.concat([
    PNG_SIGNATURE,
    frameChunk("IHDR", head),
    frameChunk("PLTE", Buffer.from(PALETTE.flat())),
    frameChunk("IDAT", deflateSync(rows, { level: 9 })),
    frameChunk("IEND", Buffer.alloc(0)),
  ]);
}

function readPixmap(pixmap: Buffer): Pixels {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(pixmap.subarray(0, 64).toString("latin1"));
  if (head === null) throw new Error("poppler made no pixmap");
  const [all, width, height] = head;
  return { width: Number(width), height: Number(height), data: pixmap.subarray(all.length) };
}

function nearest(red: number, green: number, blue: number): number {
  const isRed = red - green > 24;
  let best = 0;
  let least = Infinity;
  PALETTE.forEach(([r, g, b], index) => {
    if (isRed !== index > 9) return;
    const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
    if (distance < least) [best, least] = [index, distance];
  });
  return best;
}

/** A part of a PNG: its length, its name, what it holds, and a sum to check it by. */
export function frameChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
