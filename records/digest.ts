import { createHash } from "node:crypto";
import canonicalize from "canonicalize";

/** SHA-256 in hex of a value in canonical JSON (RFC 8785): the same whatever order its keys were written in. */
export function digestOf(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("a value has no canonical form");
  return createHash("sha256").update(text).digest("hex");
}
