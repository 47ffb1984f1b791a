import { type DerNode, readDer, readObjectId, TAG } from "./der.ts";
import { OID } from "./object-ids.ts";

/** What a certificate says, as far as signing papers needs it. */
export interface Certificate {
  readonly raw: Buffer;
  readonly serial: Buffer;
  /** Names as they are encoded: compared byte by byte. */
  readonly issuer: Buffer;
  readonly subject: Buffer;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** Organizations and common names of its subject. */
  readonly subjectNames: readonly string[];
  readonly publicKeyInfo: Buffer;
  /** Object ids of the public key: kind of key, then curve where it has one. */
  readonly keyKind: readonly string[];
  /** The public key itself: of a curve the uncompressed point. */
  readonly publicKey: Buffer;
  /** What the key may do; null where the certificate does not say. */
  readonly keyUsage: {
    readonly digitalSignature: boolean;
    readonly nonRepudiation: boolean;
  } | null;
}

/** Reads certificates from PEM text, in the order of the file: the signer's own comes first. */
export function readPemCertificates(pem: string): Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
  return blocks.map((block) =>
    readCertificate(Buffer.from(block.replace(/-----[^-]+-----|\s/g, ""), "base64")),
  );
}

/** Reads one certificate. */
export function readCertificate(raw: Buffer): Certificate {
  const [body] = childrenOf(only(readDer(raw)));
  const fields = childrenOf(body);
  const from = fields[0]?.tag === 0xa0 ? 1 : 0;
  const [serial, , issuer, validity, subject, keyInfo] = fields.slice(from);
  const extensions = fields.find((field) => field.tag === 0xa3);
  const [notBefore, notAfter] = childrenOf(validity).map(readTime);
  const [algorithm, bits] = childrenOf(keyInfo);
  if (!serial || !issuer || !subject || !keyInfo || !bits || !notBefore || !notAfter) {
    throw new RangeError("the certificate is incomplete");
  }
  return {
    raw,
    serial: serial.content,
    issuer: issuer.raw,
    subject: subject.raw,
    notBefore,
    notAfter,
    subjectNames: readNames(subject),
    publicKeyInfo: keyInfo.raw,
    keyKind: childrenOf(algorithm)
      .filter((node) => node.tag === TAG.objectId)
      .map((node) => readObjectId(node.content)),
    publicKey: bits.content.subarray(1),
    keyUsage: readKeyUsage(extensions),
  };
}

function only(nodes: readonly DerNode[]): DerNode {
  const [node] = nodes;
  if (node === undefined) throw new RangeError("the certificate is empty");
  return node;
}

function childrenOf(node: DerNode | undefined): DerNode[] {
  if (node === undefined) throw new RangeError("the certificate is incomplete");
  return readDer(node.content);
}

function readTime(node: DerNode): Date {
  const text = node.content.toString("latin1");
  const short = node.tag === TAG.utcTime;
  const year = short ? Number(text.slice(0, 2)) + (text < "5" ? 2000 : 1900) : text.slice(0, 4);
  const rest = text.slice(short ? 2 : 4);
  const [month, day, hour, minute, second] = rest.match(/\d\d/g) ?? [];
  return new Date(
    `${year}-${String(month)}-${String(day)}T${String(hour)}:${String(minute)}:${String(second)}Z`,
  );
}

function readNames(subject: DerNode): string[] {
  const pairs = childrenOf(subject)
    .flatMap((set) => childrenOf(set))
    .map(childrenOf);
  const wanted: readonly string[] = [OID.organization, OID.commonName];
  return pairs.flatMap(([id, value]) =>
    id !== undefined && value !== undefined && wanted.includes(readObjectId(id.content))
      ? [readText(value)]
      : [],
  );
}

function readText(value: DerNode): string {
  // BMPString: two bytes a character, high byte first.
  if (value.tag === 0x1e) return Buffer.from(value.content).swap16().toString("utf16le");
  return value.content.toString("utf8");
}

function readKeyUsage(extensions: DerNode | undefined): Certificate["keyUsage"] {
  if (extensions === undefined) return null;
  for (const extension of childrenOf(childrenOf(extensions)[0])) {
    const parts = childrenOf(extension);
    const [id, value] = [parts[0], parts.at(-1)];
    if (id === undefined || value === undefined) continue;
    if (readObjectId(id.content) !== OID.keyUsage) continue;
    const bits = only(readDer(value.content)).content[1] ?? 0;
    return { digitalSignature: (bits & 0x80) !== 0, nonRepudiation: (bits & 0x40) !== 0 };
  }
  return null;
}
