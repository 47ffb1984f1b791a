import { createPrivateKey, createPublicKey, sign, type KeyObject } from "node:crypto";
import { promisify } from "node:util";
import { sm2 } from "sm-crypto-v2";
import type { Certificate } from "./certificate.ts";
import { OID } from "./object-ids.ts";
import { readDer, TAG } from "./der.ts";
import type { Signer, SigningScheme } from "./signer.ts";

const signAsync = promisify(
  (
    digest: string,
    bytes: Uint8Array,
    key: KeyObject,
    done: (e: Error | null, s: Buffer) => void,
  ) => {
    sign(digest, bytes, key, done);
  },
);

/** The id under which SM2 signatures are made where nobody agreed on another one (GB/T 35276). */
export const SM2_USER_ID = "1234567812345678";

/** A private key that cannot sign papers, or does not go with its certificate. */
export class KeyError extends Error {
  override readonly name = "KeyError";
}

/** Makes the signer of a private key (PEM) and its certificates; says no where they do not belong together. */
export function openKeySigner(
  pem: string,
  passphrase: string | undefined,
  certificates: readonly [Certificate, ...Certificate[]],
): Signer {
  const scheme = schemeOf(certificates[0]);
  const key = readKey(pem, passphrase);
  const [own] = certificates;
  if (!createPublicKey(key).export({ type: "spki", format: "der" }).equals(own.publicKeyInfo)) {
    throw new KeyError("私钥与证书不是一对");
  }
  if (scheme.digest === "sm3") return sm2Signer(key, scheme, certificates);
  // With an elliptic key a signature takes a tenth of a millisecond: less than handing it to another thread.
  const isQuick = scheme.signatureId === OID.ecdsaWithSha256;
  const signWith = (bytes: Uint8Array): Promise<Buffer> =>
    isQuick ? Promise.resolve(sign("sha256", bytes, key)) : signAsync("sha256", bytes, key);
  return { scheme, certificates, sign: signWith };
}

function readKey(pem: string, passphrase: string | undefined): KeyObject {
  try {
    return createPrivateKey(passphrase === undefined ? pem : { key: pem, passphrase });
  } catch {
    throw new KeyError("私钥无法读取：文件损坏，或者口令不对");
  }
}

/** Which signature a certificate's key makes. */
export function schemeOf(certificate: Certificate): SigningScheme {
  const [kind, curve] = certificate.keyKind;
  const sha256 = { digest: "sha256", digestId: OID.sha256 } as const;
  if (kind === OID.rsa) return { ...sha256, signatureId: OID.rsa };
  if (kind === OID.ecPublicKey && curve === OID.p256) {
    return { ...sha256, signatureId: OID.ecdsaWithSha256 };
  }
  if (kind === OID.ecPublicKey && curve === OID.sm2) {
    return { digest: "sm3", digestId: OID.sm3, signatureId: OID.sm2WithSm3 };
  }
  throw new KeyError("证书的密钥种类不受支持；可用的是 P-256、RSA 和 SM2");
}

/**
 * Signs by SM2 with SM3. Node's own `sign` makes SM2 signatures under an empty user id, which nobody accepts; the library signs under
 * the standard one.
 */
function sm2Signer(
  key: KeyObject,
  scheme: SigningScheme,
  certificates: Signer["certificates"],
): Signer {
  const privateKey = readSm2Scalar(key);
  const publicKey = certificates[0].publicKey.toString("hex");
  return {
    scheme,
    certificates,
    sign(bytes) {
      const options = { hash: true, der: true, publicKey, userId: SM2_USER_ID } as const;
      return Promise.resolve(Buffer.from(sm2.doSignature(bytes, privateKey, options), "hex"));
    },
  };
}

/** The secret number of an SM2 key, in hex: Node hands such a key out only as a file. */
function readSm2Scalar(key: KeyObject): string {
  const [info] = readDer(key.export({ type: "pkcs8", format: "der" }));
  const inner = info && readDer(info.content).find((node) => node.tag === TAG.octetString);
  const [ecKey] = inner ? readDer(inner.content) : [];
  const scalar = ecKey && readDer(ecKey.content).find((node) => node.tag === TAG.octetString);
  if (!scalar) throw new KeyError("SM2 私钥无法读取");
  return scalar.content.toString("hex").padStart(64, "0");
}
