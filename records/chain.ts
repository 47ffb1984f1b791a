import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { CaseEvent } from "../domain/case-file/events.ts";

/** The digest of the audit chain; its name is kept in every row, so that it can change one day. */
export const CHAIN_ALGORITHM = "sm3";

/** The head of a chain that holds nothing yet. */
export const CHAIN_START = "0".repeat(64);

/** One link: the canonical text of an event, and the digest over it, its place and all that went before. */
export interface Link {
  readonly body: string;
  readonly previousHash: string;
  readonly hash: string;
}

/** Forges the next link of a case's chain. */
export function forgeLink(
  caseId: string,
  seq: number,
  event: CaseEvent,
  previousHash: string,
): Link {
  const body = canonicalize(event);
  if (body === undefined) throw new Error("an event has no canonical form");
  return { body, previousHash, hash: hashLink(caseId, seq, body, previousHash) };
}

/** The digest of one link, also used to check a chain. */
export function hashLink(caseId: string, seq: number, body: string, previousHash: string): string {
  const text = [CHAIN_ALGORITHM, previousHash, caseId, String(seq), body].join("\n");
  return createHash(CHAIN_ALGORITHM).update(text).digest("hex");
}
