import { createHmac } from "node:crypto";

/** Letters and digits that nobody confuses on paper. */
const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** Codes that follow from a key, so that none has to be stored in clear. */
export interface Codes {
  /** The code printed on a notice, with which its party opens the portal: `4F7K-2QWM-9ZTB`. */
  readonly partyCodeOf: (paperId: string) => string;
  /** The code in a paper's QR, with which anybody checks the paper; it says nothing of the party. */
  readonly checkCodeOf: (paperId: string) => string;
  /** What the database keeps of a party's code: enough to find it, not to know it. */
  readonly indexOfPartyCode: (code: string) => string;
}

/** Derives codes from the party-code key. */
export function deriveCodes(key: Uint8Array): Codes {
  const digest = (purpose: string, text: string): Buffer =>
    createHmac("sha256", key).update(`${purpose}\n${text}`).digest();
  return {
    partyCodeOf: (paperId) => inGroups(spell(digest("party-code", paperId), 12)),
    checkCodeOf: (paperId) => spell(digest("check-code", paperId), 16),
    indexOfPartyCode: (code) => digest("party-code-index", normalizeCode(code)).toString("hex"),
  };
}

/** Reads a code as people type it: any case, with or without dashes and blanks. */
export function normalizeCode(code: string): string {
  return code.toUpperCase().replace(/[^0-9A-Z]/g, "");
}

function spell(bytes: Buffer, length: number): string {
  return [...bytes.subarray(0, length)].map((byte) => ALPHABET.charAt(byte % 32)).join("");
}

function inGroups(code: string): string {
  return code.replace(/(.{4})(?=.)/g, "$1-");
}
