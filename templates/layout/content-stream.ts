import { type FontPack } from "../fonts/pack.ts";
import type { FontSlot } from "../fonts/sources.ts";
import type { ComposedLine } from "./compose-lines.ts";
import { PAGE } from "./grid.ts";
import type { Color, Draw } from "./page-model.ts";

/** A character as a page shows it. */
export interface ShownGlyph {
  readonly pack: FontPack;
  /** Four hex digits. */
  readonly code: string;
  /** Width in thousandths of the type size. */
  readonly advance: number;
  /** True for a glyph of the template's fixed words: its number is the same in every file. */
  readonly isFixed: boolean;
}

/** A line as it was written once: the stretches between which its height on the page is put. */
export interface WrittenLine {
  readonly slot: FontSlot;
  readonly size: number;
  readonly left: number;
  readonly stretches: readonly string[];
  readonly packs: readonly FontPack[];
}

/** The fonts of a file while its pages are painted. */
export interface Face {
  glyphFor(slot: FontSlot, character: string): ShownGlyph;
  /** Enters a font in the resources of the page that is being painted, and gives its name there. */
  use(pack: FontPack): string;
  /** Lines that consist of fixed words alone: written in every file of the kind in the same way. */
  readonly written: WeakMap<ComposedLine, WrittenLine>;
}

/** Writes one drawing as PDF operators. */
export function writeDraw(draw: Draw, face: Face): string {
  switch (draw.kind) {
    case "text":
      return writeText(draw, face);
    case "turned": {
      const { pack, code } = face.glyphFor(draw.slot, draw.character);
      const matrix = [...draw.matrix, draw.x, PAGE.height - draw.y].map(print).join(" ");
      return `${fill(draw.color)} BT /${face.use(pack)} ${print(draw.size)} Tf ${matrix} Tm <${code}> Tj ET`;
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

type TextDraw = Extract<Draw, { kind: "text" }>;

function writeText(draw: TextDraw, face: Face): string {
  const height = print(PAGE.height - draw.y);
  return `${fill(draw.color)} BT ${findWritten(draw, face).stretches.join(height)} ET`;
}

function findWritten(draw: TextDraw, face: Face): WrittenLine {
  const { line, slot, size, left } = draw;
  const known = face.written.get(line);
  if (known?.slot === slot && known.size === size && known.left === left) {
    for (const pack of known.packs) face.use(pack);
    return known;
  }
  const glyphs = line.glyphs.map(({ character }) => face.glyphFor(slot, character));
  const written = writeLine(draw, glyphs, face);
  if (glyphs.every(({ isFixed }) => isFixed)) face.written.set(line, written);
  return written;
}

/** Writes the characters of a line: those of one font together, stretched ones by themselves. */
function writeLine(draw: TextDraw, glyphs: readonly ShownGlyph[], face: Face): WrittenLine {
  const { line, slot, size, left } = draw;
  const packs = new Set<FontPack>();
  const stretches: string[] = [];
  let open = "";
  for (let from = 0; from < glyphs.length;) {
    const end = endOfRun(line, glyphs, from);
    const pack = glyphs[from]?.pack;
    if (pack === undefined) break;
    packs.add(pack);
    const run = line.glyphs[from]?.fill
      ? writeStretched(draw, from, glyphs, face.use(pack))
      : writeRun(draw, from, end, glyphs, face.use(pack));
    stretches.push(open + run.before);
    open = `${run.after} `;
    from = end;
  }
  stretches.push(open.trimEnd());
  return { slot, size, left, stretches, packs: [...packs] };
}

function endOfRun(line: ComposedLine, glyphs: readonly ShownGlyph[], from: number): number {
  if (line.glyphs[from]?.fill) return from + 1;
  let end = from + 1;
  while (
    end < glyphs.length &&
    glyphs[end]?.pack === glyphs[from]?.pack &&
    !line.glyphs[end]?.fill
  ) {
    end += 1;
  }
  return end;
}

/** What stands before and after the height of a line on its page. */
interface WrittenRun {
  readonly before: string;
  readonly after: string;
}

/**
 * Characters of one font on one line, shown together: the distance that most of them keep is said once, and only those that keep
 * another one are moved to their place.
 */
function writeRun(
  { line, left, size }: TextDraw,
  from: number,
  end: number,
  glyphs: readonly ShownGlyph[],
  font: string,
): WrittenRun {
  const spacing = findSpacing(line, from, end, glyphs, size);
  const start = left + (line.glyphs[from]?.x ?? 0);
  let pen = start;
  let pieces = "<";
  for (let i = from; i < end; i += 1) {
    const glyph = glyphs[i];
    if (!glyph) break;
    const move = Math.round(((pen - left - (line.glyphs[i]?.x ?? 0)) * 1000) / size);
    if (move !== 0) {
      pieces += `> ${move} <`;
      pen -= (move * size) / 1000;
    }
    pieces += glyph.code;
    pen += (glyph.advance * size) / 1000 + spacing;
  }
  const before = `/${font} ${print(size)} Tf ${print(spacing)} Tc 1 0 0 1 ${print(start)} `;
  return { before, after: ` Tm [${pieces.replace("<> ", "")}>] TJ` };
}

/** The distance between characters that is found most often, to a thousandth of a point. */
function findSpacing(
  line: ComposedLine,
  from: number,
  end: number,
  glyphs: readonly ShownGlyph[],
  size: number,
): number {
  const counts = new Map<number, number>();
  let [best, most] = [0, 0];
  for (let i = from; i + 1 < end; i += 1) {
    const step = (line.glyphs[i + 1]?.x ?? 0) - (line.glyphs[i]?.x ?? 0);
    const distance = Math.round(1000 * step - (glyphs[i]?.advance ?? 0) * size);
    const count = (counts.get(distance) ?? 0) + 1;
    counts.set(distance, count);
    if (count > most) [best, most] = [distance, count];
  }
  return best / 1000;
}

/** One character widened so that its ink fills its cell: two dashes then join. */
function writeStretched(
  { line, left, size, cell }: TextDraw,
  place: number,
  glyphs: readonly ShownGlyph[],
  font: string,
): WrittenRun {
  const glyph = glyphs[place];
  if (!glyph) return { before: "", after: "" };
  const [inkLeft, inkRight] = glyph.pack.inkOf(glyph.pack.glyphOf(codePointOf(line, place)));
  const scale = (cell * 1000) / Math.max(1, (inkRight - inkLeft) * size);
  const center = left + (line.glyphs[place]?.x ?? 0) + (glyph.advance * size) / 2000;
  const x = center - (((inkLeft + inkRight) / 2) * size * scale) / 1000;
  const before = `/${font} ${print(size)} Tf ${print(scale)} 0 0 1 ${print(x)} `;
  return { before, after: ` Tm <${glyph.code}> Tj` };
}

function codePointOf(line: ComposedLine, place: number): number {
  return line.glyphs[place]?.character.codePointAt(0) ?? 0;
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
