import { packStream } from "./deflated-parts.ts";

/** What pdfkit knows of a file when it ends. */
export interface EndedPdf {
  readonly _offsets: readonly unknown[];
  readonly _root: { toString(): string };
  readonly _info: { toString(): string };
  readonly _id: Uint8Array;
}

/** How pdfkit begins a file. */
export const HEAD = "%PDF-1.7\n%\xff\xff\xff\xff\n";
/** The signature stands by itself, as objects with a stream do: its bytes are written in later. */
const SIGNATURE = "/ByteRange [";
/** An entry of the table of objects: which kind, where, and which one there. */
const ENTRY = 7;
const [FREE, ALONE, PACKED] = [0, 1, 2];

interface PackedObject {
  readonly id: number;
  readonly text: string;
}

/** Takes what pdfkit writes after the head of a file, piece by piece, and answers with the whole file once pdfkit has ended. */
export interface PackedOutput {
  write(data: string | Uint8Array): void;
  close(pdf: EndedPdf): void;
  bytes(): Buffer;
}

/**
 * Packs the many small objects into one compressed stream (PDF 1.5, 7.5.7) and writes the table of all of them as a stream as well.
 */
export function startPackedOutput(): PackedOutput {
  const file = startFile();
  const packed: PackedObject[] = [];
  let open: { readonly id: number; readonly parts: (string | Uint8Array)[] } | null = null;
  return {
    write(data) {
      if (open === null) {
        open = { id: readId(data), parts: [] };
        return;
      }
      if (data !== "endobj") {
        open.parts.push(data);
        return;
      }
      const [text = "", ...stream] = open.parts;
      const staysAlone = typeof text !== "string" || stream.length > 0 || text.includes(SIGNATURE);
      if (staysAlone) file.addObject(open.id, open.parts);
      else packed.push({ id: open.id, text });
      open = null;
    },
    close(pdf) {
      file.close(pdf, packed);
    },
    bytes: file.bytes,
  };
}

function readId(data: string | Uint8Array): number {
  const id = typeof data === "string" && data.endsWith(" 0 obj") ? Number.parseInt(data) : NaN;
  if (Number.isNaN(id)) throw new Error("pdfkit writes its objects in another way");
  return id;
}

interface PackedFile {
  addObject(id: number, parts: readonly (string | Uint8Array)[]): void;
  /** Writes the packed objects and the table of all objects. */
  close(pdf: EndedPdf, packed: readonly PackedObject[]): void;
  readonly bytes: () => Buffer;
}

function startFile(): PackedFile {
  const pieces: (string | Uint8Array)[] = [HEAD];
  const places = new Map<number, number>();
  let length = HEAD.length;
  const add = (piece: string | Uint8Array): void => {
    pieces.push(piece);
    length += piece.length;
  };
  const addObject: PackedFile["addObject"] = (id, parts) => {
    places.set(id, length);
    add(`${id} 0 obj\n`);
    for (const part of parts) add(typeof part === "string" ? `${part}\n` : part);
    add("endobj\n");
  };
  const addStream = (id: number, entries: string, content: Uint8Array): void => {
    const deflated = packStream(content);
    const head = `<<${entries} /Filter /FlateDecode /Length ${deflated.length}>>`;
    addObject(id, [head, "stream", deflated, "\nendstream"]);
  };
  return {
    addObject,
    close(pdf, packed) {
      const stream = pdf._offsets.length + 1;
      const { index, body } = joinObjects(packed);
      const content = Buffer.from(index + body, "latin1");
      addStream(stream, `/Type /ObjStm /N ${packed.length} /First ${index.length}`, content);
      const table = stream + 1;
      const start = length;
      places.set(table, start);
      const id = `<${Buffer.from(pdf._id).toString("hex")}>`;
      const about = `/Type /XRef /Size ${table + 1} /W [1 4 2] /Root ${String(pdf._root)} /Info ${String(pdf._info)} /ID [${id} ${id}]`;
      addStream(table, about, writeTable(table, places, { stream, packed }));
      add(`startxref\n${start}\n%%EOF\n`);
    },
    bytes: () => joinPieces(pieces, length),
  };
}

/** Pairs of number and place, and the objects themselves. */
function joinObjects(packed: readonly PackedObject[]): { index: string; body: string } {
  let body = "";
  const pairs = packed.map(({ id, text }) => {
    const at = body.length;
    body += `${text}\n`;
    return `${id} ${at}`;
  });
  return { index: `${pairs.join(" ")}\n`, body };
}

function writeTable(
  last: number,
  places: ReadonlyMap<number, number>,
  { stream, packed }: { readonly stream: number; readonly packed: readonly PackedObject[] },
): Buffer {
  const table = Buffer.alloc(ENTRY * (last + 1));
  const write = (id: number, kind: number, place: number, which: number): void => {
    table.writeUInt8(kind, ENTRY * id);
    table.writeUInt32BE(place, ENTRY * id + 1);
    table.writeUInt16BE(which, ENTRY * id + 5);
  };
  write(0, FREE, 0, 0xffff);
  for (const [id, place] of places) write(id, ALONE, place, 0);
  packed.forEach(({ id }, i) => {
    write(id, PACKED, stream, i);
  });
  return table;
}

function joinPieces(pieces: readonly (string | Uint8Array)[], length: number): Buffer {
  const file = Buffer.allocUnsafe(length);
  let at = 0;
  for (const piece of pieces) {
    if (typeof piece === "string") at += file.write(piece, at, "latin1");
    else {
      file.set(piece, at);
      at += piece.length;
    }
  }
  return file;
}
