/** A piece of DER as it was read: its tag, its content, and the whole of it with tag and length. */
export interface DerNode {
  readonly tag: number;
  readonly content: Buffer;
  readonly raw: Buffer;
}

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  objectId: 0x06,
  utf8String: 0x0c,
  printableString: 0x13,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

/** Writes one element. */
export function writeDer(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([Buffer.from([tag]), writeLength(length), ...parts]);
}

function writeLength(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return Buffer.from([0x80 | bytes.length, ...bytes]);
}

export function writeSequence(...parts: readonly Uint8Array[]): Buffer {
  return writeDer(TAG.sequence, ...parts);
}

/** A set, its members in the order that DER demands. */
export function writeSet(...parts: readonly Uint8Array[]): Buffer {
  return writeDer(TAG.set, ...parts.toSorted((a, b) => Buffer.compare(a, b)));
}

/** A positive integer from its bytes. */
export function writeInteger(bytes: Uint8Array): Buffer {
  let start = 0;
  while (start < bytes.length - 1 && bytes[start] === 0) start += 1;
  const short = bytes.subarray(start);
  const isNegative = (short[0] ?? 0) >= 0x80;
  return writeDer(TAG.integer, isNegative ? Buffer.from([0, ...short]) : short);
}

/** An object identifier from its dotted form. */
export function writeObjectId(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  const bytes = [first * 40 + second, ...rest].flatMap((arc) => {
    const groups = [arc % 128];
    for (let high = Math.floor(arc / 128); high > 0; high = Math.floor(high / 128)) {
      groups.unshift(0x80 | (high % 128));
    }
    return groups;
  });
  return writeDer(TAG.objectId, Buffer.from(bytes));
}

/** Reads the elements that follow one another. */
export function readDer(bytes: Uint8Array): DerNode[] {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const nodes: DerNode[] = [];
  for (let at = 0; at < source.length;) {
    const { start, end } = readFrame(source, at);
    nodes.push({
      tag: source.readUInt8(at),
      content: source.subarray(start, end),
      raw: source.subarray(at, end),
    });
    at = end;
  }
  return nodes;
}

function readFrame(source: Buffer, at: number): { start: number; end: number } {
  const first = at + 1 < source.length ? source.readUInt8(at + 1) : 0xff;
  const count = first < 0x80 ? 0 : first & 0x7f;
  const start = at + 2 + count;
  if (count > 4 || start > source.length) throw new RangeError("the DER is cut short");
  const length = count === 0 ? first : source.readUIntBE(at + 2, count);
  if (start + length > source.length) throw new RangeError("the DER is cut short");
  return { start, end: start + length };
}

/** Reads an object identifier in dotted form. */
export function readObjectId(content: Buffer): string {
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of content) {
    arc = arc * 128 + (byte & 0x7f);
    if (byte < 0x80) {
      arcs.push(arc);
      arc = 0;
    }
  }
  const [head = 0, ...rest] = arcs;
  const first = Math.min(2, Math.floor(head / 40));
  return [first, head - first * 40, ...rest].join(".");
}
