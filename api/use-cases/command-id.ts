import { createHmac } from "node:crypto";
import canonicalize from "canonicalize";

/** The id of an act: the same person's same key in the same place gives the same id, and tells nothing of the key. */
export function makeCommandId(
  key: Uint8Array,
  userId: string,
  place: string,
  idempotencyKey: string,
): string {
  return createHmac("sha256", key).update([userId, place, idempotencyKey].join("\n")).digest("hex");
}

/** What was asked for, in one hash that tells nothing of it: the same key must come with the same request. */
export function hashRequest(key: Uint8Array, request: object): string {
  return createHmac("sha256", key)
    .update(`request\n${canonicalize(request) ?? ""}`)
    .digest("hex");
}
