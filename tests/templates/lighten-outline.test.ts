import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { buildPack } from "../../templates/fonts/build-pack.ts";
import { curvesOf, type Place } from "../../templates/fonts/fit-curve.ts";
import { lightenOutline } from "../../templates/fonts/lighten-outline.ts";
import { openPack, type FontPack } from "../../templates/fonts/pack.ts";
import { type Contour, readContours, writeContours } from "../../templates/fonts/simple-outline.ts";
import { bundledSource } from "../../templates/fonts/sources.ts";
import { buildTinyFont } from "./tiny-font.ts";

const CHARACTERS = Array.from(
  "列入严重失信主体名单决定书（一）、2026年gQ@鬱龘囊心飞",
  (each) => each.codePointAt(0) ?? 0,
);

function packOf(source: Uint8Array, lightened: ReadonlySet<number>): FontPack {
  const bytes = buildPack([source], "0".repeat(64), lightened);
  const read = (from: number, length: number) =>
    Uint8Array.from(bytes.subarray(from, from + length));
  const pack = openPack({ size: bytes.length, read });
  if (!pack) throw new Error("the pack does not open");
  return pack;
}

let whole: FontPack;
let light: FontPack;
beforeAll(() => {
  const source = readFileSync(bundledSource("serif").path);
  whole = packOf(source, new Set());
  light = packOf(source, new Set(CHARACTERS));
});

/** Places all along a contour, close to each other. */
function walk(contour: Contour): Place[] {
  const start = contour.findIndex(({ on }) => on);
  const round = [...contour.slice(start), ...contour.slice(0, start + 1)];
  const places: Place[] = [];
  let from = 0;
  round.forEach((end, at) => {
    const begin = round[from];
    if (at === 0 || !end.on || begin === undefined) return;
    const beside = round.slice(from + 1, at);
    const middle = { x: (begin.x + end.x) / 2, y: (begin.y + end.y) / 2 };
    for (const curve of curvesOf(begin, beside.length > 0 ? beside : [middle], end)) {
      for (let i = 0; i < 40; i += 1) places.push(follow(curve, i / 40));
    }
    from = at;
  });
  places.push(...round.slice(-1));
  return places;
}

function follow({ begin, pull, end }: ReturnType<typeof curvesOf>[number], t: number): Place {
  const mix = (a: number, b: number, c: number) =>
    a * (1 - t) ** 2 + 2 * b * t * (1 - t) + c * t * t;
  return { x: mix(begin.x, pull.x, end.x), y: mix(begin.y, pull.y, end.y) };
}

function farthest(from: readonly Place[], to: readonly Place[]): number {
  const nearest = (place: Place): number =>
    Math.min(...to.slice(1).map((end, i) => distance(place, to[i] ?? end, end)));
  return Math.max(...from.map(nearest));
}

/** From a place to a straight line between two others. */
function distance(place: Place, begin: Place, end: Place): number {
  const [dx, dy] = [end.x - begin.x, end.y - begin.y];
  const along = ((place.x - begin.x) * dx + (place.y - begin.y) * dy) / (dx * dx + dy * dy || 1);
  const share = Math.max(0, Math.min(1, along));
  return Math.hypot(place.x - begin.x - share * dx, place.y - begin.y - share * dy);
}

describe("outlines drawn with fewer points", () => {
  it("stay within four thousandths of the type size of those of the font, contour by contour", () => {
    for (const codePoint of CHARACTERS) {
      const before = readContours(whole.outlineOf(whole.glyphOf(codePoint))) ?? [];
      const after = readContours(light.outlineOf(light.glyphOf(codePoint))) ?? [];
      expect(after).toHaveLength(before.length);
      before.forEach((contour, i) => {
        const [old, drawn] = [walk(contour), walk(after[i] ?? [])];
        expect(Math.max(farthest(old, drawn), farthest(drawn, old))).toBeLessThan(4);
      });
    }
  });

  it("have a sixth fewer points, and never more bytes", () => {
    const sizes = CHARACTERS.map((codePoint) => {
      const [before, after] = [whole, light].map((pack) => pack.outlineOf(pack.glyphOf(codePoint)));
      expect(after?.length).toBeLessThanOrEqual(before?.length ?? 0);
      return [before, after].map(
        (each) => readContours(each ?? new Uint8Array())?.flat().length ?? 0,
      );
    });
    const [before, after] = [0, 1].map((i) => sizes.reduce((sum, each) => sum + (each[i] ?? 0), 0));
    expect((after ?? 0) / (before ?? 1)).toBeLessThan(5 / 6);
  });

  it("keep their width, and their distance from the left edge moves with the ink", () => {
    for (const codePoint of CHARACTERS) {
      const [old, drawn] = [whole.glyphOf(codePoint), light.glyphOf(codePoint)];
      expect(light.advanceOf(drawn)).toBe(whole.advanceOf(old));
      const moved = light.inkOf(drawn)[0] - whole.inkOf(old)[0];
      expect(light.bearingOf(drawn) - whole.bearingOf(old)).toBeCloseTo(moved, 6);
    }
  });

  it("are those of the characters asked for alone", () => {
    const other = "凹".codePointAt(0) ?? 0;
    const [before, after] = [whole, light].map((pack) => pack.outlineOf(pack.glyphOf(other)));
    expect(after).toEqual(before);
  });

  it("leave the parts of composites as they are", () => {
    const all = packOf(buildTinyFont(), new Set([0x4e00, 0x5405, 0x53e3]));
    const none = packOf(buildTinyFont(), new Set());
    for (const codePoint of [0x5405, 0x53e3]) {
      expect(all.outlineOf(all.glyphOf(codePoint))).toEqual(
        none.outlineOf(none.glyphOf(codePoint)),
      );
    }
  });

  it("come out the same when drawn twice", () => {
    const outline = whole.outlineOf(whole.glyphOf(CHARACTERS[0] ?? 0));
    expect(lightenOutline(outline, 1000)).toEqual(lightenOutline(outline, 1000));
    expect(lightenOutline(new Uint8Array(), 1000)).toEqual(new Uint8Array());
  });
});

describe("an outline read and written again", () => {
  it("has the same points", () => {
    for (const codePoint of CHARACTERS) {
      const contours = readContours(whole.outlineOf(whole.glyphOf(codePoint))) ?? [];
      expect(readContours(writeContours(contours))).toEqual(contours);
    }
  });

  it("also where flags come again more often than can be said at once, and steps need two bytes", () => {
    const contour = Array.from({ length: 700 }, (_, i) => ({
      x: i * 3,
      y: i % 2 === 0 ? -900 : 900,
      on: true,
    }));
    expect(readContours(writeContours([contour, contour.slice(0, 3)]))).toEqual([
      contour,
      contour.slice(0, 3),
    ]);
  });
});
