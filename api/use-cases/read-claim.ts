import { inflateSync } from "node:zlib";

/** A stream of a paper is some kilobytes; whatever grows beyond this is none of ours. */
const LARGEST_STREAM = 4 * 1024 * 1024;
const MOST_STREAMS = 400;
const START = Buffer.from("stream");
const END = Buffer.from("endstream");
/** The address that a paper's machine-readable twin carries, and its number in the metadata. */
const CHECK_ADDRESS = /\/check\/([0-9A-Za-z-]{8,60})/;
const NUMBER = /[\p{Script=Han}]{2,30}〔\d{4}〕\d{1,7}号/u;

/** What a file says about itself, whether true or not. */
export interface ClaimedPaper {
  readonly code: string | null;
  readonly number: string | null;
}

/**
 * Reads from a PDF which paper it claims to be: the check code in its attached twin, the number in its metadata. Bytes that were
 * altered elsewhere still tell it; a scan or a foreign file tells nothing.
 */
export function readClaim(bytes: Uint8Array): ClaimedPaper {
  const buffer = Buffer.from(bytes);
  if (!buffer.subarray(0, 1024).includes("%PDF-")) return { code: null, number: null };
  let code = CHECK_ADDRESS.exec(buffer.toString("latin1"))?.[1] ?? null;
  let number = NUMBER.exec(buffer.toString("utf8"))?.[0] ?? null;
  for (const stream of findStreams(buffer)) {
    if (code !== null && number !== null) break;
    const text = inflate(stream);
    code ??= CHECK_ADDRESS.exec(text)?.[1] ?? null;
    number ??= NUMBER.exec(text)?.[0] ?? null;
  }
  return { code, number };
}

function findStreams(buffer: Buffer): readonly Buffer[] {
  const streams: Buffer[] = [];
  let from = buffer.indexOf(START);
  while (from !== -1 && streams.length < MOST_STREAMS) {
    const to = buffer.indexOf(END, from);
    if (to === -1) break;
    // The keyword is followed by a line end of one or two bytes.
    const first = from + START.length;
    streams.push(buffer.subarray(buffer[first] === 0x0d ? first + 2 : first + 1, to));
    from = buffer.indexOf(START, to + END.length);
  }
  return streams;
}

/** The text of a compressed stream; nothing where it is not one, was altered, or is far too large. */
function inflate(stream: Buffer): string {
  try {
    return inflateSync(stream, { maxOutputLength: LARGEST_STREAM }).toString("utf8");
  } catch {
    return "";
  }
}
