import { brotliDecompressSync } from "node:zlib";
import { FontError } from "./font-error.ts";
import { readOutlines } from "./woff2-outlines.ts";

/** The font's tables as they lie in the unpacked bytes. */
interface OpenedTables {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly tables: ReadonlyMap<string, { readonly offset: number; readonly length: number }>;
}

/** The tags that a WOFF2 directory names by number, as far as a pack needs them. */
const KNOWN_TAGS = ["cmap", "head", "hhea", "hmtx", "maxp", "name", "OS/2", "post"];
const [GLYF, LOCA, OWN_TAG] = [10, 11, 63];
const HEADER = 48;
/** Of `glyf` and `loca` this version means "as in the font"; of the other tables, 0 does. */
const UNCHANGED_OUTLINES = 3;

/** Opens a WOFF2 file (TrueType outlines): its tables unpacked, outlines rebuilt without hinting programs. */
export function openWoff2(file: Uint8Array): OpenedTables {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const { entries, end } = readDirectory(file, view.getUint16(12));
  const unpacked = unpack(file.subarray(end, end + view.getUint32(20)));
  const tables = new Map<string, { offset: number; length: number }>();
  let at = 0;
  let outlines: Uint8Array | undefined;
  for (const { tag, length, isChanged } of entries) {
    if (tag === "glyf" && isChanged) outlines = unpacked.subarray(at, at + length);
    else if (!isChanged) tables.set(tag, { offset: at, length });
    else if (tag !== "loca")
      throw new FontError(`字体文件的 ${tag} 表以不支持的方式压缩；请换用 .ttf 文件`);
    at += length;
  }
  const head = tables.get("head");
  if (outlines === undefined || head === undefined) return openTables(unpacked, tables);
  const { glyf, loca } = readOutlines(outlines);
  tables.set("glyf", { offset: unpacked.length, length: glyf.length });
  tables.set("loca", { offset: unpacked.length + glyf.length, length: loca.length });
  const bytes = Buffer.concat([unpacked, glyf, loca]);
  bytes.writeInt16BE(1, head.offset + 50); // loca is written in its long form
  return openTables(bytes, tables);
}

function openTables(bytes: Uint8Array, tables: OpenedTables["tables"]): OpenedTables {
  return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), tables };
}

function unpack(bytes: Uint8Array): Buffer {
  try {
    return brotliDecompressSync(bytes);
  } catch {
    throw new FontError("WOFF2 字体文件已损坏，无法解压；请重新取得该文件");
  }
}

interface DirectoryEntry {
  readonly tag: string;
  /** As it lies in the unpacked stream. */
  readonly length: number;
  readonly isChanged: boolean;
}

function readDirectory(
  file: Uint8Array,
  count: number,
): { entries: DirectoryEntry[]; end: number } {
  let at = HEADER;
  const readNumber = (): number => {
    let value = 0;
    for (let more = true; more; at += 1) {
      const byte = file[at] ?? 0;
      value = value * 128 + (byte & 0x7f);
      more = (byte & 0x80) !== 0;
    }
    return value;
  };
  const entries = Array.from({ length: count }, (): DirectoryEntry => {
    const flags = file[at] ?? 0;
    const [index, version] = [flags & 0x3f, flags >> 6];
    at += index === OWN_TAG ? 5 : 1;
    const tag =
      index === OWN_TAG ? String.fromCharCode(...file.subarray(at - 4, at)) : tagOf(index);
    const original = readNumber();
    const isOutline = tag === "glyf" || tag === "loca";
    const isChanged = isOutline ? version !== UNCHANGED_OUTLINES : version !== 0;
    return { tag, length: isChanged ? readNumber() : original, isChanged };
  });
  return { entries, end: at };
}

function tagOf(index: number): string {
  if (index === GLYF) return "glyf";
  if (index === LOCA) return "loca";
  return KNOWN_TAGS[index] ?? `other ${index}`;
}
