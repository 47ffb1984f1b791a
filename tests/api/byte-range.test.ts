import { describe, expect, it } from "vitest";
import { cutRange } from "../../api/routes/byte-range.ts";

describe("a range of bytes of a file of ten", () => {
  it.each([
    [undefined, "whole"],
    ["items=0-1", "whole"],
    ["bytes=-", "whole"],
    ["bytes=0-1,4-5", "whole"],
    ["bytes=5-2", "whole"],
    ["bytes=0-3", { from: 0, to: 3 }],
    ["bytes=7-", { from: 7, to: 9 }],
    ["bytes=7-99", { from: 7, to: 9 }],
    ["bytes=-4", { from: 6, to: 9 }],
    ["bytes=-99", { from: 0, to: 9 }],
    ["bytes=10-", "unsatisfiable"],
    ["bytes=-0", "unsatisfiable"],
  ])("%s", (header, expected) => {
    expect(cutRange(header, 10)).toEqual(expected);
  });
});
