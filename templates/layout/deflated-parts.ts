import { constants, deflateRawSync, deflateSync } from "node:zlib";

/** A stretch of bytes, compressed so that others can stand before and after it in one stream. */
export interface DeflatedPart {
  readonly deflated: Uint8Array;
  readonly length: number;
  readonly adler: number;
}

const BASE = 65_521;
/** As many bytes as can be added up before the sums must be cut down. */
const RUN = 5552;
const STREAM_START = Buffer.from([0x78, 0x9c]);
const LAST_EMPTY_BLOCK = Buffer.from([0x03, 0x00]);

/** Compresses bytes that many files have, on their own: what comes before is not looked back to. */
export function deflatePart(bytes: Uint8Array): DeflatedPart {
  const deflated = deflateRawSync(bytes, { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  return { deflated, length: bytes.length, adler: adler32(bytes) };
}

/** Looking for repetitions only a little way back, and with little memory to make ready, takes half of the time and gains nearly as much. */
const QUICK = { level: 4, windowBits: 12, memLevel: 6 } as const;

/** So few bytes that compressing them would gain less than it costs. */
const FEW = 256;

/** Compresses what one file alone has; a few bytes are taken as they are. */
export function packPart(bytes: Uint8Array): DeflatedPart {
  if (bytes.length < FEW) return storePart(bytes);
  const deflated = deflateRawSync(bytes, { ...QUICK, finishFlush: constants.Z_FULL_FLUSH });
  return { deflated, length: bytes.length, adler: adler32(bytes) };
}

/** Compresses a whole stream that one file alone has. */
export function packStream(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes, QUICK);
}

/** The longest stretch that can stand in a stream uncompressed without being cut. */
const LONGEST_STORED = 0xffff;

/** Takes bytes as they are: for so few that compressing them costs more than it gains. */
export function storePart(bytes: Uint8Array): DeflatedPart {
  if (bytes.length > LONGEST_STORED) return deflatePart(bytes);
  const deflated = Buffer.allocUnsafe(5 + bytes.length);
  deflated[0] = 0; // a block that is not the last, not compressed
  deflated.writeUInt16LE(bytes.length, 1);
  deflated.writeUInt16LE(bytes.length ^ 0xffff, 3);
  deflated.set(bytes, 5);
  return { deflated, length: bytes.length, adler: adler32(bytes) };
}

/** Joins parts to an ordinary zlib stream; what was compressed once need not be compressed again. */
export function joinDeflated(parts: readonly DeflatedPart[]): Buffer {
  let adler = 1;
  for (const part of parts) adler = combine(adler, part.adler, part.length);
  const end = Buffer.alloc(4);
  end.writeUInt32BE(adler);
  return Buffer.concat([
    STREAM_START,
    ...parts.map((part) => part.deflated),
    LAST_EMPTY_BLOCK,
    end,
  ]);
}

function adler32(bytes: Uint8Array): number {
  let [low, high] = [1, 0];
  for (let from = 0; from < bytes.length; from += RUN) {
    const until = Math.min(from + RUN, bytes.length);
    for (let at = from; at < until; at += 1) {
      low += bytes[at] ?? 0;
      high += low;
    }
    low %= BASE;
    high %= BASE;
  }
  return high * 0x10000 + low;
}

/** The checksum of two stretches one after the other, from the checksum of each. */
function combine(first: number, second: number, secondLength: number): number {
  const low = first % 0x10000;
  const high = Math.floor(first / 0x10000);
  const rest = secondLength % BASE;
  const sumLow = (low + (second % 0x10000) + BASE - 1) % BASE;
  const sumHigh = (rest * low + high + Math.floor(second / 0x10000) + BASE - rest) % BASE;
  return sumHigh * 0x10000 + sumLow;
}
