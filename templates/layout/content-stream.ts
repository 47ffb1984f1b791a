import type { Color, Draw, PageGlyph } from "./page-model.ts";
import { PAGE } from "./grid.ts";

/** A font as a page refers to it. */
export interface PageFont {
  /** Name in the page's resources, e.g. F1. */
  readonly id: string;
  /** Enters the font in the resources of the page that is being painted. */
  use(): void;
  /** The bytes that show one character, as four hex digits. */
  encode(character: string): string;
  /** Width in thousandths of the type size. */
  advance(character: string): number;
  /** Left and right edge of the ink in thousandths. */
  ink(character: string): readonly [number, number];
}

/** Which font of a page shows a character in a face. */
export type FontFor = (draw: Extract<Draw, { slot: unknown }>, character: string) => PageFont;

/** Writes one drawing as PDF operators. */
export function writeDraw(draw: Draw, fontFor: FontFor): string {
  switch (draw.kind) {
    case "text":
      return writeText(draw, fontFor);
    case "turned": {
      const font = fontFor(draw, draw.character);
      const matrix = [...draw.matrix, draw.x, PAGE.height - draw.y].map(print).join(" ");
      font.use();
      const show = `<${font.encode(draw.character)}> Tj`;
      return `${fill(draw.color)} BT /${font.id} ${print(draw.size)} Tf ${matrix} Tm ${show} ET`;
    }
    case "rule":
      return `${stroke(draw.color, draw.thickness)} ${point(draw.from)} m ${point(draw.to)} l S`;
    case "ring":
      return `${stroke(draw.color, draw.thickness)} ${writeCircle(draw.center, draw.radius)} S`;
    case "polygon": {
      const [first, ...rest] = draw.points;
      if (!first) return "";
      return `${fill(draw.color)} ${point(first)} m ${rest.map((p) => `${point(p)} l`).join(" ")} h f`;
    }
    case "boxes": {
      const boxes = draw.boxes.map(
        ([x, y, w, h]) => `${point([x, y + h])} ${print(w)} ${print(h)} re`,
      );
      return `${fill(draw.color)} ${boxes.join(" ")} f`;
    }
  }
}

function writeText(draw: Extract<Draw, { kind: "text" }>, fontFor: FontFor): string {
  const parts = [fill(draw.color), "BT"];
  let run: PageGlyph[] = [];
  let runFont: PageFont | undefined;
  const flush = (): void => {
    if (runFont && run.length > 0) parts.push(writeRun(run, runFont, draw.size));
    run = [];
  };
  for (const glyph of draw.glyphs) {
    const font = fontFor(draw, glyph.character);
    if (glyph.fillWidth > 0) {
      flush();
      parts.push(writeStretched(glyph, font, draw.size));
      continue;
    }
    if (font !== runFont) flush();
    runFont = font;
    run.push(glyph);
  }
  flush();
  return [...parts, "ET"].join(" ");
}

/** Characters of one font on one line: shown together, each moved to its exact place. */
function writeRun(run: readonly PageGlyph[], font: PageFont, size: number): string {
  const [first] = run;
  if (!first) return "";
  font.use();
  let pen = first.x;
  let open = "";
  const pieces: string[] = [];
  for (const glyph of run) {
    const move = Math.round(((pen - glyph.x) * 1000) / size);
    if (move !== 0) {
      if (open !== "") pieces.push(`<${open}>`);
      pieces.push(String(move));
      open = "";
      pen -= (move * size) / 1000;
    }
    open += font.encode(glyph.character);
    pen += (font.advance(glyph.character) * size) / 1000;
  }
  pieces.push(`<${open}>`);
  const place = `1 0 0 1 ${print(first.x)} ${print(PAGE.height - first.y)} Tm`;
  return `/${font.id} ${print(size)} Tf ${place} [${pieces.join(" ")}] TJ`;
}

/** One character widened so that its ink fills its cell: two dashes then join. */
function writeStretched(glyph: PageGlyph, font: PageFont, size: number): string {
  const [left, right] = font.ink(glyph.character);
  font.use();
  const scale = (glyph.fillWidth * 1000) / Math.max(1, (right - left) * size);
  const center = glyph.x + (font.advance(glyph.character) * size) / 2000;
  const x = center - (((left + right) / 2) * size * scale) / 1000;
  const place = `${print(scale)} 0 0 1 ${print(x)} ${print(PAGE.height - glyph.y)} Tm`;
  return `/${font.id} ${print(size)} Tf ${place} <${font.encode(glyph.character)}> Tj`;
}

function writeCircle([x, y]: readonly [number, number], radius: number): string {
  const k = radius * 0.5522847498;
  const at = (dx: number, dy: number): string => point([x + dx, y + dy]);
  const r = radius;
  return [
    `${at(r, 0)} m`,
    `${at(r, k)} ${at(k, r)} ${at(0, r)} c`,
    `${at(-k, r)} ${at(-r, k)} ${at(-r, 0)} c`,
    `${at(-r, -k)} ${at(-k, -r)} ${at(0, -r)} c`,
    `${at(k, -r)} ${at(r, -k)} ${at(r, 0)} c h`,
  ].join(" ");
}

function fill(color: Color): string {
  return `${color.map(print).join(" ")} rg`;
}

function stroke(color: Color, thickness: number): string {
  return `${color.map(print).join(" ")} RG ${print(thickness)} w`;
}

function point([x, y]: readonly [number, number]): string {
  return `${print(x)} ${print(PAGE.height - y)}`;
}

function print(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
