import { inflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type DeflatedPart,
  deflatePart,
  joinDeflated,
  packPart,
  storePart,
} from "../../templates/layout/deflated-parts.ts";

const PIECES = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 6 });

describe("parts that were compressed on their own", () => {
  it("join to one stream that any reader unpacks, however each was made, its checksum proven", () => {
    const ways: readonly ((piece: Uint8Array) => DeflatedPart)[] = [
      deflatePart,
      packPart,
      storePart,
    ];
    fc.assert(
      fc.property(PIECES, fc.nat(2), (pieces, first) => {
        const parts = pieces.map((piece, i) => (ways[(first + i) % 3] ?? deflatePart)(piece));
        const joined = joinDeflated(parts);
        expect(inflateSync(joined).equals(Buffer.concat(pieces))).toBe(true);
      }),
      { numRuns: 300, seed: 20260327 },
    );
  });

  it("hold for lengths around which checksums are cut down", () => {
    for (const length of [5551, 5552, 5553, 65_520, 65_521, 65_522, 200_000]) {
      const piece = Buffer.alloc(length, 0xff);
      const joined = joinDeflated([deflatePart(piece), packPart(piece), storePart(piece)]);
      expect(inflateSync(joined)).toHaveLength(3 * length);
    }
  });

  it("show a changed byte", () => {
    const joined = joinDeflated([deflatePart(Buffer.from("文书文书文书"))]);
    joined.writeUInt8(joined.readUInt8(joined.length - 1) ^ 1, joined.length - 1);
    expect(() => inflateSync(joined)).toThrow("incorrect data check");
  });
});
