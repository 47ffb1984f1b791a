import { deflateSync, inflateSync } from "node:zlib";
import { frameChunk, PNG_SIGNATURE } from "../palette-png.ts";

/** A picture in grays from 0 (black) to 255 (white), row by row. */
export interface GrayPicture {
  readonly width: number;
  readonly height: number;
  readonly gray: Uint8Array;
}

/** Sixteen grays are enough to see what a page looks like, and take a quarter of the room. */
const LEVEL = 17;

/** Writes a picture as a PNG of sixteen grays. */
export function encodeGrayPng({ width, height, gray }: GrayPicture): Buffer {
  const rowBytes = Math.ceil(width / 2) + 1;
  const rows = Buffer.alloc(rowBytes * height);
  gray.forEach((value, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    const place = y * rowBytes + 1 + (x >> 1);
    const level = Math.round(value / LEVEL);
    rows[place] = (rows[place] ?? 0) | (x % 2 === 0 ? level << 4 : level);
  });
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([4, 0, 0, 0, 0], 8); // four bits a pixel, gray, no interlacing
  return Buffer.concat([
    PNG_SIGNATURE,
    frameChunk("IHDR", head),
    frameChunk("IDAT", deflateSync(rows, { level: 9 })),
    frameChunk("IEND", Buffer.alloc(0)),
  ]);
}

/** Reads a picture that was written here; anything else is an error. */
export function decodeGrayPng(png: Buffer): GrayPicture {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const form = png.subarray(24, 29);
  if (!png.subarray(0, 8).equals(PNG_SIGNATURE) || !form.equals(Buffer.from([4, 0, 0, 0, 0]))) {
    throw new Error("the picture was not written by this tool");
  }
  const data = png.indexOf("IDAT");
  const rows = inflateSync(png.subarray(data + 4, data + 4 + png.readUInt32BE(data - 4)));
  const rowBytes = Math.ceil(width / 2) + 1;
  const gray = Uint8Array.from({ length: width * height }, (_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    const pair = rows[y * rowBytes + 1 + (x >> 1)] ?? 0;
    return (x % 2 === 0 ? pair >> 4 : pair & 15) * LEVEL;
  });
  return { width, height, gray };
}

/** Puts pictures of the same height beside each other. */
export function joinPictures(pictures: readonly GrayPicture[]): GrayPicture {
  const height = Math.max(...pictures.map((picture) => picture.height));
  const width = pictures.reduce((sum, picture) => sum + picture.width, 0);
  const gray = new Uint8Array(width * height).fill(255);
  let left = 0;
  for (const picture of pictures) {
    for (let y = 0; y < picture.height; y += 1) {
      const row = picture.gray.subarray(y * picture.width, (y + 1) * picture.width);
      gray.set(row, y * width + left);
    }
    left += picture.width;
  }
  return { width, height, gray };
}
