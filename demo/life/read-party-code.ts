import { inflateSync } from "node:zlib";

/**
 * Reads the party's code off a served notice, as the party does: it stands on the paper and in the machine-readable twin that is
 * attached to it.
 */
export function readPartyCode(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf);
  for (let at = bytes.indexOf("stream"); at !== -1; at = bytes.indexOf("stream", at + 6)) {
    const start = at + (bytes[at + 6] === 0x0d ? 8 : 7);
    const code = readCode(bytes.subarray(start, bytes.indexOf("endstream", start)));
    if (code !== null) return code;
  }
  throw new Error("the notice carries no code");
}

function readCode(stream: Buffer): string | null {
  const text = inflate(stream);
  return /"code":"([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})"/.exec(text)?.[1] ?? null;
}

/** Streams that are not compressed this way hold pictures or fonts. */
function inflate(stream: Buffer): string {
  try {
    return inflateSync(stream).toString("utf8");
  } catch {
    return stream.toString("latin1");
  }
}
