import { createHash, createHmac } from "node:crypto";
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

/** What was asked for, in one hash: the same key must come with the same request. */
export function hashRequest(request: object): string {
  return createHash("sha256")
    .update(canonicalize(request) ?? "")
    .digest("hex");
}
