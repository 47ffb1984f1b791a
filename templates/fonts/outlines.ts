import { type Sfnt, findTable } from "./sfnt.ts";

const COMPONENT = {
  words: 0x0001,
  scale: 0x0008,
  more: 0x0020,
  xyScale: 0x0040,
  matrix: 0x0080,
  instructions: 0x0100,
};

/** Hands out the outline of each glyph of a font, without its hinting program. */
export function openOutlines(font: Sfnt): (glyph: number) => Uint8Array {
  const { view, bytes } = font;
  const isLong = view.getInt16(findTable(font, "head").offset + 50) === 1;
  const loca = findTable(font, "loca").offset;
  const glyf = findTable(font, "glyf").offset;
  const place = (glyph: number): number =>
    isLong ? view.getUint32(loca + 4 * glyph) : 2 * view.getUint16(loca + 2 * glyph);
  return (glyph) =>
    withoutHints(Uint8Array.from(bytes.subarray(glyf + place(glyph), glyf + place(glyph + 1))));
}

function withoutHints(outline: Uint8Array): Uint8Array {
  if (outline.length === 0) return outline;
  const view = new DataView(outline.buffer);
  const contours = view.getInt16(0);
  if (contours < 0) return clearComponentHints(outline);
  const lengthAt = 10 + 2 * contours;
  const length = view.getUint16(lengthAt);
  if (length === 0) return outline;
  const short = new Uint8Array(outline.length - length);
  short.set(outline.subarray(0, lengthAt));
  short.set(outline.subarray(lengthAt + 2 + length), lengthAt + 2);
  return short;
}

function clearComponentHints(outline: Uint8Array): Uint8Array {
  const view = new DataView(outline.buffer);
  let end = 0;
  for (const component of walkComponents(outline)) {
    view.setUint16(component.at, component.flags & ~COMPONENT.instructions);
    end = component.end;
  }
  return outline.subarray(0, end);
}

/** One part of a composite glyph: where its record begins and ends, and which glyph it uses. */
export interface Component {
  readonly at: number;
  readonly end: number;
  readonly flags: number;
  readonly glyph: number;
}

/** The parts of a composite glyph; none for a simple one. */
export function walkComponents(outline: Uint8Array): Component[] {
  const view = new DataView(outline.buffer, outline.byteOffset, outline.byteLength);
  const components: Component[] = [];
  if (outline.length === 0 || view.getInt16(0) >= 0) return components;
  for (let at = 10, more = true; more;) {
    const flags = view.getUint16(at);
    const end = at + 4 + (flags & COMPONENT.words ? 4 : 2) + transformSize(flags);
    components.push({ at, end, flags, glyph: view.getUint16(at + 2) });
    more = (flags & COMPONENT.more) !== 0;
    at = end;
  }
  return components;
}

function transformSize(flags: number): number {
  if (flags & COMPONENT.scale) return 2;
  if (flags & COMPONENT.xyScale) return 4;
  return flags & COMPONENT.matrix ? 8 : 0;
}
