import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readClaim } from "../../api/use-cases/read-claim.ts";

const NOTHING = { code: null, number: null };

function pdfWith(stream: Buffer, around = ""): Buffer {
  const head = Buffer.from(`%PDF-1.7\n${around}\n1 0 obj\n<< /Length 9 >>\nstream\r\n`);
  return Buffer.concat([head, stream, Buffer.from("\nendstream\nendobj\n%%EOF")]);
}

describe("which paper a file claims to be", () => {
  it("is told by its compressed twin", () => {
    const twin = JSON.stringify({ checkUrl: "https://mingdan.example/check/K7QF-3M9T-XW2H" });
    const claim = readClaim(pdfWith(deflateSync(Buffer.from(twin))));
    expect(claim).toEqual({ code: "K7QF-3M9T-XW2H", number: null });
  });

  it("is told by the number in its metadata where the twin was changed", () => {
    const broken = deflateSync(Buffer.from("/check/K7QF-3M9T-XW2H"));
    broken[4] = (broken[4] ?? 0) ^ 0xff;
    const claim = readClaim(
      pdfWith(broken, "<dc:title>列入决定书 苍人社列决〔2026〕12号</dc:title>"),
    );
    expect(claim).toEqual({ code: null, number: "列入决定书 苍人社列决〔2026〕12号".slice(6) });
  });

  it.each([
    ["a text", Buffer.from("/check/K7QF-3M9T-XW2H")],
    ["an empty file", Buffer.alloc(0)],
    ["a PDF of somebody else", pdfWith(deflateSync(Buffer.from("hello")))],
    ["a stream without an end", Buffer.from("%PDF-1.7 stream\nabc")],
  ])("is nothing for %s", (_what, bytes) => {
    expect(readClaim(bytes)).toEqual(NOTHING);
  });

  it("is not looked for in a stream that grows beyond measure", () => {
    const bomb = deflateSync(
      Buffer.concat([Buffer.alloc(8 << 20), Buffer.from("/check/K7QF3M9TXW")]),
    );
    expect(readClaim(pdfWith(bomb))).toEqual(NOTHING);
  });
});
