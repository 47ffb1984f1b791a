import { FontError } from "./font-error.ts";
import { openWoff2 } from "./woff2.ts";

/** A TrueType file opened for reading: the bytes and where each table lies. */
export interface Sfnt {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly tables: ReadonlyMap<string, { readonly offset: number; readonly length: number }>;
}

/** What the font says of itself, in font units. */
export interface FontFacts {
  readonly postscriptName: string;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
  readonly italicAngle: number;
  readonly familyClass: number;
  readonly isFixedPitch: boolean;
  readonly bbox: readonly [number, number, number, number];
  readonly glyphCount: number;
  readonly fsType: number;
}

const TTC = 0x74746366;
const WOFF2 = 0x774f4632;
const TRUETYPE = [0x00010000, 0x74727565];

/** Opens a TrueType or WOFF2 file; of a collection the first font. Other outline formats are refused. */
export function openSfnt(bytes: Uint8Array): Sfnt {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12) throw new FontError("不是字体文件：内容太短");
  if (view.getUint32(0) === WOFF2) return openWoff2(bytes);
  const start = view.getUint32(0) === TTC ? view.getUint32(12) : 0;
  if (!TRUETYPE.includes(view.getUint32(start))) {
    throw new FontError("不是 TrueType 轮廓的字体文件（.ttf）；请换用同一字体的 TrueType 版本");
  }
  const tables = new Map<string, { offset: number; length: number }>();
  const count = view.getUint16(start + 4);
  for (let i = 0; i < count; i += 1) {
    const record = start + 12 + 16 * i;
    const tag = String.fromCharCode(...bytes.subarray(record, record + 4));
    tables.set(tag, { offset: view.getUint32(record + 8), length: view.getUint32(record + 12) });
  }
  return { bytes, view, tables };
}

/** Where a table lies; a missing one is an error. */
export function findTable(font: Sfnt, tag: string): { offset: number; length: number } {
  const table = font.tables.get(tag);
  if (!table) throw new FontError(`字体文件缺少 ${tag} 表`);
  return table;
}

/** Reads names, sizes and the permission to embed. */
export function readFacts(font: Sfnt): FontFacts {
  const { view } = font;
  const head = findTable(font, "head").offset;
  const hhea = findTable(font, "hhea").offset;
  const os2 = findTable(font, "OS/2").offset;
  const post = findTable(font, "post").offset;
  const hasHeights = view.getUint16(os2) >= 2;
  const ascent = view.getInt16(hhea + 4);
  return {
    postscriptName: readPostscriptName(font),
    unitsPerEm: view.getUint16(head + 18),
    ascent,
    descent: view.getInt16(hhea + 6),
    capHeight: hasHeights ? view.getInt16(os2 + 88) : ascent,
    xHeight: hasHeights ? view.getInt16(os2 + 86) : 0,
    italicAngle: view.getInt32(post + 4) / 65536,
    familyClass: view.getInt16(os2 + 30),
    isFixedPitch: view.getUint32(post + 12) !== 0,
    bbox: [36, 38, 40, 42].map((at) => view.getInt16(head + at)) as unknown as FontFacts["bbox"], // four numbers by construction
    glyphCount: view.getUint16(findTable(font, "maxp").offset + 4),
    fsType: view.getUint16(os2 + 8),
  };
}

/** Refuses a font whose maker forbids embedding or subsetting (OS/2 fsType). */
export function checkEmbedding(fsType: number): void {
  if ((fsType & 0x000f) === 0x0002) throw new FontError("字体不允许嵌入文件（fsType=受限）");
  if ((fsType & 0x0100) !== 0) throw new FontError("字体不允许以子集嵌入（fsType=禁止子集）");
  if ((fsType & 0x0200) !== 0) throw new FontError("字体只允许嵌入点阵（fsType=仅点阵）");
}

function readPostscriptName(font: Sfnt): string {
  const { view, bytes } = font;
  const { offset } = findTable(font, "name");
  const strings = offset + view.getUint16(offset + 4);
  for (let i = 0; i < view.getUint16(offset + 2); i += 1) {
    const record = offset + 6 + 12 * i;
    if (view.getUint16(record + 6) !== 6) continue;
    const from = strings + view.getUint16(record + 10);
    const raw = bytes.subarray(from, from + view.getUint16(record + 8));
    const name = String.fromCharCode(...raw).replace(/[^\x21-\x7e]/g, "");
    if (/^[\w.+-]+$/.test(name)) return name;
  }
  return "UnnamedFont";
}
