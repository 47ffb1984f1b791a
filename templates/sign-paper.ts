import { createHash } from "node:crypto";
import type { SignaturePlace } from "./layout/signature-field.ts";

/** The bytes of a paper that its signature covers: everything but the signature itself. */
export function partsToSign(
  bytes: Uint8Array,
  place: SignaturePlace,
): readonly [Uint8Array, Uint8Array] {
  return [bytes.subarray(0, place.from), bytes.subarray(place.until)];
}

/** Puts a signature into the room that was kept for it. The file keeps its length, and every other byte. */
export function placeSignature(
  bytes: Uint8Array,
  place: SignaturePlace,
  signature: Uint8Array,
): Uint8Array {
  const digits = Buffer.from(signature).toString("hex");
  if (digits.length > place.until - place.from - 2) {
    throw new RangeError("the signature is longer than the room for it");
  }
  const signed = Buffer.from(bytes);
  signed.write(digits, place.from + 1, "latin1");
  return signed;
}

/**
 * The hash of a signed paper as it was before the signature was written into it. Whoever has the file can compute it and compare it
 * with the render hash on record; an unsigned file gives its own hash.
 */
export function hashUnsigned(bytes: Uint8Array): string {
  const file = Buffer.from(bytes);
  const range = /\/ByteRange \[0 (\d+) (\d+) \d+\]/.exec(file.toString("latin1"));
  if (range !== null) file.fill("0", Number(range[1]) + 1, Number(range[2]) - 1, "latin1");
  return createHash("sha256").update(file).digest("hex");
}
