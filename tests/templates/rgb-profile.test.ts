import { describe, expect, it } from "vitest";
import { makeRgbProfile } from "../../templates/layout/rgb-profile.ts";

const profile = makeRgbProfile();

function tagOf(name: string): Buffer {
  const count = profile.readUInt32BE(128);
  for (let at = 132; at < 132 + 12 * count; at += 12) {
    if (profile.toString("latin1", at, at + 4) !== name) continue;
    const from = profile.readUInt32BE(at + 4);
    return profile.subarray(from, from + profile.readUInt32BE(at + 8));
  }
  throw new Error(`no ${name}`);
}

const numbersOf = (bytes: Buffer, from: number): number[] =>
  Array.from(
    { length: (bytes.length - from) / 4 },
    (_, i) => bytes.readInt32BE(from + 4 * i) / 65_536,
  );

describe("the color profile of papers", () => {
  it("is a display profile of sRGB that says how long it is, in half a kilobyte", () => {
    expect(profile.readUInt32BE(0)).toBe(profile.length);
    expect(profile.length).toBeLessThan(600);
    expect(profile.toString("latin1", 12, 24)).toBe("mntrRGB XYZ ");
    expect(profile.toString("latin1", 36, 40)).toBe("acsp");
  });

  it("has primaries that add up to its white, and every tag begins on a word", () => {
    const sums = [0, 1, 2].map((axis) =>
      ["rXYZ", "gXYZ", "bXYZ"].reduce(
        (sum, name) => sum + (numbersOf(tagOf(name), 8)[axis] ?? 0),
        0,
      ),
    );
    numbersOf(tagOf("wtpt"), 8).forEach((white, axis) => {
      expect(sums[axis]).toBeCloseTo(white, 3);
    });
    for (let i = 0; i < profile.readUInt32BE(128); i += 1) {
      expect(profile.readUInt32BE(136 + 12 * i) % 4).toBe(0);
    }
  });

  it("has the curve of IEC 61966-2-1: middle gray reflects a fifth of the light", () => {
    const [exponent = 0, slope = 0, offset = 0, straight = 0, until = 0] = numbersOf(
      tagOf("gTRC"),
      12,
    );
    const light = (value: number): number =>
      value >= until ? (slope * value + offset) ** exponent : straight * value;
    expect(light(1)).toBeCloseTo(1, 4);
    expect(light(0.5)).toBeCloseTo(0.214, 3);
    expect(light(until)).toBeCloseTo(straight * until, 4);
  });
});
