import { inflateSync } from "node:zlib";

/** A value of the PDF format. Names keep their slash; strings are bytes as latin1. */
export type PdfValue =
  | { readonly kind: "name" | "string" | "word"; readonly text: string }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "ref"; readonly id: number }
  | { readonly kind: "array"; readonly items: readonly PdfValue[] }
  | { readonly kind: "dict"; readonly entries: ReadonlyMap<string, PdfValue> };

export interface PdfObject {
  readonly value: PdfValue;
  /** Decoded content, empty when the object has none. */
  readonly stream: Buffer;
}

/** Cuts PDF syntax into values; enough for files and content streams that pdfkit writes. */
export function parseValues(source: string): PdfValue[] {
  const tokens =
    source.match(
      /<<|>>|\[|\]|\((?:\\[\s\S]|[^\\()])*\)|<[0-9A-Fa-f\s]*>|\/[^\s<>[\]()/%]*|[^\s<>[\]()/%]+/g,
    ) ?? [];
  const stack: PdfValue[][] = [[]];
  for (const token of tokens) {
    if (token === "<<" || token === "[") {
      stack.push([]);
      continue;
    }
    if (token === ">>" || token === "]") {
      const items = stack.pop() ?? [];
      stack.at(-1)?.push(token === "]" ? { kind: "array", items } : toDict(items));
      continue;
    }
    pushToken(stack.at(-1) ?? [], token);
  }
  return stack[0] ?? [];
}

function pushToken(row: PdfValue[], token: string): void {
  if (token === "R") {
    row.pop();
    const id = row.pop();
    row.push({ kind: "ref", id: id?.kind === "number" ? id.value : 0 });
  } else if (token.startsWith("/")) row.push({ kind: "name", text: token.slice(1) });
  else if (token.startsWith("(")) row.push({ kind: "string", text: unescape(token.slice(1, -1)) });
  else if (token.startsWith("<")) {
    const hex = token.slice(1, -1).replace(/\s/g, "");
    row.push({ kind: "string", text: Buffer.from(hex, "hex").toString("latin1") });
  } else if (/^[+-]?[\d.]+$/.test(token)) row.push({ kind: "number", value: Number(token) });
  else row.push({ kind: "word", text: token });
}

function unescape(text: string): string {
  const known: Record<string, string> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };
  return text.replace(/\\([\s\S])/g, (_, letter: string) => known[letter] ?? letter);
}

function toDict(items: readonly PdfValue[]): PdfValue {
  const entries = new Map<string, PdfValue>();
  for (let i = 0; i + 1 < items.length; i += 2) {
    const [key, value] = [items[i], items[i + 1]];
    if (key?.kind === "name" && value) entries.set(key.text, value);
  }
  return { kind: "dict", entries };
}

/** Reads every object of a file by its number. */
export function readObjects(bytes: Uint8Array): Map<number, PdfObject> {
  const source = Buffer.from(bytes).toString("latin1");
  const objects = new Map<number, PdfObject>();
  const start = /(?:^|\n)(\d+) 0 obj\n/g;
  for (let match = start.exec(source); match; match = start.exec(source)) {
    const from = start.lastIndex;
    const end = source.indexOf("\nendobj", from);
    const streamAt = source.indexOf("\nstream\n", from);
    const hasStream = streamAt >= 0 && streamAt < end;
    const [value] = parseValues(source.slice(from, hasStream ? streamAt : end));
    if (!value) continue;
    const body = hasStream
      ? readStream(source, streamAt + 8, value)
      : { content: Buffer.alloc(0), end };
    objects.set(Number(match[1]), { value, stream: body.content });
    start.lastIndex = body.end;
  }
  for (const { value, stream } of [...objects.values()]) unpackObjects(value, stream, objects);
  return objects;
}

/** A stream of objects begins with pairs of number and place; the objects follow. */
function unpackObjects(value: PdfValue, stream: Buffer, into: Map<number, PdfObject>): void {
  const entry = (name: string) => (value.kind === "dict" ? value.entries.get(name) : undefined);
  const [type, first] = [entry("Type"), entry("First")];
  if (type?.kind !== "name" || type.text !== "ObjStm" || first?.kind !== "number") return;
  const text = stream.toString("latin1");
  const pairs = text.slice(0, first.value).trim().split(/\s+/).map(Number);
  for (let i = 0; i + 1 < pairs.length; i += 2) {
    const end = pairs[i + 3];
    const from = first.value + (pairs[i + 1] ?? 0);
    const until = end === undefined ? undefined : first.value + end;
    const [inner] = parseValues(text.slice(from, until));
    if (inner) into.set(pairs[i] ?? 0, { value: inner, stream: Buffer.alloc(0) });
  }
}

function readStream(
  source: string,
  from: number,
  dict: PdfValue,
): { content: Buffer; end: number } {
  const length = dict.kind === "dict" ? dict.entries.get("Length") : undefined;
  const end = from + (length?.kind === "number" ? length.value : 0);
  const raw = Buffer.from(source.slice(from, end), "latin1");
  const isDeflated = dict.kind === "dict" && dict.entries.has("Filter");
  return { content: isDeflated ? inflateSync(raw) : raw, end };
}
