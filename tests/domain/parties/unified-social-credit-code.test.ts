import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isUscc, normalizeUscc } from "../../../domain/parties/unified-social-credit-code.ts";

/** Published codes of existing bodies; several end in 0, which some checkers wrongly refuse. */
const REAL_CODES = [
  "91110000600037341L",
  "911522010783762860",
  "91340600MA2PBP2120",
  "92340603MA2UK1TD00",
  "121200004013590816",
  "91310112087994932F",
  "91310115MA1K3BTP2B",
  "91340600MA2PBM9HXD",
  "9144030071526726XG",
  "91371082775260043P",
];

const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

describe("unified social credit codes", () => {
  it.each(REAL_CODES)("accepts the published code %s", (code) => {
    expect(isUscc(code)).toBe(true);
  });

  it.each([
    ["91110000600037341N", "wrong check character"],
    ["9111000060003734", "too short"],
    ["91110000600037341L0", "too long"],
    ["911100006000373IOL", "letters I and O"],
    ["91110000600037341l", "lower case"],
    ["911100A0600037341L", "a letter in the place code"],
    ["", "empty"],
  ])("refuses %s: %s", (code) => {
    expect(isUscc(code)).toBe(false);
  });

  it("refuses a published code with any one character changed", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...REAL_CODES),
        fc.integer({ min: 0, max: 17 }),
        fc.constantFrom(...ALPHABET),
        (code, place, character) => {
          const changed = code.slice(0, place) + character + code.slice(place + 1);
          expect(isUscc(changed)).toBe(changed === code);
        },
      ),
      { seed: 32100, numRuns: 1000 },
    );
  });

  it("has exactly one check character for every body, also 0", () => {
    for (let number = 0; number < 200; number += 1) {
      const body = `91450400MA5${String(number).padStart(6, "0")}`;
      const fitting = [...ALPHABET].filter((character) => isUscc(body + character));
      expect(fitting).toHaveLength(1);
    }
  });

  it("stores upper case without blanks", () => {
    expect(normalizeUscc(" 91110000 600037341l ")).toBe("91110000600037341L");
  });
});
