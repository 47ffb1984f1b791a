import fc from "fast-check";
import jsQR from "jsqr";
import { describe, expect, it } from "vitest";
import { drawQrCode, qrModules } from "../../templates/layout/qr-code.ts";

const MODULE = 4;
const QUIET = 4;

/** Paints modules as a gray picture and reads it like a scanner. */
function scan(modules: readonly (readonly boolean[])[]): string | undefined {
  const side = (modules.length + 2 * QUIET) * MODULE;
  const picture = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const row = modules[Math.floor(y / MODULE) - QUIET];
      if (row?.[Math.floor(x / MODULE) - QUIET])
        picture.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  }
  return jsQR.default(picture, side, side)?.data;
}

describe("QR code", () => {
  it("is read back as the check address", () => {
    const url = "https://mingdan.example.gov.cn/check/K7QF-3M9T-XW2H";
    expect(scan(qrModules(url))).toBe(url);
  });

  it("is read back whatever the code in the address", () => {
    const code = fc.stringMatching(/^[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}$/);
    fc.assert(
      fc.property(code, (value) => {
        const url = `https://mingdan.example.gov.cn/check/${value}`;
        expect(scan(qrModules(url))).toBe(url);
      }),
      { seed: 1, numRuns: 30 },
    );
  });

  it("is drawn module for module as boxes", () => {
    const modules = qrModules("https://example.gov.cn/a");
    const draw = drawQrCode("https://example.gov.cn/a", 0, 0, modules.length);
    if (draw.kind !== "boxes") throw new Error("not boxes");
    const drawn = modules.map((row) => row.map(() => false));
    for (const [x, y, width] of draw.boxes)
      drawn[Math.round(y)]?.fill(true, Math.round(x), Math.round(x + width));
    expect(drawn).toEqual(modules);
  });
});
