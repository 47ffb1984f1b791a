import { describe, expect, it } from "vitest";
import { deriveCodes, normalizeCode } from "../../records/codes.ts";

const CODES = deriveCodes(Buffer.alloc(32, 1));
const OTHER_KEY = deriveCodes(Buffer.alloc(32, 2));
const PAPERS = Array.from({ length: 2_000 }, (_, index) => `case-${String(index)}/1`);

describe("the code of a notice, with which its party opens the portal", () => {
  it("is another one for every paper and every key, and the same whenever it is asked for", () => {
    const codes = PAPERS.map((paperId) => CODES.partyCodeOf(paperId));
    expect(new Set(codes).size).toBe(PAPERS.length);
    expect(PAPERS.map((paperId) => CODES.partyCodeOf(paperId))).toEqual(codes);
    expect(PAPERS.filter((id, at) => OTHER_KEY.partyCodeOf(id) === codes[at])).toEqual([]);
  });

  it("is three groups of four that nobody confuses on paper", () => {
    const form = /^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/;
    for (const paperId of PAPERS) expect(CODES.partyCodeOf(paperId)).toMatch(form);
  });

  it("is found in any way in which people type it", () => {
    const code = CODES.partyCodeOf("case-1/1");
    const bare = code.replaceAll("-", "");
    const typed = [bare, code.toLowerCase(), ` ${code.replaceAll("-", " ")} `, `${bare}\n`];
    for (const each of typed) {
      expect(normalizeCode(each)).toBe(bare);
      expect(CODES.indexOfPartyCode(each)).toBe(CODES.indexOfPartyCode(code));
    }
  });

  it("is not found by another code, or under another key", () => {
    const code = CODES.partyCodeOf("case-1/1");
    const index = CODES.indexOfPartyCode(code);
    expect(CODES.indexOfPartyCode(CODES.partyCodeOf("case-2/1"))).not.toBe(index);
    expect(CODES.indexOfPartyCode(code.slice(0, -1))).not.toBe(index);
    expect(OTHER_KEY.indexOfPartyCode(code)).not.toBe(index);
  });

  it("is not in its index, whole or in groups", () => {
    for (const paperId of PAPERS.slice(0, 200)) {
      const code = CODES.partyCodeOf(paperId);
      const index = CODES.indexOfPartyCode(code);
      expect(index).toMatch(/^[0-9a-f]{64}$/);
      const spellings = [code, normalizeCode(code)].flatMap((each) => [
        each.toLowerCase(),
        Buffer.from(each).toString("hex"),
      ]);
      expect(spellings.filter((each) => index.includes(each))).toEqual([]);
    }
  });

  it("does not follow from the code in the paper's QR", () => {
    for (const paperId of PAPERS.slice(0, 200)) {
      const party = normalizeCode(CODES.partyCodeOf(paperId));
      const check = CODES.checkCodeOf(paperId);
      expect(check).toHaveLength(16);
      expect(check).not.toContain(party);
      expect(CODES.indexOfPartyCode(check)).not.toBe(CODES.indexOfPartyCode(party));
    }
  });
});
