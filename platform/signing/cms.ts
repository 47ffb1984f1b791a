import { createHash } from "node:crypto";
import type { Certificate } from "./certificate.ts";
import { TAG, writeDer, writeInteger, writeObjectId, writeSequence, writeSet } from "./der.ts";
import { OID } from "./object-ids.ts";
import type { Signer } from "./signer.ts";

/** A signature longer than this, for the sake of its certificates, is refused before a paper is made. */
export const SIGNATURE_BYTES = 2600;
/** Two numbers of 32 bytes, each with a sign, as a curve's signatures are written. */
const LONGEST_OF_CURVE = 72;
const DIGEST_BYTES = 32;

/**
 * Makes a detached CMS signature over bytes that are given in parts, at the baseline that a PDF signature asks for (PAdES B-B):
 * content type, digest and the signer's certificate are signed; no time is claimed, for the PDF itself says when.
 */
export async function signDetached(signer: Signer, parts: readonly Uint8Array[]): Promise<Buffer> {
  const digest = createHash(signer.scheme.digest);
  for (const part of parts) digest.update(part);
  const attributes = writeAttributes(signer, digest.digest());
  // Signed as a set of its own; inside the signature the same bytes stand under an implicit tag.
  const value = await signer.sign(writeDer(TAG.set, attributes));
  return writeSignedData(signer, attributes, value);
}

/** How many bytes a signer's signature takes at most: all but its value is the same in every one. */
export function measureSignature(signer: Signer): number {
  const [own] = signer.certificates;
  // An RSA signature is as long as the modulus, which the public key holds.
  const value = signer.scheme.signatureId === OID.rsa ? own.publicKey.length : LONGEST_OF_CURVE;
  const attributes = writeAttributes(signer, Buffer.alloc(DIGEST_BYTES));
  return writeSignedData(signer, attributes, Buffer.alloc(value)).length;
}

function writeAttributes(signer: Signer, digest: Buffer): Buffer {
  const attribute = (id: string, value: Uint8Array): Buffer =>
    writeSequence(writeObjectId(id), writeSet(value));
  const attributes = [
    attribute(OID.contentType, writeObjectId(OID.data)),
    attribute(OID.messageDigest, writeDer(TAG.octetString, digest)),
    attribute(OID.signingCertificateV2, writeSigningCertificate(signer)),
  ];
  return Buffer.concat(attributes.toSorted((a, b) => Buffer.compare(a, b)));
}

/** Names the certificate by its hash, so that no other one with the same key can be put in its place. */
function writeSigningCertificate({ scheme, certificates: [own] }: Signer): Buffer {
  const hash = createHash(scheme.digest).update(own.raw).digest();
  // SHA-256 is what is meant where no algorithm is named.
  const algorithm =
    scheme.digest === "sha256" ? [] : [writeSequence(writeObjectId(scheme.digestId))];
  const issuer = writeSequence(writeSequence(writeDer(0xa4, own.issuer)), writeInteger(own.serial));
  const certificate = writeSequence(...algorithm, writeDer(TAG.octetString, hash), issuer);
  return writeSequence(writeSequence(certificate));
}

function writeSignedData(signer: Signer, attributes: Buffer, value: Uint8Array): Buffer {
  const [own] = signer.certificates;
  const digestAlgorithm = writeSequence(writeObjectId(signer.scheme.digestId));
  const signerInfo = writeSequence(
    writeInteger(Buffer.from([1])),
    writeSequence(own.issuer, writeInteger(own.serial)),
    digestAlgorithm,
    writeDer(0xa0, attributes),
    writeSignatureAlgorithm(signer.scheme.signatureId),
    writeDer(TAG.octetString, value),
  );
  const signedData = writeSequence(
    writeInteger(Buffer.from([1])),
    writeSet(digestAlgorithm),
    writeSequence(writeObjectId(OID.data)),
    writeDer(0xa0, ...rawOf(signer.certificates)),
    writeSet(signerInfo),
  );
  return writeSequence(writeObjectId(OID.signedData), writeDer(0xa0, signedData));
}

function rawOf(certificates: readonly Certificate[]): Buffer[] {
  return certificates.map((each) => each.raw).toSorted((a, b) => Buffer.compare(a, b));
}

function writeSignatureAlgorithm(id: string): Buffer {
  // RSA alone wants its (empty) parameters written out.
  const parameters = id === OID.rsa ? [writeDer(TAG.null)] : [];
  return writeSequence(writeObjectId(id), ...parameters);
}
