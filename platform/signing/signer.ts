import type { Certificate } from "./certificate.ts";

/** How a signature is made, by the ids that a signature names: digest and signature algorithm. */
export interface SigningScheme {
  readonly digest: "sha256" | "sm3";
  readonly digestId: string;
  readonly signatureId: string;
}

/**
 * Whoever can sign for an authority: a key in a file here; a hardware module or a signature service can stand behind the same port,
 * which never sees or hands out the key.
 */
export interface Signer {
  readonly scheme: SigningScheme;
  /** The signer's own certificate first, then those that vouch for it. */
  readonly certificates: readonly [Certificate, ...Certificate[]];
  /** Signs bytes (not their digest); the answer is the signature value as it goes into a signature. */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}
