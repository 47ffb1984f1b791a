import { FontError } from "./font-error.ts";
import { type Sfnt, findTable } from "./sfnt.ts";

/** Reads the Unicode character map of a font: code point → glyph number. Prefers the full map over the 16-bit one. */
export function readCharacterMap(font: Sfnt): Map<number, number> {
  const { offset } = findTable(font, "cmap");
  const subtables = listSubtables(font, offset);
  const full = subtables.find((subtable) => subtable.format === 12);
  if (full) return readFormat12(font.view, full.at);
  const basic = subtables.find((subtable) => subtable.format === 4);
  if (basic) return readFormat4(font.view, basic.at);
  throw new FontError("字体文件没有 Unicode 字符表");
}

function listSubtables(font: Sfnt, cmap: number): { at: number; format: number }[] {
  const { view } = font;
  return Array.from({ length: view.getUint16(cmap + 2) }, (_, i) => {
    const record = cmap + 4 + 8 * i;
    const at = cmap + view.getUint32(record + 4);
    const platform = view.getUint16(record);
    const isUnicode =
      platform === 0 || (platform === 3 && [1, 10].includes(view.getUint16(record + 2)));
    return { at, format: isUnicode ? view.getUint16(at) : -1 };
  });
}

function readFormat12(view: DataView, at: number): Map<number, number> {
  const map = new Map<number, number>();
  const groups = view.getUint32(at + 12);
  for (let i = 0; i < groups; i += 1) {
    const group = at + 16 + 12 * i;
    const first = view.getUint32(group);
    const glyph = view.getUint32(group + 8);
    for (let code = first; code <= view.getUint32(group + 4); code += 1) {
      map.set(code, glyph + code - first);
    }
  }
  return map;
}

function readFormat4(view: DataView, at: number): Map<number, number> {
  const map = new Map<number, number>();
  const segX2 = view.getUint16(at + 6);
  for (let i = 0; i < segX2; i += 2) {
    const last = view.getUint16(at + 14 + i);
    const first = view.getUint16(at + 16 + segX2 + i);
    const delta = view.getUint16(at + 16 + 2 * segX2 + i);
    const rangeAt = at + 16 + 3 * segX2 + i;
    const range = view.getUint16(rangeAt);
    for (let code = first; code <= last && code !== 0xffff; code += 1) {
      const raw = range === 0 ? code : view.getUint16(rangeAt + range + 2 * (code - first));
      if (raw !== 0) map.set(code, (raw + delta) & 0xffff);
    }
  }
  return map;
}
