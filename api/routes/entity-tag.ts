import { createHash } from "node:crypto";
import type { FastifyReply } from "fastify";

/** A tag for what a reader gets: the same bytes, the same tag. */
export function tagOf(bytes: Uint8Array | string): string {
  return `"${createHash("sha256").update(bytes).digest("hex")}"`;
}

/**
 * Whether a reader holds this state already, by its `If-None-Match` (RFC 9110 §13.1.2): one tag, several, or `*`. A tag that was made weak
 * on the way, as proxies do that compress, counts like the strong one.
 */
export function holdsTag(header: string | undefined, tag: string): boolean {
  if (header?.trim() === "*") return true;
  const bare = tag.replace(/^W\//, "");
  const held = header?.match(/(?:W\/)?"[^"]*"/g) ?? [];
  return held.some((each) => each.replace(/^W\//, "") === bare);
}

/** Answers a reader who holds this state already. */
export function answerHeld(reply: FastifyReply): FastifyReply {
  return reply.code(304).send();
}
