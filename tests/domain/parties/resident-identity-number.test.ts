import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDay } from "../../../domain/deadlines/calendar-day.ts";
import { lastSix } from "../../../domain/parties/party.ts";
import {
  birthDayOf,
  isResidentIdNumber,
  normalizeResidentIdNumber,
  yearsCompletedOn,
} from "../../../domain/parties/resident-identity-number.ts";

describe("resident identity numbers", () => {
  it.each([
    ["11010519491231002X", true, "the example of the standard"],
    ["11010519491231002x", true, "a lower-case x"],
    ["440524188001010014", true, "the other example of the standard"],
    ["110105194912310021", false, "wrong check character"],
    ["11010519490230002X", false, "30 February"],
    ["110105491231002", false, "the old form of 15 places"],
    ["01010519491231002X", false, "no such province"],
    ["1101051949123100XX", false, "X inside"],
    ["", false, "empty"],
  ])("judges %s as %s: %s", (number, expected) => {
    expect(isResidentIdNumber(number)).toBe(expected);
  });

  it("refuses a good number with any one digit changed", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 16 }),
        fc.integer({ min: 0, max: 9 }),
        (place, digit) => {
          const good = "440524188001010014";
          const changed = good.slice(0, place) + String(digit) + good.slice(place + 1);
          expect(isResidentIdNumber(changed)).toBe(changed === good);
        },
      ),
      { seed: 11643, numRuns: 500 },
    );
  });

  it("reads the birth day, and none where there is none", () => {
    expect(birthDayOf("11010519491231002X")).toBe("1949-12-31");
    expect(birthDayOf("11010521001231002X")).toBeNull();
    expect(birthDayOf("11010519491331002X")).toBeNull();
  });

  it("is stored in upper case without blanks", () => {
    expect(normalizeResidentIdNumber("110105 19491231 002x")).toBe("11010519491231002X");
  });

  it.each([
    ["2008-03-02", "2026-03-02", 17],
    ["2008-03-02", "2026-03-03", 18],
    ["2008-02-29", "2026-03-01", 18],
    ["2008-12-31", "2026-03-01", 17],
    ["2026-03-02", "2026-03-02", 0],
  ])("counts the years of one born on %s on %s as %i", (birthDay, day, years) => {
    expect(yearsCompletedOn(parseDay(birthDay), parseDay(day))).toBe(years);
  });
});

describe("the last six characters of an identifier", () => {
  it.each([
    ["45040319800101123x", "01123X"],
    ["9145 0400 MA5K 0000 00", "000000"],
    ["12345", "12345"],
    ["", ""],
  ])("of %s are %s", (identifier, expected) => {
    expect(lastSix(identifier)).toBe(expected);
  });
});
