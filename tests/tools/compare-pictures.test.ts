import { describe, expect, it } from "vitest";
import { comparePictures } from "../../tools/verify-papers/compare-pictures.ts";
import {
  decodeGrayPng,
  encodeGrayPng,
  type GrayPicture,
  joinPictures,
} from "../../tools/verify-papers/gray-png.ts";

const WIDTH = 249;
const HEIGHT = 351;

/** A page with lines of letters, each a few dark dots, and a seal; `shift` moves everything down. */
function pageOf(change: { shift?: number; rows?: number; seal?: boolean; soft?: number } = {}) {
  const { shift = 0, rows = 22, seal = true, soft = 0 } = change;
  const gray = new Uint8Array(WIDTH * HEIGHT).fill(255);
  const set = (x: number, y: number, value: number): void => {
    gray[(y + shift) * WIDTH + x] = value;
  };
  for (let row = 0; row < rows; row += 1) {
    for (let x = 33; x < 215; x += 1) {
      for (let y = 0; y < 7; y += 1) {
        const ink = (x * 7 + y * 13 + row * 5) % 3 === 0 ? 40 + soft : 230 - soft / 2;
        set(x, 45 + row * 12 + y, ink);
      }
    }
  }
  if (seal) {
    for (let x = 130; x < 180; x += 1) for (let y = 250; y < 300; y += 1) set(x, y, 150);
  }
  return { width: WIDTH, height: HEIGHT, gray } satisfies GrayPicture;
}

describe("the picture of a paper is compared with its reference", () => {
  it("and passes as itself, and where letters are only smoothed otherwise", () => {
    expect(comparePictures(pageOf(), pageOf())).toBeNull();
    expect(comparePictures(pageOf({ soft: 20 }), pageOf())).toBeNull();
  });

  it.each([
    ["a line is missing", { rows: 21 }],
    ["the seal is missing", { seal: false }],
    ["everything stands a third of a line lower", { shift: 4 }],
  ])("and is found to differ where %s", (_, change) => {
    expect(comparePictures(pageOf(change), pageOf())).toMatch(/与参照图不同的面积为\d+\.\d%/);
  });

  it("and is found to differ where it has another number of pages", () => {
    const two = joinPictures([pageOf(), pageOf()]);
    expect(comparePictures(two, pageOf())).toContain("498×351，应为249×351");
  });

  it("comes back from its file in sixteen grays, beside each other page by page", () => {
    const two = joinPictures([pageOf(), pageOf({ seal: false })]);
    const read = decodeGrayPng(encodeGrayPng(two));
    expect([read.width, read.height]).toEqual([498, 351]);
    const isFar = (value: number, i: number) => Math.abs(value - (two.gray[i] ?? 0)) > 8;
    expect(read.gray.some(isFar)).toBe(false);
    expect(comparePictures(read, two)).toBeNull();
    expect(() =>
      decodeGrayPng(Buffer.from("not a picture at all, but long enough to read")),
    ).toThrow("not written by this tool");
  });
});
