import { inflateSync } from "node:zlib";

/** How many pages a file has; null where it has none to count, or does not say so in a form that can be read. */
export function countPages(bytes: Uint8Array, mediaType: string): number | null {
  if (mediaType.startsWith("image/")) return 1;
  return mediaType === "application/pdf" ? countPdfPages(bytes) : null;
}

/** The number that stands at the root of the tree of pages; of several versions in one file the last one counts. */
function countPdfPages(bytes: Uint8Array): number | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  const root = [...text.matchAll(/\/Root\s+(\d+)\s+\d+\s+R/g)].at(-1)?.[1];
  if (root === undefined) return null;
  const objects = readDictionaries(text);
  const pages = /\/Pages\s+(\d+)\s+\d+\s+R/.exec(objects.get(root) ?? "")?.[1];
  const count = /\/Count\s+(\d+)(?!\s+\d+\s+R)/.exec(objects.get(pages ?? "") ?? "")?.[1];
  return count === undefined ? null : Number(count);
}

/** Objects by their number: those that stand by themselves, and those packed into streams. */
function readDictionaries(text: string): ReadonlyMap<string, string> {
  const objects = new Map<string, string>();
  for (const match of text.matchAll(/(?<!\d)(\d+)\s+\d+\s+obj\b/g)) {
    const start = match.index + match[0].length;
    const end = text.indexOf("endobj", start);
    const body = text.slice(start, end < 0 ? undefined : end);
    const stream = body.indexOf("stream");
    const dictionary = stream < 0 ? body : body.slice(0, stream);
    objects.set(match[1] ?? "", dictionary);
    if (/\/Type\s*\/ObjStm/.test(dictionary)) unpack(dictionary, body.slice(stream), objects);
  }
  return objects;
}

/** A stream of objects begins with pairs of number and place; the objects follow. */
function unpack(dictionary: string, stream: string, into: Map<string, string>): void {
  const first = Number(/\/First\s+(\d+)/.exec(dictionary)?.[1]);
  const packed = Buffer.from(stream.replace(/^stream\r?\n/, ""), "latin1");
  let content: string;
  try {
    content = inflateSync(packed, { finishFlush: 2 }).toString("latin1"); // what follows the stream is no error
  } catch {
    return; // another kind of packing, or encrypted: such a file does not say how many pages it has
  }
  const pairs = content.slice(0, first).trim().split(/\s+/).map(Number);
  for (let i = 0; i + 1 < pairs.length; i += 2) {
    const [start, end] = [pairs[i + 1] ?? 0, pairs[i + 3]];
    const body = content.slice(first + start, end === undefined ? undefined : first + end);
    into.set(String(pairs[i]), body);
  }
}
