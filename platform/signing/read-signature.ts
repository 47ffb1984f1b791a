import { createHash, verify, X509Certificate } from "node:crypto";
import { sm2 } from "sm-crypto-v2";
import { readCertificate, type Certificate } from "./certificate.ts";
import { readDer, readObjectId, type DerNode } from "./der.ts";
import { SM2_USER_ID } from "./key-signers.ts";
import { OID } from "./object-ids.ts";

/** What the signature of a PDF says, and what of it holds. */
export interface ReadSignature {
  /** Everything in the file but the signature itself is signed. */
  readonly coversWholeFile: boolean;
  /** The signed digest is that of the bytes it covers. */
  readonly digestMatches: boolean;
  /** The signature value was made with the key of the certificate. */
  readonly valueMatches: boolean;
  /** The signed hash of the certificate is that of the certificate in the signature. */
  readonly certificateIsNamed: boolean;
  readonly signedAttributes: readonly string[];
  readonly certificate: Certificate;
}

/** Whether a signature holds in every respect that the file alone can tell. */
export function holds(signature: ReadSignature): boolean {
  const { coversWholeFile, digestMatches, valueMatches, certificateIsNamed } = signature;
  return coversWholeFile && digestMatches && valueMatches && certificateIsNamed;
}

/** Reads the signature of a PDF; null where it has none. Throws a `RangeError` where what stands in its place is no signature. */
export function readSignature(file: Uint8Array): ReadSignature | null {
  const bytes = Buffer.from(file);
  const range = /\/ByteRange \[0 (\d+) (\d+) (\d+)\]/.exec(bytes.toString("latin1"));
  if (range === null) return null;
  const [from = 0, until = 0, rest = 0] = range.slice(1).map(Number);
  const hex = bytes.toString("latin1", from + 1, until - 1);
  const parts = [bytes.subarray(0, from), bytes.subarray(until)];
  return {
    ...readCms(trimmed(Buffer.from(hex, "hex")), Buffer.concat(parts)),
    coversWholeFile:
      until + rest === bytes.length && bytes[from] === 0x3c && bytes[until - 1] === 0x3e,
  };
}

/** The room for a signature is longer than the signature; its own length says where it ends. */
function trimmed(padded: Buffer): Buffer {
  return padded.subarray(0, 4 + padded.readUInt16BE(2));
}

/** Reads a detached CMS signature beside the bytes it is for. */
export function readCms(cms: Buffer, content: Buffer): Omit<ReadSignature, "coversWholeFile"> {
  const signed = childrenOf(childrenOf(childrenOf(readDer(cms)[0])[1])[0]);
  const raw = signed.find((node) => node.tag === 0xa0);
  const certificates = childrenOf(raw).map((node) => readCertificate(node.raw));
  const info = childrenOf(childrenOf(signed.at(-1))[0]);
  const [issuer, serial] = childrenOf(info[1]);
  const certificate = certificates.find(
    (each) =>
      each.issuer.equals(issuer?.raw ?? Buffer.alloc(0)) &&
      each.serial.equals(serial?.content ?? Buffer.alloc(0)),
  );
  if (certificate === undefined)
    throw new RangeError("the signer's certificate is not in the signature");
  const digest =
    readObjectId(childrenOf(info[2])[0]?.content ?? Buffer.alloc(0)) === OID.sm3 ? "sm3" : "sha256";
  const attributes = new Map(
    childrenOf(info[3]).map((node) => {
      const [id, values] = childrenOf(node);
      return [readObjectId(id?.content ?? Buffer.alloc(0)), childrenOf(values)[0]] as const;
    }),
  );
  const hashOf = (bytes: Buffer): Buffer => createHash(digest).update(bytes).digest();
  const asSet = Buffer.from(info[3]?.raw ?? []);
  asSet[0] = 0x31;
  const named = childrenOf(childrenOf(attributes.get(OID.signingCertificateV2))[0])[0];
  const namedHash = childrenOf(named).find((node) => node.tag === 0x04)?.content;
  return {
    certificate,
    signedAttributes: [...attributes.keys()],
    digestMatches: attributes.get(OID.messageDigest)?.content.equals(hashOf(content)) ?? false,
    certificateIsNamed: namedHash?.equals(hashOf(certificate.raw)) ?? false,
    valueMatches: isSignedBy(certificate, digest, asSet, info.at(-1)?.content ?? Buffer.alloc(0)),
  };
}

function isSignedBy(
  certificate: Certificate,
  digest: string,
  bytes: Buffer,
  value: Buffer,
): boolean {
  if (digest === "sha256") {
    return verify("sha256", bytes, new X509Certificate(certificate.raw).publicKey, value);
  }
  const options = { hash: true, der: true, userId: SM2_USER_ID } as const;
  return sm2.doVerifySignature(
    bytes,
    value.toString("hex"),
    certificate.publicKey.toString("hex"),
    options,
  );
}

function childrenOf(node: DerNode | undefined): DerNode[] {
  return node === undefined ? [] : readDer(node.content);
}
