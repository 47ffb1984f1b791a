import { createHash, sign } from "node:crypto";
import canonicalize from "canonicalize";
import type { CalendarDay } from "../domain/deadlines/calendar-day.ts";
import type { FieldEncryption } from "../platform/encryption.ts";
import type { Keys } from "../platform/keys.ts";
import { CHAIN_ALGORITHM, CHAIN_START } from "./chain.ts";
import { merkleRoot } from "./merkle.ts";

/** How the audit chain of one case stood when an anchor was made. */
export interface AnchoredHead {
  /** The case under a key of the installation: whoever has no file of the case cannot tell which one it is. */
  readonly caseKey: string;
  readonly leaf: string;
}

/** What an anchor says (每日锚); signed as this very text. */
export interface AnchorStatement {
  readonly schema: "mingdan.anchor/1";
  readonly algorithm: typeof CHAIN_ALGORITHM;
  readonly sequence: number;
  /** The last day that it speaks of, on the case clock. */
  readonly day: CalendarDay;
  readonly madeAt: string;
  /** Digest of the statement before it; noughts for the first. */
  readonly previous: string;
  readonly cases: number;
  /** Root over the heads of all cases, in the order of their keys. */
  readonly root: string;
  readonly changes: number;
  /** Root over the heads that changed since the anchor before. */
  readonly changesRoot: string;
}

/** A statement as it is published. */
export interface SignedStatement {
  readonly statement: string;
  readonly hash: string;
  readonly keyId: string;
  readonly signature: string;
}

/** The name of a case in the anchors. */
export function caseKeyOf(encryption: Pick<FieldEncryption, "indexOf">, caseId: string): string {
  return encryption.indexOf(`anchor\n${caseId}`);
}

/** The digest that stands for the chain of a case up to one of its events. */
export function leafOf(caseId: string, version: number, chainHead: string): string {
  const text = ["mingdan.leaf/1", caseId, String(version), chainHead].join("\n");
  return createHash(CHAIN_ALGORITHM).update(text).digest("hex");
}

/** The root over heads; they are brought into the order of their keys first. */
export function rootOf(heads: readonly AnchoredHead[]): string {
  const lines = heads.map(({ caseKey, leaf }) => `${caseKey}:${leaf}`);
  return merkleRoot(lines.toSorted((one, other) => (one < other ? -1 : 1)));
}

/** The digest by which the next anchor names this one. */
export function hashOfStatement(statement: string): string {
  return createHash(CHAIN_ALGORITHM).update(statement).digest("hex");
}

/** Makes and signs the statement that follows another one. */
export function makeStatement(
  signing: Keys["signing"],
  about: {
    readonly last: { readonly sequence: number; readonly hash: string } | null;
    readonly day: CalendarDay;
    readonly madeAt: Date;
    readonly all: readonly AnchoredHead[];
    readonly changed: readonly AnchoredHead[];
  },
): SignedStatement & { readonly sequence: number } {
  const { last, day, madeAt, all, changed } = about;
  const sequence = (last?.sequence ?? 0) + 1;
  const content: AnchorStatement = {
    schema: "mingdan.anchor/1",
    algorithm: CHAIN_ALGORITHM,
    sequence,
    day,
    madeAt: madeAt.toISOString(),
    previous: last?.hash ?? CHAIN_START,
    cases: all.length,
    root: rootOf(all),
    changes: changed.length,
    changesRoot: rootOf(changed),
  };
  const statement = canonicalize(content) ?? "";
  const signature = sign(null, Buffer.from(statement), signing.privateKey).toString("base64");
  return { statement, signature, sequence, keyId: signing.id, hash: hashOfStatement(statement) };
}
