import { CHAIN_ALGORITHM, CHAIN_START, hashLink } from "./chain.ts";

/** One link as it is stored. */
export interface StoredLink {
  readonly seq: number;
  readonly body: string;
  readonly algorithm: string;
  readonly previousHash: string;
  readonly hash: string;
}

/** Where a chain does not hold: what was stored there is not what was forged, or is not there. */
export interface ChainFault {
  readonly seq: number;
  readonly kind: "changed" | "missing" | "out-of-order" | "unknown-algorithm";
}

/**
 * Checks the whole chain of a case against its head, as it lies in the read row: every link hashed anew, every place taken
 * once. An intact chain has no faults; one event changed, left out, moved or cut off at the end has at least one.
 */
export function findChainFaults(
  caseId: string,
  links: readonly StoredLink[],
  head: { readonly version: number; readonly chainHead: string },
): readonly ChainFault[] {
  const faults: ChainFault[] = [];
  let previousHash = CHAIN_START;
  links.forEach((link, index) => {
    const kind = judgeLink(caseId, link, index + 1, previousHash);
    if (kind !== null) faults.push({ seq: link.seq, kind });
    previousHash = link.hash;
  });
  const isComplete = links.length === head.version && previousHash === head.chainHead;
  if (!isComplete && faults.length === 0) faults.push({ seq: links.length + 1, kind: "missing" });
  return faults;
}

function judgeLink(
  caseId: string,
  link: StoredLink,
  place: number,
  previousHash: string,
): ChainFault["kind"] | null {
  if (link.seq > place) return "missing";
  if (link.seq < place) return "out-of-order";
  if (link.algorithm !== CHAIN_ALGORITHM) return "unknown-algorithm";
  const isAsForged = link.hash === hashLink(caseId, link.seq, link.body, link.previousHash);
  if (!isAsForged) return "changed";
  return link.previousHash === previousHash ? null : "out-of-order";
}
