import {
  createHash,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  type KeyObject,
} from "node:crypto";
import { type Certificate, readCertificate } from "./certificate.ts";
import { TAG, writeDer, writeInteger, writeObjectId, writeSequence, writeSet } from "./der.ts";
import { openKeySigner } from "./key-signers.ts";
import { OID } from "./object-ids.ts";

/** A key with the certificates that go with it. */
export interface KeyAndCertificates {
  readonly privateKeyPem: string;
  readonly certificates: readonly [Certificate, ...Certificate[]];
}

/** What a made certificate is to say. */
export interface CertificateRequest {
  readonly organization: string;
  readonly unit: string;
  readonly commonName: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly curve: "P-256" | "SM2";
  /** Bits of the key usage extension; digital signature and non-repudiation unless said otherwise. */
  readonly keyUsage?: number;
}

const SIGNING_USAGE = 0xc0;
const AUTHORITY_USAGE = 0x06;

/** Makes a certificate that vouches for others; it vouches for itself. */
export async function makeRoot(request: CertificateRequest): Promise<KeyAndCertificates> {
  const key = makeKey(request.curve);
  const extensions = [
    writeExtension(
      OID.basicConstraints,
      true,
      writeSequence(writeDer(TAG.boolean, Buffer.from([0xff]))),
    ),
    writeExtension(OID.keyUsage, true, writeBits(AUTHORITY_USAGE)),
    writeExtension(OID.subjectKeyId, false, writeDer(TAG.octetString, keyIdOf(infoOf(key)))),
  ];
  const subject = writeName(request);
  return finish(key, request, subject, subject, extensions, null);
}

/** Makes a certificate for signing papers, vouched for by a root. */
export async function makeSigningCertificate(
  request: CertificateRequest,
  root: KeyAndCertificates,
): Promise<KeyAndCertificates> {
  const key = makeKey(request.curve);
  const [vouching] = root.certificates;
  const extensions = [
    writeExtension(OID.keyUsage, true, writeBits(request.keyUsage ?? SIGNING_USAGE)),
    writeExtension(OID.subjectKeyId, false, writeDer(TAG.octetString, keyIdOf(infoOf(key)))),
    writeExtension(
      OID.authorityKeyId,
      false,
      writeSequence(writeDer(0x80, keyIdOf(vouching.publicKeyInfo))),
    ),
  ];
  return finish(key, request, writeName(request), vouching.subject, extensions, root);
}

async function finish(
  key: KeyObject,
  request: CertificateRequest,
  subject: Buffer,
  issuer: Buffer,
  extensions: readonly Buffer[],
  root: KeyAndCertificates | null,
): Promise<KeyAndCertificates> {
  const privateKeyPem = key.export({ type: "pkcs8", format: "pem" }).toString();
  const writeBody = (signatureId: string): Buffer =>
    writeSequence(
      writeDer(0xa0, writeInteger(Buffer.from([2]))),
      writeInteger(Buffer.from([0x40, ...randomBytes(15)])),
      writeSequence(writeObjectId(signatureId)),
      issuer,
      writeSequence(writeTime(request.notBefore), writeTime(request.notAfter)),
      subject,
      infoOf(key),
      writeDer(0xa3, writeSequence(...extensions)),
    );
  const vouching = root ?? {
    privateKeyPem,
    certificates: [unsigned(writeBody(OID.ecdsaWithSha256))],
  };
  const signer = openKeySigner(vouching.privateKeyPem, undefined, vouching.certificates);
  const body = writeBody(signer.scheme.signatureId);
  const certificate = readCertificate(
    writeCertificate(body, signer.scheme.signatureId, await signer.sign(body)),
  );
  return { privateKeyPem, certificates: [certificate, ...(root?.certificates ?? [])] };
}

/** A body read as a certificate before it is signed: only its key matters. */
function unsigned(body: Buffer): Certificate {
  return readCertificate(writeCertificate(body, OID.ecdsaWithSha256, Buffer.alloc(0)));
}

function writeCertificate(body: Buffer, signatureId: string, value: Uint8Array): Buffer {
  const bits = writeDer(TAG.bitString, Buffer.from([0]), value);
  return writeSequence(body, writeSequence(writeObjectId(signatureId)), bits);
}

function makeKey(curve: CertificateRequest["curve"]): KeyObject {
  return generateKeyPairSync("ec", { namedCurve: curve }).privateKey;
}

function infoOf(key: KeyObject): Buffer {
  return createPublicKey(key).export({ type: "spki", format: "der" });
}

function keyIdOf(publicKeyInfo: Buffer): Buffer {
  return createHash("sha256").update(publicKeyInfo).digest().subarray(0, 20);
}

function writeName({ organization, unit, commonName }: CertificateRequest): Buffer {
  const part = (id: string, tag: number, text: string): Buffer =>
    writeSet(writeSequence(writeObjectId(id), writeDer(tag, Buffer.from(text, "utf8"))));
  return writeSequence(
    part(OID.country, TAG.printableString, "CN"),
    part(OID.organization, TAG.utf8String, organization),
    part(OID.organizationalUnit, TAG.utf8String, unit),
    part(OID.commonName, TAG.utf8String, commonName),
  );
}

/** Two digits of the year until 2049, four from then on: so the standard wants it. */
function writeTime(moment: Date): Buffer {
  const digits = moment.toISOString().replace(/[-:T]|\.\d+/g, "");
  if (moment.getUTCFullYear() >= 2050) return writeDer(TAG.generalizedTime, Buffer.from(digits));
  return writeDer(TAG.utcTime, Buffer.from(digits.slice(2)));
}

function writeExtension(id: string, critical: boolean, value: Buffer): Buffer {
  const mark = critical ? [writeDer(TAG.boolean, Buffer.from([0xff]))] : [];
  return writeSequence(writeObjectId(id), ...mark, writeDer(TAG.octetString, value));
}

/** Named bits: those after the last one that is set are not written. */
function writeBits(bits: number): Buffer {
  const unused = 31 - Math.clz32(bits & -bits);
  return writeDer(TAG.bitString, Buffer.from([unused, bits]));
}
