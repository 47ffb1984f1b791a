import type { Color, Draw, PageGlyph } from "./page-model.ts";
import type { FontSlot } from "../fonts/sources.ts";
import { PAGE } from "./grid.ts";
import type { PaperFont, PaperGlyph } from "./paper-font.ts";

/** The glyph that shows a character in a face; enters its font in the resources of the page that is being painted. */
export type GlyphFor = (slot: FontSlot, character: string) => PaperGlyph;

/** Writes one drawing as PDF operators. */
export function writeDraw(draw: Draw, glyphFor: GlyphFor): string {
  switch (draw.kind) {
    case "text":
      return writeText(draw, glyphFor);
    case "turned": {
      const { font, code } = glyphFor(draw.slot, draw.character);
      const matrix = [...draw.matrix, draw.x, PAGE.height - draw.y].map(print).join(" ");
      return `${fill(draw.color)} BT /${font.id} ${print(draw.size)} Tf ${matrix} Tm <${code}> Tj ET`;
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

/** A character with its glyph. */
interface ShownGlyph {
  readonly at: PageGlyph;
  readonly glyph: PaperGlyph;
}

function writeText(draw: Extract<Draw, { kind: "text" }>, glyphFor: GlyphFor): string {
  const parts = [fill(draw.color), "BT"];
  let run: ShownGlyph[] = [];
  let runFont: PaperFont | undefined;
  const flush = (): void => {
    if (runFont && run.length > 0) parts.push(writeRun(run, runFont, draw.size));
    run = [];
  };
  for (const at of draw.glyphs) {
    const glyph = glyphFor(draw.slot, at.character);
    if (at.fillWidth > 0) {
      flush();
      parts.push(writeStretched(at, glyph, draw.size));
      continue;
    }
    if (glyph.font !== runFont) flush();
    runFont = glyph.font;
    run.push({ at, glyph });
  }
  flush();
  parts.push("ET");
  return parts.join(" ");
}

/**
 * Characters of one font on one line, shown together: the distance that most of them keep is said once, and only those that keep
 * another one are moved to their place.
 */
function writeRun(run: readonly ShownGlyph[], font: PaperFont, size: number): string {
  const first = run[0]?.at;
  if (!first) return "";
  const spacing = findSpacing(run, size);
  let pen = first.x;
  let pieces = "<";
  for (const { at, glyph } of run) {
    const move = Math.round(((pen - at.x) * 1000) / size);
    if (move !== 0) {
      pieces += `> ${move} <`;
      pen -= (move * size) / 1000;
    }
    pieces += glyph.code;
    pen += (glyph.advance * size) / 1000 + spacing;
  }
  const place = `1 0 0 1 ${print(first.x)} ${print(PAGE.height - first.y)} Tm`;
  return `/${font.id} ${print(size)} Tf ${print(spacing)} Tc ${place} [${pieces.replace("<> ", "")}>] TJ`;
}

/** The distance between characters that is found most often, to a thousandth of a point. */
function findSpacing(run: readonly ShownGlyph[], size: number): number {
  const counts = new Map<number, number>();
  let [best, most] = [0, 0];
  for (let i = 0; i + 1 < run.length; i += 1) {
    const [one, next] = [run[i], run[i + 1]];
    if (!one || !next) break;
    const distance = Math.round(1000 * (next.at.x - one.at.x) - one.glyph.advance * size);
    const count = (counts.get(distance) ?? 0) + 1;
    counts.set(distance, count);
    if (count > most) [best, most] = [distance, count];
  }
  return best / 1000;
}

/** One character widened so that its ink fills its cell: two dashes then join. */
function writeStretched(at: PageGlyph, glyph: PaperGlyph, size: number): string {
  const [left, right] = glyph.ink();
  const scale = (at.fillWidth * 1000) / Math.max(1, (right - left) * size);
  const center = at.x + (glyph.advance * size) / 2000;
  const x = center - (((left + right) / 2) * size * scale) / 1000;
  const place = `${print(scale)} 0 0 1 ${print(x)} ${print(PAGE.height - at.y)} Tm`;
  return `/${glyph.font.id} ${print(size)} Tf ${place} <${glyph.code}> Tj`;
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
