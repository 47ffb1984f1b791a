import { inflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deflatePart, joinDeflated } from "../../templates/layout/deflated-parts.ts";

const PIECES = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 6 });

describe("parts that were compressed on their own", () => {
  it("join to one stream that any reader unpacks, its checksum proven", () => {
    fc.assert(
      fc.property(PIECES, (pieces) => {
        const joined = joinDeflated(pieces.map((piece) => deflatePart(piece)));
        expect(inflateSync(joined).equals(Buffer.concat(pieces))).toBe(true);
      }),
      { numRuns: 300, seed: 20260327 },
    );
  });

  it("hold for lengths around which checksums are cut down", () => {
    for (const length of [5551, 5552, 5553, 65_520, 65_521, 65_522, 200_000]) {
      const piece = Buffer.alloc(length, 0xff);
      const joined = joinDeflated([deflatePart(piece), deflatePart(piece, 1)]);
      expect(inflateSync(joined)).toHaveLength(2 * length);
    }
  });

  it("show a changed byte", () => {
    const joined = joinDeflated([deflatePart(Buffer.from("文书文书文书"))]);
    joined.writeUInt8(joined.readUInt8(joined.length - 1) ^ 1, joined.length - 1);
    expect(() => inflateSync(joined)).toThrow("incorrect data check");
  });
});
