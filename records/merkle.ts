import { createHash } from "node:crypto";
import { CHAIN_ALGORITHM } from "./chain.ts";

const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

/**
 * The root over texts in their order (Merkle tree as in RFC 6962, with SM3): leaves and nodes are marked apart, an odd one goes up as it
 * is. The root of none is the digest of nothing.
 */
export function merkleRoot(texts: readonly string[]): string {
  let level = texts.map((text) => digest(LEAF, Buffer.from(text, "utf8")));
  if (level.length === 0) return createHash(CHAIN_ALGORITHM).digest("hex");
  while (level.length > 1) level = pairUp(level);
  return (level[0] ?? Buffer.alloc(0)).toString("hex");
}

function pairUp(level: readonly Buffer[]): Buffer[] {
  const above: Buffer[] = [];
  for (let place = 0; place < level.length; place += 2) {
    const [left, right] = [level[place], level[place + 1]];
    if (left === undefined) break;
    above.push(right === undefined ? left : digest(NODE, left, right));
  }
  return above;
}

function digest(...parts: readonly Buffer[]): Buffer {
  const hash = createHash(CHAIN_ALGORITHM);
  for (const part of parts) hash.update(part);
  return hash.digest();
}
